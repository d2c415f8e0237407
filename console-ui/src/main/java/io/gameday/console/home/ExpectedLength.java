package io.gameday.console.home;

import io.gameday.engine.Settings;
import io.gameday.experiment.Expectation;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.Step;
import io.gameday.experiment.MetricCondition;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How long a run takes when all goes as predicted, without the time the app needs to start:
///
/// ```
/// customers come │ steady state seen │ until the last step is over, │ steady state
///     (ramp)     │ (longest of its   │ and what is predicted of it  │ seen again
///                │  lines)           │ had its time                 │ (the same lines)
/// ```
///
/// A system that does not come back takes up to [Settings#settleLimit()] instead of the last part, so this is the
/// usual time and no limit.
final class ExpectedLength {

    private static final Duration RAMP = Settings.of("", "", 0, "").ramp();
    private static final int STEP_SECONDS = 5;

    private ExpectedLength() {
    }

    static Duration of(Experiment experiment) {
        Duration steady = longest(
                experiment.prepare().steadyState().stream().map(MetricCondition::lasts).map(ExpectedLength::orZero));
        return RAMP.plus(steady).plus(steps(experiment)).plus(steady);
    }

    /// Such as `about 1 min 15 s`: to five seconds, because nobody can promise more.
    static String words(Duration length) {
        long seconds = Math.max(STEP_SECONDS, Math.ceilDiv(length.toSeconds(), STEP_SECONDS) * STEP_SECONDS);
        long minutes = seconds / 60;
        String rest = seconds % 60 == 0 ? "" : seconds % 60 + " s";
        return "about " + (minutes == 0 ? rest : (minutes + " min " + rest).strip());
    }

    private static Duration steps(Experiment experiment) {
        List<Step> steps = experiment.steps();
        Duration faults = longest(Stream.concat(steps.stream().map(step -> step.at().plus(orZero(step.lasts()))),
                experiment.operations().stream().map(step -> step.at().plus(orZero(step.lasts())))));
        Duration judged = longest(Stream.concat(experiment.detect().stream(), experiment.respond().stream())
                .map(expectation -> injected(steps, expectation.of()).plus(watched(expectation))));
        return longest(Stream.of(faults, judged));
    }

    private static Duration injected(List<Step> steps, @Nullable String of) {
        return steps.stream().filter(step -> of == null || step.name().equals(of)).findFirst().map(Step::at)
                .orElse(Duration.ZERO);
    }

    /// A metric is usually in bounds at once and must stay there for its time. What is to happen by a time is looked
    /// for at most until then, and usually comes earlier, so it adds nothing.
    private static Duration watched(Expectation expectation) {
        return expectation instanceof Expectation.MetricHolds metric
                ? orZero(metric.condition().lasts())
                : Duration.ZERO;
    }

    private static Duration orZero(@Nullable Duration duration) {
        return duration == null ? Duration.ZERO : duration;
    }

    private static Duration longest(Stream<Duration> durations) {
        return durations.max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }
}
