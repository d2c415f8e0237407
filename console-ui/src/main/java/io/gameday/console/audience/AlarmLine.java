package io.gameday.console.audience;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.view.AlarmView;
import io.gameday.journal.view.RunView;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// One alarm as it stands.
///
/// @param since time of day; empty where it is not raised
record AlarmLine(State state, String word, String name, String since) {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// The raised ones first, in the order they were raised.
    static List<AlarmLine> of(RunView view) {
        return view.allAlarms().stream().sorted(Comparator.comparing((AlarmView alarm) -> !alarm.raised())
                .thenComparing(AlarmView::since).thenComparing(AlarmView::words)).map(AlarmLine::of).toList();
    }

    private static AlarmLine of(AlarmView alarm) {
        return switch (alarm.state()) {
            case ALARM ->
                new AlarmLine(State.ALARM, Texts.of("live.alarms.alarm"), alarm.words(), TIME.format(alarm.since()));
            case OK -> new AlarmLine(State.PLAIN, Texts.of("live.alarms.ok"), alarm.words(), "");
            case INSUFFICIENT_DATA -> new AlarmLine(State.UNKNOWN, Texts.of("live.alarms.no-data"), alarm.words(), "");
        };
    }
}
