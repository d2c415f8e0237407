package io.gameday.console.live;

import io.gameday.console.run.Contact;
import io.gameday.console.text.Texts;
import io.gameday.experiment.Experiment;
import io.gameday.journal.view.RunView;
import io.gameday.journal.view.Seconds;
import io.gameday.journal.view.Words;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// All that the screen's parts are computed from, at one instant.
///
/// @param plan the experiment as it was run; null while it is read, and where its file cannot be read
record Moment(RunView view, Instant now, Contact contact, @Nullable Experiment plan, TaskLog tasks, Reach reach,
        AlarmLog alarmLog, GrayNow grayNow) {

    /// How many seconds "the last 10 s" are.
    static final int RECENT = 10;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    Tally recent(String series) {
        return Seconds.sum(view.seconds().last(RECENT), series);
    }

    Tally newest(String series) {
        return view.seconds().isEmpty()
                ? Tally.NONE
                : view.seconds().newest().series().getOrDefault(series, Tally.NONE);
    }

    /// Whether anything was told of the series in the last seconds, be it that there were no requests.
    boolean told(String series) {
        return view.seconds().last(RECENT).stream().anyMatch(second -> second.series().containsKey(series));
    }

    /// How many servers of `scope` do not tell what they count now.
    long silent(Scope scope) {
        return view.seconds().isEmpty()
                ? 0
                : view.seconds().newest().silent().stream().filter(server -> server.within(scope)).count();
    }

    /// How many seconds [#recent(String)] looked at.
    int recentSeconds() {
        return view.seconds().last(RECENT).size();
    }

    static boolean failing(Tally tally) {
        return tally.requests() > 0 && tally.availability().orElseThrow() < Words.WELL;
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /// Such as `87 of 121`; a share without its counts is never shown.
    static String ofTotal(Tally tally) {
        return Texts.of("live.of-total", String.format(Locale.ROOT, "%,d", tally.useful()),
                String.format(Locale.ROOT, "%,d", tally.requests()));
    }

    /// A latency in milliseconds. With failures it is a lower bound: what was not answered took at least as long.
    static String latency(long micros, Tally tally) {
        if (tally.requests() == 0) {
            return "–";
        }
        return (tally.failed() > 0 ? "≥ " : "") + Math.round(micros / 1000.0) + " ms";
    }
}
