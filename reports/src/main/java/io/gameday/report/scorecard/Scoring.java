package io.gameday.report.scorecard;

import io.gameday.experiment.Impact;
import io.gameday.experiment.Objective.AtLeast;
import io.gameday.journal.Event;
import io.gameday.journal.Event.SteadyStateMeasured.When;
import io.gameday.journal.Verdict;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.report.facts.Felt;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.SeriesName;
import io.gameday.report.facts.Stamped;
import io.gameday.report.facts.Tellings;
import io.gameday.report.gray.Square;
import io.gameday.report.gray.Views;
import io.gameday.report.receipt.Receipt;
import io.gameday.report.scorecard.Scorecard.Baseline;
import io.gameday.report.scorecard.Scorecard.CustomerOrders;
import io.gameday.report.scorecard.Scorecard.Customers;
import io.gameday.report.scorecard.Scorecard.Experiment;
import io.gameday.report.scorecard.Scorecard.FailedInjection;
import io.gameday.report.scorecard.Scorecard.Gap;
import io.gameday.report.scorecard.Scorecard.Guard;
import io.gameday.report.scorecard.Scorecard.Latency;
import io.gameday.report.scorecard.Scorecard.Metric;
import io.gameday.report.scorecard.Scorecard.Orders;
import io.gameday.report.scorecard.Scorecard.Outcome;
import io.gameday.report.scorecard.Scorecard.ReadBack;
import io.gameday.report.scorecard.Scorecard.SteadyState;
import io.gameday.report.scorecard.Scorecard.WholeRun;
import io.gameday.report.text.FaultWords;
import io.gameday.report.text.Figures;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts one scorecard together.
final class Scoring {

    private final RunFacts facts;
    private final boolean complete;
    private final boolean torn;
    private final Supplier<@Nullable Receipt> receipt;

    Scoring(RunFacts facts, boolean complete, boolean torn, Supplier<@Nullable Receipt> receipt) {
        this.facts = facts;
        this.complete = complete;
        this.torn = torn;
        this.receipt = receipt;
    }

    Scorecard scorecard() {
        Felt felt = facts.felt();
        double objective = objective(felt);
        Impact rule = new Impact(objective);
        Tellings tellings = Tellings.of(facts);
        List<ImpactWindow> impact = felt == null
                ? new ImpactWindows(facts, rule, Scope.SITE, tellings).find()
                : FeltWindows.of(facts, felt, tellings);
        Milestones milestones = Milestones.of(facts, impact);
        List<LowPoint> lowest = LowPoint.of(facts, objective);
        return new Scorecard(facts.run(), experiment(), outcome(), facts.begun(), facts.last(), facts.zero(), objective,
                felt == null ? null : Metric.of(felt), customers(),
                felt == null ? orders(impact) : orders(felt, impact), readBack(), lowest, latency(), impact,
                Blind.of(impact, facts.measured(), facts.started().target()), CellImpact.of(facts, rule, tellings),
                Square.of(new Views(facts, rule, tellings), tellings.standingBefore()), Predictions.of(facts),
                new Durations(facts, milestones, impact).all(), FaultReceipt.of(facts), failedInjections(),
                Reach.of(facts, lowest), Response.of(facts), guards(), steadyStates(), gaps(),
                facts.last(Event.TransferCounted.class, t -> true).map(t -> t.event().transfer()).orElse(null),
                receipt.get());
    }

    private double objective(@Nullable Felt felt) {
        if (felt != null && felt.objective() instanceof AtLeast(double share)) {
            return share;
        }
        return facts.started().target().planned() ? Objective.of(facts) : 0;
    }

    /// Impact of an incident begins with its first window and not with a fault.
    private static Orders orders(Felt felt, List<ImpactWindow> impact) {
        Instant from = impact.isEmpty() ? felt.period().from() : impact.getFirst().from();
        Instant to = impact.isEmpty() ? felt.until() : impact.getLast().to();
        Felt.Counted during = felt.counted(from, to);
        Felt.Counted whole = felt.counted(felt.period().from(), felt.period().to());
        Felt.Counted before = felt.counted(felt.period().from(), from);
        return new Orders(during.failed(), during.of(), impact.isEmpty() ? null : from, to,
                new WholeRun(whole.failed(), whole.of()), new Baseline(before.failed(), before.of()));
    }

    private Experiment experiment() {
        Event.RunStarted s = facts.started();
        return new Experiment(s.experiment(), s.title(), s.hypothesis(), s.target(), s.version(), s.seed(), s.owner(),
                s.cells(), s.zones(), s.customers(), s.rate(), s.headroomPercent());
    }

    private Outcome outcome() {
        var ended = facts.last(Event.RunEnded.class, e -> true);
        if (complete && ended.isPresent()) {
            Event.RunEnded end = ended.get().event();
            return new Outcome(end.verdict(), end.exitCode(), end.reason(), false, torn);
        }
        boolean broken = facts.first(Event.PredictionJudged.class, p -> p.verdict() == Verdict.BROKEN).isPresent();
        return new Outcome(
                broken ? Verdict.BROKEN : Verdict.UNKNOWN, null, "The journal ends at " + Figures.clock(facts.last())
                        + " UTC without the end of the run" + (torn ? "; its last line was cut off." : "."),
                true, torn);
    }

    private Customers customers() {
        int ever = 0;
        int most = 0;
        Instant mostAt = null;
        int total = facts.started().customers();
        for (Event.SecondMeasured second : facts.secondsSinceZero()) {
            ever = Math.max(ever, second.hurtEver());
            total = Math.max(total, second.total());
            if (second.hurtNow() > most) {
                most = second.hurtNow();
                mostAt = second.second();
            }
        }
        return new Customers(Math.max(ever, most), most, mostAt, total);
    }

    /// To the end of impact; without one, to the faults' end; where even that is missing, to the last second.
    private Orders orders(List<ImpactWindow> impact) {
        Instant ended = facts.faultsEnded();
        Instant to = !impact.isEmpty() ? impact.getLast().to() : ended != null ? ended : facts.measuredUntil();
        Tally sum = facts.secondsSinceZero().stream().filter(s -> s.second().isBefore(to)).map(Scoring::site)
                .reduce(Tally.NONE, Tally::plus);
        Tally whole = facts.secondsSinceZero().stream().map(Scoring::site).reduce(Tally.NONE, Tally::plus);
        return new Orders(sum.failed(), sum.requests(), facts.zero(), to,
                new WholeRun(whole.failed(), whole.requests()), baseline());
    }

    private Baseline baseline() {
        var steady = steadyBefore();
        if (steady != null) {
            return new Baseline(steady.event().requests() - steady.event().useful(), steady.event().requests());
        }
        Tally sum = facts.secondsBeforeZero().stream().map(Scoring::site).reduce(Tally.NONE, Tally::plus);
        return new Baseline(sum.failed(), sum.requests());
    }

    /// The steady state that opened the gate; before it there is warming up.
    private @Nullable Stamped<Event.SteadyStateMeasured> steadyBefore() {
        return facts.last(Event.SteadyStateMeasured.class, s -> s.when() == When.BEFORE && s.requests() > 0)
                .orElse(null);
    }

    private Latency latency() {
        Long peak = null;
        Instant at = null;
        for (Event.SecondMeasured second : facts.secondsSinceZero()) {
            Tally site = site(second);
            if (site.requests() > 0 && (peak == null || site.p99Micros() > peak)) {
                peak = site.p99Micros();
                at = second.second();
            }
        }
        var steady = steadyBefore();
        Instant from = steady == null ? Instant.MIN : steady.at().minus(steady.event().over());
        List<Tally> before = facts.secondsBeforeZero().stream().filter(s -> !s.second().isBefore(from))
                .map(Scoring::site).filter(t -> t.requests() > 0).toList();
        List<Long> p99 = before.stream().map(Tally::p99Micros).sorted().toList();
        Instant ended = facts.faultsEnded();
        List<Tally> faulty = facts.secondsSinceZero().stream().filter(s -> ended == null || s.second().isBefore(ended))
                .map(Scoring::site).toList();
        return new Latency(peak, at, p99.isEmpty() ? null : p99.get(p99.size() / 2), mean(faulty), mean(before));
    }

    private static @Nullable Long mean(List<Tally> seconds) {
        OptionalDouble mean = seconds.stream().reduce(Tally.NONE, Tally::plus).meanMicros();
        return mean.isEmpty() ? null : Long.valueOf(Math.round(mean.getAsDouble()));
    }

    private static Tally site(Event.SecondMeasured second) {
        return SeriesName.tally(second, Observer.CUSTOMER, Scope.SITE);
    }

    private @Nullable ReadBack readBack() {
        return facts.last(Event.OrdersReadBack.class, r -> true).map(Stamped::event)
                .map(r -> new ReadBack(r.acknowledged(), r.found(), byCustomer(r.lost()), byCustomer(r.unknown())))
                .orElse(null);
    }

    private static List<CustomerOrders> byCustomer(Map<String, List<String>> orders) {
        return new TreeMap<>(orders).entrySet().stream().map(e -> new CustomerOrders(e.getKey(), e.getValue()))
                .toList();
    }

    private List<FailedInjection> failedInjections() {
        return facts.all(Event.InjectionFailed.class).stream().map(f -> {
            String id = f.event().id();
            return new FailedInjection(id, FaultWords.name(f.event().fault()), f.event().why(),
                    facts.last(Event.FaultConfirmedGone.class, g -> g.id().equals(id)).map(g -> g.event().gone())
                            .orElse(Verdict.UNKNOWN),
                    facts.first(Event.FaultPlanned.class, p -> p.id().equals(id)).map(p -> p.event().undo())
                            .orElse("not stated"),
                    f.seq());
        }).toList();
    }

    private List<Guard> guards() {
        return facts.all(Event.GuardAnswered.class).stream()
                .map(g -> new Guard(g.event().guard(), g.event().granted(), g.event().reason(), g.seq())).toList();
    }

    private List<SteadyState> steadyStates() {
        return facts.all(Event.SteadyStateMeasured.class).stream()
                .map(s -> new SteadyState(s.event().when().name().toLowerCase(Locale.ROOT), s.event().line(),
                        s.event().verdict(), s.event().value(), s.seq()))
                .toList();
    }

    private List<Gap> gaps() {
        Felt felt = facts.felt();
        Stream<Gap> notMeasured = felt == null
                ? Stream.of()
                : felt.impact().gaps().stream().map(gap -> new Gap(gap.from(), gap.to(), felt.metric().seq()));
        return Stream
                .concat(notMeasured,
                        facts.all(Event.GapNoticed.class).stream().map(
                                g -> new Gap(g.event().from(), g.event().from().plus(g.event().length()), g.seq())))
                .toList();
    }
}
