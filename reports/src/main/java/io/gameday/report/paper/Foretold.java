package io.gameday.report.paper;

import io.gameday.experiment.Expectation;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.Impact;
import io.gameday.experiment.Metric;
import io.gameday.observability.Scope;
import io.gameday.report.phrase.OwnWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A prediction of the file with its times, ready for a template.
///
/// @param phase  whose it is
/// @param what   the alarm, the automation, the role or the metric
/// @param place  such as `zone az1`; empty where it does not matter or is the whole site
/// @param wanted a team, a bound or a number; empty where the kind says all
/// @param after  the step it counts from; empty where it is about the whole run
/// @param within the time it has; null where it is about the whole run
/// @param by     the same, counted from the first injection; null where it counts from something else
/// @param lasts  how long it stays; null where it does not say
public record Foretold(Phase phase, Kind kind, String what, String place, String wanted, String after,
        @Nullable Duration within, @Nullable Duration by, @Nullable Duration lasts) implements OwnWords {

    /// A metric is called by a word of ours, all else by a name.
    @Override
    public Set<String> ownWords() {
        return kind == Kind.METRIC ? Set.of("after") : Set.of("what", "after");
    }

    /// Which section of the file it stands in.
    public enum Phase {
        DETECT, RESPOND
    }

    /// What is said to come.
    public enum Kind {
        ALARM, SILENT, TOLD, AUTOMATION, PAGE, ACKNOWLEDGED, METRIC, UNAFFECTED, INTERVENTIONS, INCIDENTS;

        /// Whether people are told, or are not.
        boolean tells() {
            return switch (this) {
                case ALARM, SILENT, TOLD, PAGE, ACKNOWLEDGED, INCIDENTS -> true;
                case AUTOMATION, METRIC, UNAFFECTED, INTERVENTIONS -> false;
            };
        }
    }

    /// Those of both sections, in the order of the file.
    static List<Foretold> of(Experiment experiment) {
        List<Foretold> all = new ArrayList<>();
        experiment.detect().forEach(line -> all.add(of(experiment, Phase.DETECT, line)));
        experiment.respond().forEach(line -> all.add(of(experiment, Phase.RESPOND, line)));
        return List.copyOf(all);
    }

    private static Foretold of(Experiment experiment, Phase phase, Expectation line) {
        Line of = new Line(experiment, phase, line);
        return switch (line) {
            case Expectation.AlarmFires fires -> of.timed(Kind.ALARM, fires.alarm(), fires.scope(), "");
            case Expectation.AlarmSilent quiet -> of.throughout(Kind.SILENT, quiet.alarm(), quiet.scope(), "");
            case Expectation.TeamTold told -> of.throughout(Kind.TOLD, told.alarm(), Scope.SITE, told.team());
            case Expectation.AutomationActs acts ->
                of.timed(Kind.AUTOMATION, acts.automation(), acts.scope() == null ? Scope.SITE : acts.scope(), "");
            case Expectation.PersonPaged page -> of.timed(Kind.PAGE, page.to(), Scope.SITE, "");
            case Expectation.PageAcknowledged answer -> of.later(Kind.ACKNOWLEDGED, answer.by(), Scope.SITE);
            case Expectation.MetricHolds holds -> of.timed(Kind.METRIC, holds.condition().metric().word(),
                    holds.condition().scope(), holds.condition().bound()).lasting(holds.condition().lasts());
            case Expectation.CustomersUnaffected well -> of.later(Kind.UNAFFECTED, "", well.scope());
            case Expectation.DependencyIs soft when soft.need() == Experiment.Need.SOFT ->
                of.later(Kind.UNAFFECTED, "", Scope.SITE);
            case Expectation.DependencyIs hard -> of.timed(Kind.METRIC, Metric.AVAILABILITY.word(), Scope.SITE,
                    "< " + Metric.AVAILABILITY.words(100 * Impact.of(experiment).objective()));
            case Expectation.Interventions calls -> of.throughout(Kind.INTERVENTIONS,
                    calls.by() == null ? "" : calls.by(), Scope.SITE, String.valueOf(calls.count()));
            case Expectation.Incidents incidents ->
                of.throughout(Kind.INCIDENTS, "", Scope.SITE, String.valueOf(incidents.count()));
        };
    }

    private Foretold lasting(@Nullable Duration time) {
        return new Foretold(phase, kind, what, place, wanted, after, within, by, time);
    }

    /// One line of the file.
    private record Line(Experiment experiment, Phase phase, Expectation line) {

        /// Counted from the injection of its step.
        Foretold timed(Kind kind, String what, Scope scope, String wanted) {
            Duration within = line.within();
            return new Foretold(phase, kind, what, Bound.place(scope), wanted, after(), within,
                    within == null ? null : injected().plus(within), null);
        }

        /// Counted from what may never come.
        Foretold later(Kind kind, String what, Scope scope) {
            return new Foretold(phase, kind, what, Bound.place(scope), "", after(), line.within(), null, null);
        }

        Foretold throughout(Kind kind, String what, Scope scope, String wanted) {
            return new Foretold(phase, kind, what, Bound.place(scope), wanted, "", null, null, null);
        }

        private String after() {
            String of = line.of();
            return of != null ? of : experiment.steps().isEmpty() ? "" : experiment.steps().getFirst().name();
        }

        private Duration injected() {
            Stream<Duration> faults = experiment.steps().stream().filter(step -> step.name().equals(after()))
                    .map(step -> step.at());
            Stream<Duration> operations = experiment.operations().stream().filter(step -> step.name().equals(after()))
                    .map(step -> step.at());
            return Stream.concat(faults, operations).findFirst().map(at -> at.minus(PlannedFault.zero(experiment)))
                    .orElse(Duration.ZERO);
        }
    }
}
