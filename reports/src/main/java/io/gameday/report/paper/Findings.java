package io.gameday.report.paper;

import io.gameday.journal.Verdict;
import io.gameday.report.phrase.OwnWords;
import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.scorecard.FaultReceipt;
import io.gameday.report.scorecard.ImpactWindow;
import io.gameday.report.scorecard.Reach;
import io.gameday.report.scorecard.Response;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.scorecard.Scorecard.Prediction;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The scorecard of one run on one page: each value raw, beside what was predicted of it. There is no total, since
/// nothing here can be added up.
///
/// @param origin   `EXPERIMENT`, `SIMULATION` or `GAME DAY`
/// @param planned  false of an incident, which has no plan to be compared with
/// @param pages    null where who was paged was not read
/// @param stopped  from the first stop to the last fault taken away; null where nobody stopped it, or nothing was
///                 taken away since
/// @param restored the steady state came back and every fault was seen gone
/// @param unjudged predictions of which it is not known whether they came true
public record Findings(String run, String title, String origin, Instant begun, Instant ended, Verdict verdict,
        String reason, boolean interrupted, boolean planned, boolean injected, String requests, List<Timing> timings,
        List<ImpactWindow> impact, boolean customersMeasured, List<Response.Stop> stops, @Nullable Duration stopped,
        Reach reach, List<Limit> limits, List<String> cells, List<String> zones, long right, long wrong, long unjudged,
        long predictions, Verdict restored, Verdict faultsGone, List<Scorecard.SteadyState> steadyAfter,
        List<FaultReceipt> faults, boolean interventionsKnown, int interventions, @Nullable Integer pages,
        long automation) implements OwnWords {

    @Override
    public Set<String> ownWords() {
        return Set.of("run", "title", "cells", "zones");
    }

    /// A duration of the run.
    ///
    /// @param value null where the journal tells nothing of it at all
    /// @param told  predictions that are about it, each counted as its own kind is
    public record Timing(Part part, @Nullable DurationValue value, List<Prediction> told) {
    }

    /// What people compare runs by.
    public enum Part {
        DETECT("detect", "alarm ", "told of "), ENGAGE("engage", "page ", "acknowledged by "),
        /// No event of the journal tells when people understood what it was.
        DIAGNOSE(""),
        /// `unaffected` counts from the impact, as mitigation does.
        MITIGATE("mitigateFromImpact", "availability", "p99", "p50", "customers unaffected"), RECOVER("recover");

        private final String duration;
        private final List<String> texts;

        Part(String duration, String... texts) {
            this.duration = duration;
            this.texts = List.of(texts);
        }

        private boolean isToldBy(Prediction prediction) {
            return texts.stream().anyMatch(prediction.text()::startsWith);
        }
    }

    /// @param what   `customers` or `failedOrders`
    /// @param wanted the most that was predicted
    public record Limit(String what, String wanted, String value) {
    }

    public static Findings of(Scorecard card) {
        List<Scorecard.SteadyState> after = card.steadyStates().stream().filter(state -> state.when().equals("after"))
                .toList();
        return new Findings(card.run(), card.experiment().title(), card.experiment().origin(), card.begun(),
                card.ended(), card.outcome().verdict(), card.outcome().reason(), card.outcome().interrupted(),
                card.experiment().target().planned(), card.zero() != null, card.experiment().target().requests(),
                timings(card), card.impact(), card.customersMeasured(), card.response().stops(), stopped(card),
                card.reach(),
                card.reach().limits().stream()
                        .map(limit -> new Limit(Reach.words(limit.what(), card.experiment().target()), limit.wanted(),
                                limit.value()))
                        .toList(),
                card.experiment().cells(), card.experiment().zones(), card.predictions(Verdict.HELD),
                card.predictions(Verdict.BROKEN), card.predictions(Verdict.UNKNOWN), card.predictions().size(),
                restored(card, after), card.faultsGone(), after, card.faults(), card.response().interventionsKnown(),
                card.response().interventions().size(),
                card.response().pagesKnown() ? card.response().pages().size() : null, card.response().sinceZero());
    }

    private static List<Timing> timings(Scorecard card) {
        return Arrays.stream(Part.values())
                .map(part -> new Timing(part, card.durations().stream()
                        .filter(duration -> duration.name().equals(part.duration)).findFirst().orElse(null),
                        card.predictions().stream().filter(part::isToldBy).toList()))
                .toList();
    }

    private static @Nullable Duration stopped(Scorecard card) {
        if (card.response().stops().isEmpty()) {
            return null;
        }
        Instant first = card.response().stops().getFirst().at();
        return card.faults().stream().map(FaultReceipt::removal)
                .filter(removal -> removal != null && removal.done() && !removal.at().isBefore(first))
                .map(removal -> Duration.between(first, removal.at())).max(Duration::compareTo).orElse(null);
    }

    /// Not measured is not restored, and not broken either.
    private static Verdict restored(Scorecard card, List<Scorecard.SteadyState> after) {
        Predicate<Verdict> any = verdict -> card.faultsGone() == verdict
                || after.stream().anyMatch(state -> state.verdict() == verdict);
        if (any.test(Verdict.BROKEN)) {
            return Verdict.BROKEN;
        }
        return after.isEmpty() || any.test(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.HELD;
    }
}
