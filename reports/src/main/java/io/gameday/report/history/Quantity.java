package io.gameday.report.history;

import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.text.Figures;
import java.time.Duration;
import java.util.Locale;

/// Something that every run of an experiment has one value of.
///
/// @param name    as people say it, such as `mitigate from impact`
/// @param formula such as `tM − t0`
public record Quantity(String name, String formula, Unit unit) {

    /// The worst second of all customers together since the first fault.
    static final Quantity LOWEST = new Quantity("lowest second", "useful ÷ requests of the worst second", Unit.SHARE);
    static final Quantity HURT = new Quantity("customers hurt", "hurt at any time ÷ all", Unit.SHARE);

    /// What the numbers are.
    public enum Unit {
        /// Negative where something came before it was due.
        SECONDS,
        /// 0 to 1.
        SHARE;

        /// `3.4 s`, `66.7 %`.
        public String words(double value) {
            return switch (this) {
                case SECONDS -> Figures.seconds(duration(value));
                case SHARE -> Figures.percent(value);
            };
        }

        /// `2.8 to 4.0 s`; the unit once where it is the same.
        public String words(double from, double to) {
            String begin = words(from);
            String end = words(to);
            String unit = end.substring(end.lastIndexOf(' '));
            boolean plain = !begin.contains("min") && !end.contains("min") && begin.endsWith(unit);
            return (plain ? begin.substring(0, begin.length() - unit.length()) : begin) + " to " + end;
        }

        /// As an axis has it: `5 s`, `2 min`, `20 %`.
        String tick(double value) {
            return switch (this) {
                case SECONDS -> value == Math.rint(value)
                        ? (value < 0 ? "−" : "") + Figures.length(duration(Math.abs(value)))
                        : Figures.seconds(duration(value));
                case SHARE -> String.format(Locale.ROOT, "%.0f %%", 100 * value);
            };
        }

        private static Duration duration(double seconds) {
            return Duration.ofMillis(Math.round(seconds * 1000));
        }
    }

    /// @param name as in [DurationValue]
    static Quantity duration(String name, String formula) {
        return new Quantity(Figures.words(name), formula, Unit.SECONDS);
    }
}
