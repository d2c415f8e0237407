package io.gameday.report.grade;

import io.gameday.journal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an incident showed of alarms and pages. Times are exact to `exactTo`.
///
/// @param objective   in words, such as `at least 99.9 %`
/// @param samples     values that customers' metric gave
/// @param blind       sum of what was flown blind, of windows whose beginning is known
/// @param predictions never empty: that every window is told of is always one
/// @param notes       what limits this grade
public record Grade(String title, Instant from, Instant to, Duration exactTo, String objective, Verdict verdict,
        int samples, List<Window> windows, List<Gap> gaps, Duration blind, List<Prediction> predictions,
        List<AlarmLine> alarms, List<PageLine> pages, List<Gain> gains, List<String> notes) {

    /// Those about alarms that had to ring and teams that had to be told, without the one that always stands first.
    public List<Prediction> wanted() {
        return predictions.subList(1, predictions.size());
    }

    /// A time in which customers had less than the objective.
    ///
    /// @param began    false when it was there already as the time asked about began
    /// @param over     false when it was not over as that ended
    /// @param worst    the value farthest from the objective, in words
    /// @param told     alarms that told of it, the first first; empty is flying blind
    /// @param blind    until the first of them, at most the window; null when it is not known when it began
    public record Window(int number, Instant from, Instant to, boolean began, boolean over, String worst,
            Instant worstAt, List<Told> told, @Nullable Duration blind) {

        public Duration length() {
            return Duration.between(from, to);
        }
    }

    /// @param after  since the window began; negative when it rang before customers felt it
    /// @param wanted whether the alarm is one that had to ring
    public record Told(String alarm, Instant at, Duration after, boolean wanted) {
    }

    /// A time of which it is not known what customers felt.
    public record Gap(Instant from, Instant to) {
    }

    public record Prediction(String text, Verdict verdict, String seen) {
    }

    /// What became of an alarm.
    public enum Conduct {
        TOLD, SILENT, RANG_FOR_NOTHING, ALWAYS_ON, NOT_EVALUATED
    }

    /// @param windows that it told of, by number
    /// @param outside how often it rang apart from them
    public record AlarmLine(String name, boolean wanted, Conduct conduct, List<Integer> windows, int outside,
            String why) {
    }

    /// Whether somebody was woken as wanted.
    public enum Waking {
        RIGHTLY, WRONGLY, NOT_JUDGED
    }

    /// @param alarm        empty when none that is known is named in the page
    /// @param window       that it was about, by number; 0 for none
    /// @param acknowledged after the page; null when nobody did, or that is not known
    public record PageLine(Instant at, String receiver, String alarm, int window, Waking waking, String why,
            @Nullable Duration acknowledged) {
    }

    /// What another setting of an alarm would have gained in this incident. Of any other time it says nothing.
    ///
    /// @param setting    such as `for: 1 min instead of 5 min`
    /// @param after      from the beginning of the window to the alarm, with that setting
    /// @param instead    the same as it was; null when it was silent
    /// @param falseRings apart from windows, with that setting
    /// @param falseNow   the same as it is set
    public record Gain(String alarm, String setting, int window, Duration after, @Nullable Duration instead,
            int falseRings, int falseNow) {
    }
}
