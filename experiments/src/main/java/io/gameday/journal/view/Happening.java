package io.gameday.journal.view;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Event.PersonAsked.Turn;
import io.gameday.journal.Verdict;
import io.gameday.observability.alarm.AlarmState;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One event in one line for people. Measurements of each second are no happening.
///
/// @param symbol carries the state where there is no colour
public record Happening(Instant at, String symbol, Style style, String text) {

    public static Optional<Happening> of(Entry entry) {
        return Optional.ofNullable(switch (entry.event()) {
            case Event.RunStarted e -> plain(entry,
                    e.target().planned()
                            ? "run " + entry.run() + " of " + e.experiment() + " on the " + e.target().words()
                                    + ", seed " + e.seed()
                            : "the time asked about begins");
            case Event.GuardAnswered e -> e.granted()
                    ? new Happening(entry.at(), "✓", Style.HEALTHY, "guard " + e.guard() + ": " + e.reason())
                    : new Happening(entry.at(), "×", Style.ALARM, "guard " + e.guard() + " says no: " + e.reason());
            case Event.SteadyStateMeasured e -> judged(entry, e.verdict(), "steady state "
                    + e.when().name().toLowerCase(Locale.ROOT) + " the faults: " + e.line() + ", is " + e.value());
            case Event.FaultPlanned e -> plain(entry,
                    "planned: " + Words.name(e.fault()) + ", reaches " + Words.count(e.tasks().size(), "task") + " in "
                            + Words.count(e.cells().size(), "cell") + " and " + Words.count(e.zones().size(), "zone"));
            case Event.FaultInjected e -> new Happening(entry.at(), "⚡", Style.FAULT,
                    Words.name(e.fault()) + " injected" + (e.lasts() == null ? "" : " for " + Words.tenths(e.lasts())));
            case Event.InjectionFailed e -> new Happening(entry.at(), "×", Style.ALARM,
                    Words.name(e.fault()) + " could not be injected: " + e.why());
            case Event.PersonAsked e -> new Happening(entry.at(), "?", Style.FAULT,
                    (e.turn() == Turn.BEGIN ? "somebody is asked to begin: " : "somebody is asked to end: ") + e.what()
                            + ". Then: gameday external RUN " + (e.turn() == Turn.BEGIN ? "begun" : "ended"));
            case Event.PersonAnswered e -> new Happening(entry.at(), "⚡", Style.FAULT,
                    e.by() + " says that " + e.id() + " has " + (e.turn() == Turn.BEGIN ? "begun" : "ended"));
            case Event.FaultObserved e -> judged(entry, e.bites(),
                    "effect of " + e.id() + (e.bites() == Verdict.HELD ? " proved: " : " not proved: ") + e.measure()
                            + ", " + e.value() + ", wanted " + e.wanted());
            case Event.FaultReverted e -> new Happening(entry.at(), e.done() ? "⚡" : "×",
                    e.done() ? Style.FAULT : Style.ALARM, (e.done() ? "taken away: " : "not taken away: ") + e.id()
                            + " (" + e.why() + ")" + tail(e.detail()));
            case Event.FaultConfirmedGone e ->
                judged(entry, e.gone(), e.id() + (e.gone() == Verdict.HELD ? " proved gone: " : " not confirmed gone: ")
                        + e.measure() + ", " + e.value() + ", wanted " + e.wanted());
            case Event.AlarmChanged e -> alarm(e.when() == null ? entry.at() : e.when(), e);
            case Event.AutomationActed e -> new Happening(entry.at(), "↻", Style.REPLACED, e.name() + ": " + e.text());
            case Event.InterventionRecorded e ->
                plain(entry, "intervention " + e.name() + " by " + Words.somebody(e.role()) + ": " + e.text());
            case Event.PageSent e -> new Happening(e.when() == null ? entry.at() : e.when(), "!", Style.ALARM,
                    e.to() + " paged by " + e.channel() + ": " + e.subject());
            case Event.PageAcknowledged e -> plain(entry, "page acknowledged by " + e.by());
            case Event.NoteTaken e ->
                plain(entry, "note by " + e.role() + ": " + e.text() + PeopleWords.typed(e.typed()));
            case Event.PersonActed e -> PeopleWords.happening(entry.at(), e);
            case Event.StopConditionMet e ->
                new Happening(entry.at(), "!", Style.ALARM, "stop condition met: " + e.line() + ", is " + e.value());
            case Event.StopRequested e ->
                new Happening(entry.at(), "!", Style.ALARM, "stop asked for by " + e.by() + tail(e.why()));
            case Event.SourceAway e -> new Happening(entry.at(), "○", Style.ALARM,
                    e.why() + ": what " + e.source() + " tells is not known until it can be read again");
            case Event.SourceBack e -> plain(entry, e.source() + " is read again");
            case Event.SourceRead e -> plain(entry, e.source() + " was read: " + e.what());
            case Event.MetricRead e -> plain(entry, "what customers felt, from " + e.source() + ": " + e.query());
            case Event.GapNoticed e -> new Happening(entry.at(), "○", Style.PLAIN,
                    "Gameday stood still for " + Words.tenths(e.length()) + ": nothing is known about that time");
            case Event.BlastRadiusPassed e -> new Happening(entry.at(), "!", Style.DEGRADED,
                    "over the blast radius: " + e.what() + " " + e.value() + ", limit " + e.limit());
            case Event.ServerSilent e -> new Happening(entry.at(), "○", Style.PLAIN, e.server().instance()
                    + " does not tell what it counts: it " + e.why() + ". Until it does nothing is known of it");
            case Event.OrdersReadBack e -> new Happening(entry.at(), e.found() == e.acknowledged() ? "✓" : "×",
                    e.found() == e.acknowledged() ? Style.HEALTHY : Style.ALARM,
                    "orders read back: " + Words.ofTotal(e.found(), e.acknowledged()) + " acknowledged");
            case Event.PredictionJudged e -> judged(entry, e.verdict(), e.verdict().name().toLowerCase(Locale.ROOT)
                    + ": " + e.text() + ", wanted " + e.wanted() + ", was " + e.value());
            case Event.EvacuationProven e -> judged(entry, e.verdict(),
                    "evacuation of " + e.zone() + ", " + e.part().name().toLowerCase(Locale.ROOT) + tail(e.value()));
            case Event.OperationBegun e ->
                new Happening(entry.at(), "⇄", Style.REPLACED, "step " + e.step() + ": " + e.operation().words()
                        + (e.lasts() == null ? "" : " for " + Words.tenths(e.lasts())) + tail(e.text()));
            case Event.OperationDone e -> new Happening(entry.at(), "⇄", Style.REPLACED,
                    "step " + e.step() + " is over (" + e.why() + ")" + tail(e.text()));
            case Event.OperationRefused e -> new Happening(entry.at(), "×", Style.ALARM, "step " + e.step() + ": "
                    + e.operation().words()
                    + (e.what().equals(Event.OperationRefused.BEGIN) ? " was refused: " : " could not be taken back: ")
                    + e.why());
            case Event.TransferCounted e -> plain(entry, "cross-zone traffic: " + e.transfer().words());
            case Event.RunEnded e ->
                judged(entry, e.verdict(), "ended with exit code " + e.exitCode() + ": " + e.reason());
            case Event.PredictionSealed _,Event.SecondMeasured _,Event.TasksChanged _,Event.SampleRead _ -> null;
        });
    }

    private static Happening plain(Entry entry, String text) {
        return new Happening(entry.at(), "·", Style.PLAIN, text);
    }

    private static Happening judged(Entry entry, Verdict verdict, String text) {
        return new Happening(entry.at(), Words.symbol(verdict), Words.style(verdict), text);
    }

    private static Happening alarm(Instant at, Event.AlarmChanged e) {
        String name = new AlarmView(e.alarm(), e.scope(), e.to(), at, null, e.source()).words();
        return switch (e.to()) {
            case ALARM -> new Happening(at, "!", Style.ALARM, name + " in ALARM: " + e.evidence());
            case OK -> new Happening(at, e.from() == AlarmState.ALARM ? "✓" : "○",
                    e.from() == AlarmState.ALARM ? Style.HEALTHY : Style.QUIET, name + " is OK: " + e.evidence());
            case INSUFFICIENT_DATA -> new Happening(at, "○", Style.PLAIN, name + " has no data: " + e.evidence());
        };
    }

    private static String tail(String detail) {
        return detail.isEmpty() ? "" : ": " + detail;
    }
}
