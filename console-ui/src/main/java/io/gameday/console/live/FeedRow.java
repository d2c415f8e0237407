package io.gameday.console.live;

import io.gameday.console.text.Texts;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.view.Happening;
import io.gameday.journal.view.Style;
import io.gameday.journal.view.Words;
import java.time.ZoneOffset;
import java.util.Optional;

/// One line of what happens.
record FeedRow(long seq, String time, String symbol, Style style, Kind kind, String text) {

    /// What the filter asks for.
    enum Kind {
        OTHER, AUTOMATION, PAGE, PERSON
    }

    static Optional<FeedRow> of(Entry entry) {
        return Happening.of(entry)
                .map(happening -> new FeedRow(entry.seq(), Words.timeOfDay(happening.at(), ZoneOffset.UTC),
                        happening.symbol(), happening.style(), kind(entry.event()),
                        words(entry.event(), happening.text())));
    }

    /// What people wrote stays as it is.
    private static String words(Event event, String text) {
        return switch (event) {
            case Event.NoteTaken _,Event.InterventionRecorded _,Event.PersonActed _ -> text;
            default -> Texts.said(text);
        };
    }

    private static Kind kind(Event event) {
        return switch (event) {
            case Event.AutomationActed _ -> Kind.AUTOMATION;
            case Event.PageSent _ -> Kind.PAGE;
            case Event.PageAcknowledged _,Event.NoteTaken _,Event.InterventionRecorded _,Event.StopRequested _,Event.PersonActed _ ->
                Kind.PERSON;
            default -> Kind.OTHER;
        };
    }
}
