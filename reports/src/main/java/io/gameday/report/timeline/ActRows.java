package io.gameday.report.timeline;

import io.gameday.journal.Event;
import io.gameday.journal.PersonAct;
import io.gameday.report.text.Figures;
import io.gameday.report.timeline.Row.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

import static io.gameday.report.timeline.Row.machine;

/// What people did in a run to which they were invited. Predictions are told by what came of them, never by who made them.
final class ActRows {

    private ActRows() {
    }

    static Row noted(Instant at, Event.NoteTaken note, String evidence) {
        return said(at, note.text(), note.role(), note.typed(), evidence);
    }

    static Optional<Row> of(Instant at, Event.PersonActed event, String evidence) {
        return switch (event.act()) {
            case PersonAct.Joined _ -> Optional.of(machine(at, Kind.NOTE, "Joined:", "", event.role(), evidence));
            case PersonAct.Left left ->
                Optional.of(machine(left.since(), Kind.GAP, "Away:", "not heard of from here", event.role(), evidence));
            case PersonAct.Answered answer -> Optional.of(machine(at, answer.go() ? Kind.GUARD : Kind.STOP,
                    answer.go() ? "Go:" : "No-go:",
                    answer.by().equals(event.role()) ? answer.why() : "said by " + answer.by() + ": " + answer.why(),
                    event.role(), evidence));
            case PersonAct.Noticed noticed -> Optional.of(
                    said(at, "noticed without an alarm: " + noticed.text(), event.role(), noticed.typed(), evidence));
            case PersonAct.Sealed _,PersonAct.Invited _ -> Optional.empty();
            case PersonAct.Opened opened -> Optional.of(machine(at, Kind.SEALED, lead(opened.outcome()),
                    opened.text() + " (" + opened.seen() + ")", "people", evidence));
        };
    }

    private static String lead(PersonAct.Opened.Outcome outcome) {
        return switch (outcome) {
            case HIT -> "Predicted, hit:";
            case MISS -> "Predicted, miss:";
            case NOT_OBSERVED -> "Predicted, not observed:";
        };
    }

    /// At the time that it was written; where it came in later, that is said.
    private static Row said(Instant at, String text, String role, @Nullable Instant typed, String evidence) {
        return typed == null
                ? new Row(at, null, Kind.NOTE, "", text, role, evidence, true)
                : new Row(typed, null, Kind.NOTE, "",
                        text + " (came in " + Figures.seconds(Duration.between(typed, at)) + " later)", role, evidence,
                        true);
    }
}
