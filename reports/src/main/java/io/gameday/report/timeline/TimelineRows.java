package io.gameday.report.timeline;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Event.PersonAsked.Turn;
import io.gameday.journal.Verdict;
import io.gameday.journal.view.Words;
import io.gameday.report.facts.Felt;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.scorecard.FaultReceipt;
import io.gameday.report.scorecard.ImpactWindow;
import io.gameday.report.scorecard.Milestones;
import io.gameday.report.scorecard.Reach;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import io.gameday.report.timeline.Row.Kind;
import io.gameday.target.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

import static io.gameday.report.text.Figures.many;
import static io.gameday.report.text.Figures.seconds;
import static io.gameday.report.text.Figures.wholeSeconds;
import static io.gameday.report.timeline.Row.machine;

/// Words the events of a journal and adds what is computed: impact, mitigation, recovery.
final class TimelineRows {

    private static final String ENGINE = "engine";

    private final RunFacts facts;
    private final Scorecard scorecard;
    private final Milestones milestones;
    private final List<Row> rows = new ArrayList<>();

    TimelineRows(RunFacts facts, Scorecard scorecard) {
        this.facts = facts;
        this.scorecard = scorecard;
        milestones = Milestones.of(facts, scorecard.impact());
    }

    List<Row> rows() {
        preparation();
        scorecard.faults().forEach(this::fault);
        scorecard.impact().forEach(this::impact);
        Instant zero = facts.zero();
        rows.addAll(AlarmRows.of(facts, zero == null && !planned() ? milestones.firstAlarm() : zero));
        rows.addAll(AutomationRows.of(facts));
        facts.entries().forEach(this::entry);
        recovered();
        ActRows.lost(facts).ifPresent(rows::add);
        if (facts.felt() != null) {
            notMeasured(facts.felt());
        }
        if (scorecard.outcome().interrupted()) {
            rows.add(machine(facts.last(), Kind.GAP, "INTERRUPTED:", scorecard.outcome().reason(), ENGINE,
                    "J-" + facts.entries().getLast().seq()));
        }
        rows.replaceAll(this::dated);
        rows.sort(Comparator.comparing(Row::at));
        return List.copyOf(rows);
    }

    private boolean planned() {
        return facts.started().target().planned();
    }

    /// An instant of another day than the first says of which.
    private Row dated(Row row) {
        String day = Figures.date(row.at());
        return day.equals(Figures.date(facts.begun()))
                ? row
                : new Row(row.at(), row.end(), row.kind(), row.lead(), "(" + day + ") " + row.text(), row.who(),
                        row.evidence(), row.byPeople());
    }

    private void preparation() {
        var sealed = facts.all(Event.PredictionSealed.class);
        if (!sealed.isEmpty()) {
            rows.add(machine(sealed.getFirst().at(), Kind.SEALED, "", many(sealed.size(), "prediction") + " sealed",
                    ENGINE, span(sealed.getFirst().seq(), sealed.getLast().seq())));
        }
        var granted = facts.all(Event.GuardAnswered.class).stream().filter(g -> g.event().granted()).toList();
        if (!granted.isEmpty()) {
            rows.add(machine(granted.getLast().at(), Kind.GUARD, "", many(granted.size(), "guard") + " granted", ENGINE,
                    span(granted.getFirst().seq(), granted.getLast().seq())));
        }
    }

    static String span(long first, long last) {
        return first == last ? "J-" + first : "J-" + first + "–" + last;
    }

    /// The journal's entry, or the line of the agent's file.
    private static String evidence(long seq) {
        return seq < 0 ? "F-" + -seq : "J-" + seq;
    }

    private void fault(FaultReceipt f) {
        Duration planned = f.planned();
        FaultReceipt.Look bite = f.bite();
        String proof = switch (f.bites()) {
            case HELD -> bite == null ? "" : ", proved after " + seconds(bite.after());
            case BROKEN -> ", but its effect was not there";
            case UNKNOWN -> ", effect not proved";
        };
        rows.add(machine(f.injectedAt(), Kind.FAULT_INJECTED, "Fault injected:",
                f.name() + (planned == null ? "" : " for " + wholeSeconds(planned)) + proof, "injector",
                "J-" + f.seq()));
        FaultReceipt.Removal removal = f.removal();
        if (removal == null) {
            return;
        }
        FaultReceipt.Look look = f.goneLook();
        String gone = switch (f.gone()) {
            case HELD -> look == null ? "" : ", proved gone after " + seconds(look.after());
            case BROKEN -> ", but it is still there: " + (look == null ? removal.detail() : look.value());
            case UNKNOWN -> ", not proved gone";
        };
        rows.add(machine(removal.at(), Kind.FAULT_ENDED, removal.done() ? "Fault ended:" : "Fault not taken away:",
                f.name() + " (" + removal.why() + ")" + gone, "agent", evidence(removal.seq())));
    }

    private void impact(ImpactWindow w) {
        rows.add(machine(w.from(), Kind.IMPACT_START, w.number() == 1 ? "Impact starts:" : "Impact returns:", felt(w),
                "customers", "Fig. 1"));
        if (w.open()) {
            return;
        }
        boolean mitigated = w.to().equals(milestones.mitigated());
        boolean late = w.to().equals(milestones.impactOver()) && !mitigated;
        Instant ended = milestones.faultsEnded();
        String text = late && ended != null
                ? "back within the objective " + seconds(Duration.between(ended, w.to())) + " after the fault ended"
                : scorecard.objectiveWords() + " held from here";
        boolean last = w.number() == scorecard.impact().size();
        String lead = !mitigated
                ? last ? "Impact ends:" : "Impact pauses:"
                : last ? "Mitigated, impact ends:" : "Mitigated:";
        rows.add(machine(w.to(), mitigated ? Kind.MITIGATED : Kind.IMPACT_END, lead,
                last ? text : "within the objective until it returns", "customers", "Fig. 1"));
    }

    private String felt(ImpactWindow w) {
        return planned()
                ? "first " + facts.started().target().request() + " without a useful answer; lowest second " + w.worst()
                : "customers’ metric leaves its objective, " + scorecard.objectiveWords() + "; worst value "
                        + w.worst();
    }

    private void notMeasured(Felt felt) {
        felt.impact().gaps()
                .forEach(gap -> rows.add(new Row(gap.from(), gap.to(), Kind.GAP, "Gap:",
                        "customers’ metric says nothing for " + seconds(Duration.between(gap.from(), gap.to())),
                        felt.metric().event().source(), felt.metric().evidence(), false)));
    }

    private void recovered() {
        @Nullable
        Instant at = milestones.recovered();
        if (at != null) {
            rows.add(machine(at, Kind.RECOVERED, "Recovered:", "steady state verified, every fault seen gone", ENGINE,
                    "computed"));
        }
    }

    private void entry(Entry e) {
        String evidence = "J-" + e.seq();
        switch (e.event()) {
            case Event.GuardAnswered guard when !guard.granted() -> rows.add(machine(e.at(), Kind.STOP,
                    "Guard withheld:", guard.guard() + ": " + guard.reason(), ENGINE, evidence));
            case Event.SteadyStateMeasured s -> rows.add(machine(e.at(), Kind.STEADY_STATE, steadyLead(s),
                    s.line() + (s.requests() == 0 ? ": " + s.value() : ": " + steady(s)), ENGINE, evidence));
            case Event.InterventionRecorded i -> rows.add(machine(i.when(), Kind.INTERVENTION, "Intervention:",
                    i.name() + ": " + i.text(), Words.somebody(i.role()), evidence));
            case Event.PageSent p -> rows.add(machine(p.when() == null ? e.at() : p.when(), Kind.PAGE, "",
                    "Page to " + p.to() + ": " + p.subject(), p.channel(), evidence));
            case Event.PageAcknowledged a -> rows.add(machine(a.when() == null ? e.at() : a.when(), Kind.ACKNOWLEDGED,
                    "", "Page acknowledged", a.by(), evidence));
            case Event.NoteTaken n -> rows.add(ActRows.noted(e.at(), n, evidence));
            case Event.PersonActed a -> ActRows.of(e.at(), a, evidence).ifPresent(rows::add);
            case Event.PersonAsked p -> rows.add(machine(e.at(), Kind.NOTE,
                    p.turn() == Turn.BEGIN ? "Asked to begin:" : "Asked to end:", p.what(), ENGINE, evidence));
            case Event.PersonAnswered p -> rows.add(machine(e.at(), Kind.NOTE, "",
                    p.id() + (p.turn() == Turn.BEGIN ? " has begun" : " has ended"), p.by(), evidence));
            case Event.InjectionFailed f -> rows.add(machine(e.at(), Kind.STOP, "Injection failed:",
                    f.fault().kind() + " " + f.fault().scope() + ": " + f.why(), "agent", evidence));
            case Event.StopConditionMet s -> rows.add(machine(e.at(), Kind.STOP, "Stop condition met:",
                    s.line() + ", was " + s.value(), ENGINE, evidence));
            case Event.StopRequested s ->
                rows.add(machine(e.at(), Kind.STOP, "Stop asked for:", s.why(), s.by(), evidence));
            case Event.GapNoticed g -> rows.add(new Row(g.from(), g.from().plus(g.length()), Kind.GAP, "Gap:",
                    "the controller stood still for " + seconds(g.length()) + "; nothing is known", ENGINE, evidence,
                    false));
            case Event.SourceAway s ->
                rows.add(machine(s.since(), Kind.GAP, s.source() + " not read from here:", s.why(), ENGINE, evidence));
            case Event.SourceBack s ->
                rows.add(machine(s.until(), Kind.GAP, "", s.source() + " read again from here", ENGINE, evidence));
            case Event.BlastRadiusPassed b -> rows.add(
                    machine(e.at(), Kind.LIMIT, "Blast radius passed:", Reach.words(b.what(), facts.started().target())
                            + " " + b.value() + ", planned at most " + b.limit(), ENGINE, evidence));
            case Event.ServerSilent s -> rows.add(machine(e.at(), Kind.NO_DATA, "No data:",
                    s.server().instance() + " does not tell what it counts", ENGINE, evidence));
            case Event.OrdersReadBack r -> rows.add(machine(e.at(), Kind.READ_BACK, "",
                    Figures.of(r.found(), r.acknowledged(), "acknowledged orders") + " read back", ENGINE, evidence));
            case Event.TransferCounted t ->
                rows.add(machine(e.at(), Kind.READ_BACK, "Between zones:", t.transfer().words(), ENGINE, evidence));
            case Event.EvacuationProven v -> rows.add(machine(e.at(),
                    v.verdict() == Verdict.HELD ? Kind.GUARD : Kind.STOP, "Evacuation:", v.value(), ENGINE, evidence));
            case Event.OperationBegun o ->
                rows.add(machine(e.at(), Kind.NOTE, "Step taken:",
                        o.operation().words() + (o.lasts() == null ? "" : " for " + wholeSeconds(o.lasts()))
                                + (o.operation() instanceof Operation.Restore ? ": " + o.text() : ""),
                        ENGINE, evidence));
            case Event.OperationDone o when !o.why().equals("done") -> rows.add(machine(e.at(), Kind.NOTE,
                    "Step taken back:", o.operation().words() + " (" + o.why() + ")", ENGINE, evidence));
            case Event.OperationRefused o -> rows.add(machine(e.at(), Kind.STOP,
                    o.what().equals(Event.OperationRefused.BEGIN) ? "Step refused:" : "Step not taken back:",
                    o.operation().words() + ": " + o.why(), ENGINE, evidence));
            case Event.RunEnded end when planned() ->
                rows.add(machine(e.at(), Kind.ENDED, "Run ended:", end.reason(), ENGINE, evidence));
            case Event.RunStarted _,Event.GuardAnswered _,Event.PredictionSealed _,Event.FaultPlanned _,Event.FaultInjected _,Event.FaultObserved _,Event.FaultReverted _,Event.FaultConfirmedGone _,Event.AlarmChanged _,Event.AutomationActed _,Event.SecondMeasured _,Event.TasksChanged _,Event.SourceRead _,Event.MetricRead _,Event.SampleRead _,Event.PredictionJudged _,Event.OperationDone _,Event.RunEnded _ -> {
                // Told above in rows of their own, in the tables, or in the figures.
            }
        }
    }

    private static String steadyLead(Event.SteadyStateMeasured s) {
        return s.verdict() == Verdict.HELD
                ? "Steady state:"
                : s.verdict() == Verdict.BROKEN ? "Steady state not held:" : "Steady state not known:";
    }

    private static String steady(Event.SteadyStateMeasured s) {
        return Figures.of(s.useful(), s.requests()) + " useful for " + wholeSeconds(s.over());
    }
}
