package io.gameday.report.scorecard;

import io.gameday.report.facts.Telling;
import io.gameday.report.text.Figures;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A time in which customers had less than the objective. Bad seconds no more than 5 s apart are one window.
///
/// @param from     beginning of its first bad second, or the injection when that came later
/// @param to       end of its last bad second
/// @param length   from `from` to `to`
/// @param open     true when it was not over with the last second measured
/// @param failed   requests without a useful answer, of `of`; where that is 0 nobody counted them
/// @param lowest   availability of its worst second, 0 to 1; of an incident that was read afterwards its metric's worst
///                 value
/// @param told     the alarm that told of it; null is flying blind
/// @param unread   why it is not known whether an alarm told; null where it is
/// @param couldTell the alarm of Gameday's own that would have told, where the team's are graded; null where none would
/// @param worst    `lowest` in words
public record ImpactWindow(int number, Instant from, Instant to, Duration length, boolean open, long failed, long of,
        double lowest, Instant lowestAt, @Nullable Told told, @Nullable String unread, @Nullable Told couldTell,
        String worst) {

    /// A window of a run that grades Gameday's own alarms.
    public ImpactWindow(int number, Instant from, Instant to, Duration length, boolean open, long failed, long of,
            double lowest, Instant lowestAt, @Nullable Told told) {
        this(number, from, to, length, open, failed, of, lowest, lowestAt, told, null, null, Figures.percent(lowest));
    }

    /// Such as `160 of 1,620 orders (9.9 %)`; empty where nobody counted them.
    ///
    /// @param requests as the target calls them
    public String failedWords(String requests) {
        return of == 0 ? "" : Figures.of(failed, of, requests);
    }

    /// Whether nothing told of it for sure.
    public boolean blind() {
        return told == null && unread == null;
    }

    /// Such as `Gameday's zone-impact az1 would have after 3 s`; empty where none would, or the team's told.
    public String couldHave() {
        return told != null || couldTell == null
                ? ""
                : "Gameday's " + couldTell.alarm() + " would have" + switch (couldTell.when()) {
                    case STANDING -> ": it stood already";
                    case RAISED, AFTERWARDS -> " after " + Figures.seconds(couldTell.after());
                };
    }

    /// @param after since the window began; negative when the alarm was there before
    /// @param when  in relation to the window
    /// @param words all of it but the entry
    public record Told(String alarm, Instant at, Duration after, When when, String words, long seq) {

        /// @param from when the window began
        /// @param to   when it was over
        static Told of(Telling alarm, Instant from, Instant to) {
            Duration after = Duration.between(from, alarm.from());
            When when = after.isNegative() ? When.STANDING : alarm.from().isBefore(to) ? When.RAISED : When.AFTERWARDS;
            String words = alarm.name() + switch (when) {
                case STANDING -> ", standing since " + Figures.clock(alarm.from());
                case RAISED -> " after " + Figures.seconds(after);
                case AFTERWARDS -> " after " + Figures.seconds(after) + ", "
                        + Figures.seconds(Duration.between(to, alarm.from())) + " after it was over";
            };
            return new Told(alarm.name(), alarm.from(), after, when, words, alarm.seq());
        }

        /// True when it was in alarm already when the window began.
        public boolean standing() {
            return when == When.STANDING;
        }
    }

    /// When an alarm told of a window.
    public enum When {
        /// It was in alarm when the window began, raised since the first fault.
        STANDING,
        /// It was raised while the window lasted.
        RAISED,
        /// It was raised just after the window was over.
        AFTERWARDS
    }
}
