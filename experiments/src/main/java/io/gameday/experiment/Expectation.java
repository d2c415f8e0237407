package io.gameday.experiment;

import io.gameday.experiment.Experiment.Need;
import io.gameday.observability.Scope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One prediction: what will be seen, and by when after the injection of the step it belongs to.
public sealed interface Expectation {

    /// The prediction in words.
    String words();

    /// The time it has; null for what must be true all along.
    default @Nullable Duration within() {
        return null;
    }

    /// Name of the step that `within` counts from; null is the first.
    default @Nullable String of() {
        return null;
    }

    /// Whether it is decided once its time has passed; else only the end of the run can tell.
    default boolean decidedInTime() {
        return within() != null;
    }

    /// The alarm goes from OK to ALARM.
    record AlarmFires(String alarm, Scope scope, Duration within, @Nullable String of) implements Expectation {
        @Override
        public String words() {
            return "alarm " + alarm + at(scope);
        }
    }

    /// That team is told of the alarm by the team's own pager, and nobody else is woken by it.
    record TeamTold(String alarm, String team, @Nullable String of) implements Expectation {
        @Override
        public String words() {
            return "told of " + alarm + " " + team;
        }
    }

    /// The alarm has data and stays OK from the steady state to the last fault's end.
    record AlarmSilent(String alarm, Scope scope) implements Expectation {
        @Override
        public String words() {
            return "silent " + alarm + at(scope);
        }
    }

    /// The platform does something by itself. @param scope null when it does not matter where
    record AutomationActs(String automation, @Nullable Scope scope, Duration within,
            @Nullable String of) implements Expectation {
        @Override
        public String words() {
            return "automation " + automation + (scope == null ? "" : at(scope));
        }
    }

    /// Somebody is told. @param to role
    record PersonPaged(String to, Duration within, @Nullable String of) implements Expectation {
        @Override
        public String words() {
            return "page " + to;
        }
    }

    /// Whoever was paged acknowledges.
    ///
    /// @param by     role
    /// @param within counted from the page to that role, not from the injection
    /// @param of     the step that leads to it
    record PageAcknowledged(String by, Duration within, @Nullable String of) implements Expectation {
        @Override
        public String words() {
            return "acknowledged by " + by;
        }

        /// Nobody may ever be paged.
        @Override
        public boolean decidedInTime() {
            return false;
        }
    }

    /// A metric reaches its bound and stays there; without `lasts` until the fault ends, at least 10 s.
    record MetricHolds(MetricCondition condition, Duration within, @Nullable String of) implements Expectation {
        @Override
        public String words() {
            return condition.words();
        }
    }

    /// What customers suffer since the injection is over for good.
    ///
    /// @param scope  the site or a cell
    /// @param within counted from the beginning of the impact, not from the injection
    /// @param of     the step that leads to it
    record CustomersUnaffected(Scope scope, Duration within, @Nullable String of) implements Expectation {
        @Override
        public String words() {
            return "customers unaffected" + (scope.equals(Scope.SITE) ? "" : " in" + at(scope));
        }

        /// An impact that is over may return.
        @Override
        public boolean decidedInTime() {
            return false;
        }
    }

    /// A dependency that a step takes away is as it was declared: soft where customers do without, hard where they do not.
    ///
    /// @param within of a soft one, for how long customers may be affected at most; of a hard one, in which they are
    /// @param of     the step that takes it away
    record DependencyIs(String dependency, Need need, Duration within, @Nullable String of) implements Expectation {
        @Override
        public String words() {
            return dependency + " is a " + need.word() + " dependency";
        }

        /// An impact that is over may return.
        @Override
        public boolean decidedInTime() {
            return need == Need.HARD;
        }
    }

    /// So many control-plane calls by people, and no other number. @param by role; null is anybody
    record Interventions(int count, @Nullable String by) implements Expectation {

        /// By anybody.
        public Interventions(int count) {
            this(count, null);
        }

        @Override
        public String words() {
            return "interventions " + count + (by == null ? "" : " by " + by);
        }
    }

    /// So many incidents are opened, from the first fault to the end, and no other number. Each pages people.
    record Incidents(int count) implements Expectation {
        @Override
        public String words() {
            return "incidents " + count;
        }
    }

    private static String at(Scope scope) {
        return switch (scope) {
            case Scope.Site site -> "";
            case Scope.Zone(String zone) -> " " + zone;
            case Scope.Cell(String cell) -> " " + cell;
            case Scope.CellZone(String cell, String zone) -> " " + cell + " " + zone;
            case Scope.Instance(String instance) -> " " + instance;
        };
    }
}
