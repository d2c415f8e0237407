package io.gameday.report.timeline;

import io.gameday.journal.Event;
import io.gameday.journal.PersonAct;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import io.gameday.report.text.Figures;
import io.gameday.report.timeline.Row.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
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
        String who = event.role();
        return switch (event.act()) {
            case PersonAct.Joined _ ->
                Optional.of(machine(at, Kind.GUARD, "Joined:", "their page is open", who, evidence));
            case PersonAct.Left left ->
                Optional.of(machine(left.since(), Kind.GUARD, "Away:", "not heard of from here", who, evidence));
            case PersonAct.Answered answer -> Optional.of(answered(at, answer, who, evidence));
            case PersonAct.Noticed noticed ->
                Optional.of(said(at, "noticed without an alarm: " + noticed.text(), who, noticed.typed(), evidence));
            case PersonAct.Opened opened -> Optional.of(machine(at, Kind.SEALED, lead(opened.outcome()),
                    opened.text() + " (" + opened.seen() + ")", "people", evidence));
            case PersonAct.Invited _,PersonAct.Sealed _ -> Optional.empty();
        };
    }

    private static Row answered(Instant at, PersonAct.Answered answer, String who, String evidence) {
        Kind kind = answer.go() ? Kind.GUARD : Kind.STOP;
        String lead = answer.go() ? "Go:" : "No-go:";
        if (!answer.by().equals(who)) {
            return machine(at, kind, lead, "said by " + answer.by() + ": " + answer.why(), who, evidence);
        }
        return answer.why().isEmpty()
                ? machine(at, kind, lead, "the run may begin", who, evidence)
                : new Row(at, null, kind, lead, answer.why(), who, evidence, true);
    }

    /// What was sealed and never opened, because the run lost its controller.
    static Optional<Row> lost(RunFacts facts) {
        Set<String> sealed = new LinkedHashSet<>();
        for (Stamped<Event.PersonActed> stamped : facts.all(Event.PersonActed.class)) {
            switch (stamped.event().act()) {
                case PersonAct.Sealed(String id, _) -> sealed.add(id);
                case PersonAct.Opened opened -> sealed.remove(opened.id());
                default -> {
                    // Not about predictions.
                }
            }
        }
        return sealed.isEmpty()
                ? Optional.empty()
                : Optional.of(machine(facts.last(), Kind.SEALED, "Never opened:", Figures.many(sealed.size(),
                        "prediction")
                        + " of people; what they wrote is in predictions.people.json of the run folder, if it is"
                        + " still there", "people", "J-" + facts.entries().getLast().seq()));
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
                        text + " (" + Figures.seconds(Duration.between(typed, at)) + " before it came in)", role,
                        evidence, true);
    }
}
