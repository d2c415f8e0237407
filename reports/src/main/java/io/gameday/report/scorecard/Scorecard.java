package io.gameday.report.scorecard;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.Verdict;
import io.gameday.report.facts.Felt;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.grade.Impact;
import io.gameday.report.gray.Square;
import io.gameday.report.phrase.OwnWords;
import io.gameday.report.receipt.Receipt;
import io.gameday.report.text.Figures;
import io.gameday.target.TargetKind;
import io.gameday.target.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a run came to. The same journal gives the same scorecard; what the journal does not tell is null or said in
/// words, never zero.
///
/// @param zero      the first injection, from which everything is counted; null when nothing was injected
/// @param objective availability below which customers have an impact, 0 to 1; 0 where nobody asked for a share
/// @param metric    of an incident that was read afterwards; null where none was read, as in every run
/// @param lowest    per observer and scope, site first
/// @param impact    windows in which customers had less than the objective, in order
/// @param blind     those that no alarm told of
/// @param cells     the same of each cell's customers
/// @param square    customers' view against alarms and health checks
/// @param gaps      times about which the controller knows nothing
/// @param transfer  what customers' requests carried, and what of it left its zone; null where nobody counted it
/// @param receipt   null when it was made from entries alone, without the files they lie in
public record Scorecard(String run, Experiment experiment, Outcome outcome, Instant begun, Instant ended,
        @Nullable Instant zero, double objective, @Nullable Metric metric, Customers customers, Orders orders,
        @Nullable ReadBack readBack, List<LowPoint> lowest, Latency latency, List<ImpactWindow> impact, Blind blind,
        List<CellImpact> cells, Square square, List<Prediction> predictions, List<DurationValue> durations,
        List<FaultReceipt> faults, List<FailedInjection> failedInjections, Reach reach, Response response,
        List<Guard> guards, List<SteadyState> steadyStates, List<Gap> gaps, @Nullable Transfer transfer,
        @Nullable Receipt receipt) {

    /// What was played, on what.
    ///
    /// @param rate     requests per second of all customers together, as planned
    /// @param headroom capacity of the system in percent of its peak; 0 where only its team knows it
    public record Experiment(String name, String title, String hypothesis, TargetKind target, String version, long seed,
            String owner, List<String> cells, List<String> zones, int customers, double rate,
            int headroom) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("name", "title", "hypothesis", "version", "owner");
        }

        /// `EXPERIMENT`, `SIMULATION`, `GAME DAY` or `REAL INCIDENT`, so that nobody takes one for another.
        public String origin() {
            return target.origin();
        }
    }

    /// The metric of a team's own that says what customers felt.
    ///
    /// @param requests  query of how many requests there were; null where that was not asked
    /// @param objective in words, such as `at least 99.9 %`
    /// @param step      between two of `samples`
    /// @param worst     in words; null without any sample
    public record Metric(String source, String query, @Nullable String requests, String objective, Duration step,
            int samples, @Nullable String worst, @Nullable Instant worstAt) {

        static Metric of(Felt felt) {
            Event.MetricRead read = felt.metric().event();
            return new Metric(read.source(), read.query(), read.requests(), Impact.words(felt.objective()), read.step(),
                    felt.samples().size(), felt.worst().map(sample -> felt.words(sample.value())).orElse(null),
                    felt.worst().map(Event.SampleRead::when).orElse(null));
        }
    }

    /// @param exitCode    as the command line returned it; null when the run never came to its end
    /// @param interrupted the journal has no `RunEnded`
    /// @param torn        its last line was cut off
    public record Outcome(Verdict verdict, @Nullable Integer exitCode, String reason, boolean interrupted,
            boolean torn) {

        /// True when a guard or the steady state forbade the start.
        public boolean notStarted() {
            return exitCode != null && exitCode == 5;
        }
    }

    /// @param hurtEver   customers with at least one request without a useful answer since the first fault
    /// @param mostAtOnce the most in any one second
    /// @param mostAt     that second; null when nobody was hurt
    public record Customers(int hurtEver, int mostAtOnce, @Nullable Instant mostAt, int total) {
    }

    /// Customers' requests without a useful answer, from the first fault to the end of impact.
    ///
    /// @param from  null when nothing was injected
    /// @param whole what the limit of the blast radius is judged by
    public record Orders(long failed, long of, @Nullable Instant from, Instant to, WholeRun whole, Baseline baseline) {
    }

    /// The same to the end of the run.
    public record WholeRun(long failed, long of) {
    }

    /// The same before the first fault.
    public record Baseline(long failed, long of) {
    }

    /// Acknowledged orders read back after the run.
    public record ReadBack(long acknowledged, long found, List<CustomerOrders> lost, List<CustomerOrders> unknown) {

        /// Who lost how many, such as `c-01 2, c-07 1`. @param most who are named, the first ones
        public String losers(int most) {
            return lost.stream().limit(most).map(c -> c.customer() + " " + c.orders().size())
                    .collect(Collectors.joining(", "));
        }

        public long lostOrders() {
            return lost.stream().mapToLong(c -> c.orders().size()).sum();
        }

        public long unknownOrders() {
            return unknown.stream().mapToLong(c -> c.orders().size()).sum();
        }
    }

    public record CustomerOrders(String customer, List<String> orders) {
    }

    /// Customers' 99th percentile of one second; an unanswered request counts as the limit it waited for.
    ///
    /// @param baselineMicros     median of the seconds of the steady state; null when none was measured
    /// @param meanMicros         from the first fault until the last was taken away; null when not measured
    /// @param baselineMeanMicros of the steady state; null when not measured
    public record Latency(@Nullable Long p99PeakMicros, @Nullable Instant peakAt, @Nullable Long baselineMicros,
            @Nullable Long meanMicros, @Nullable Long baselineMeanMicros) {
    }

    /// @param text empty where a run ended before the sealed text was opened
    public record Prediction(String id, String phase, String text, Verdict verdict, String wanted, String value,
            String detail, @Nullable Long seq) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("id", "phase", "text");
        }

        @Override
        public boolean everywhere() {
            return false;
        }

    }

    /// An injection that did not succeed. Nothing should be left of it; `gone` tells whether that was seen.
    public record FailedInjection(String id, String name, String why, Verdict gone, String undo,
            long seq) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("id", "undo");
        }

    }

    public record Guard(String guard, boolean granted, String reason, long seq) {
    }

    public record SteadyState(String when, String line, Verdict verdict, String value, long seq) {
    }

    public record Gap(Instant from, Instant to, long seq) {
    }

    /// @param complete whether the journal has its `RunEnded`
    /// @param torn     whether its last line was cut off
    /// @throws JournalFailure when the journal does not begin with a run
    public static Scorecard of(List<Entry> entries, boolean complete, boolean torn) {
        return of(entries, complete, torn, null);
    }

    /// @param receipt of the same run
    /// @throws JournalFailure when the journal does not begin with a run
    public static Scorecard of(List<Entry> entries, boolean complete, boolean torn, @Nullable Receipt receipt) {
        return of(new RunFacts(entries), complete, torn, () -> receipt);
    }

    /// @param receipt of the same run; asked for when everything else is there
    public static Scorecard of(RunFacts facts, boolean complete, boolean torn, Supplier<@Nullable Receipt> receipt) {
        return new Scoring(facts, complete, torn, receipt).scorecard();
    }

    /// Predictions with this verdict.
    public long predictions(Verdict verdict) {
        return predictions.stream().filter(p -> p.verdict() == verdict).count();
    }

    /// Whether anything is known about customers since the first fault at all.
    public boolean customersMeasured() {
        return orders.of() > 0 || metric != null && metric.samples() > 0;
    }

    /// Whether customers were counted one by one. A metric may show that they were hurt, and not how many.
    public boolean customersCounted() {
        return customersMeasured() && customers.total() > 0;
    }

    /// What customers are to have, in words.
    public String objectiveWords() {
        return metric == null ? Figures.percent(objective) : metric.objective();
    }

    /// Whether any customer was hurt, or the objective missed.
    public boolean customersAffected() {
        return customers.hurtEver() > 0 || !impact.isEmpty();
    }

    /// Held when every fault that was injected, or half injected, was seen gone.
    public Verdict faultsGone() {
        List<Verdict> gone = Stream
                .concat(faults.stream().map(FaultReceipt::gone), failedInjections.stream().map(FailedInjection::gone))
                .toList();
        if (gone.contains(Verdict.BROKEN)) {
            return Verdict.BROKEN;
        }
        return gone.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.HELD;
    }
}
