package io.gameday.engine;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.Suppressor;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmChange;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.observability.alarm.composite.CompositeAlarm;
import io.gameday.observability.alarm.composite.Suppression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The composite alarms of a run, each looked at after those that it names.
final class Composites {

    private static final class One {
        private final Experiment.Composite told;
        private final CompositeAlarm alarm;
        private @Nullable AlarmChange latest;

        One(Experiment.Composite told) {
            this.told = told;
            alarm = new CompositeAlarm(told.name(), told.rule(), suppression(told.suppressor()));
        }
    }

    private final List<One> all;

    /// @param composites each after those that it names
    Composites(List<Experiment.Composite> composites) {
        all = composites.stream().map(One::new).toList();
    }

    private static @Nullable Suppression suppression(@Nullable Suppressor suppressor) {
        return suppressor == null
                ? null
                : new Suppression(suppressor.alarm(), suppressor.waitPeriod(), suppressor.extensionPeriod());
    }

    /// @param changes of their states
    /// @param acting  the latest change of those whose actions are due; a suppressor may have held them back since
    record Looked(List<AlarmChange> changes, List<AlarmChange> acting) {
    }

    /// Looks at the others once.
    ///
    /// @param others states of the other alarms, by reference
    /// @param now    time into the run
    Looked look(Map<String, AlarmState> others, Duration now) {
        Map<String, AlarmState> states = new HashMap<>(others);
        List<AlarmChange> changes = new ArrayList<>();
        List<AlarmChange> acting = new ArrayList<>();
        for (One one : all) {
            String name = one.told.name();
            AlarmState before = one.alarm.state();
            CompositeAlarm.Step step = one.alarm.look(alarm -> states.getOrDefault(alarm, AlarmState.INSUFFICIENT_DATA),
                    now.toNanos());
            AlarmState after = one.alarm.state();
            states.put(name, after);
            if (after != before) {
                one.latest = new AlarmChange(name, Scope.SITE, before, after, evidence(one.told, states));
                changes.add(one.latest);
            }
            if (step.act() && one.latest != null) {
                acting.add(one.latest);
            }
        }
        return new Looked(List.copyOf(changes), List.copyOf(acting));
    }

    Map<String, AlarmState> states() {
        Map<String, AlarmState> states = new HashMap<>();
        all.forEach(one -> states.put(one.told.name(), one.alarm.state()));
        return states;
    }

    /// Each has seen what all that it names have.
    ///
    /// @param others of the other alarms, by reference
    /// @param now    time into the run
    Map<String, Sight> sights(Map<String, Sight> others, Duration now) {
        Map<String, Sight> seen = new HashMap<>(others);
        Map<String, Sight> sights = new HashMap<>();
        for (One one : all) {
            Sight sight = Sight.together(
                    one.told.rule().named().stream().map(alarm -> seen.getOrDefault(alarm, Sight.NONE)).toList(), now);
            seen.put(one.told.name(), sight);
            sights.put(one.told.name(), sight);
        }
        return sights;
    }

    private static String evidence(Experiment.Composite composite, Map<String, AlarmState> states) {
        List<String> raised = composite.rule().named().stream().filter(name -> states.get(name) == AlarmState.ALARM)
                .toList();
        return (raised.isEmpty() ? "none of its alarms" : String.join(", ", raised)) + " in ALARM; " + composite.rule();
    }
}
