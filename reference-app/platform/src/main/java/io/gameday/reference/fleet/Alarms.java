package io.gameday.reference.fleet;

import io.gameday.observability.History;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.Alarm;
import io.gameday.observability.alarm.AlarmRule;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.observability.alarm.Datapoint;
import io.gameday.observability.alarm.MOutOfN;
import io.gameday.observability.alarm.MissingData;
import io.gameday.observability.alarm.composite.CompositeAlarm;
import io.gameday.observability.alarm.composite.CompositeRule;
import io.gameday.reference.fleet.Fleet.Thresholds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/// The alarms of a Region: three for each stack, a composite over those behind a name, and one over these, which pages.
/// Two of three minutes make an alarm.
final class Alarms {

    private static final int DATAPOINTS = 3;
    private static final int BREACHING = 2;
    /// The rules read the stacks as they are, so the alarms need no history.
    private static final History NONE = new History(1);

    private final String region;
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<CompositeAlarm> names = new ArrayList<>();
    private final CompositeAlarm pages;
    private final Map<String, AlarmState> states = new HashMap<>();
    private final Thresholds thresholds;

    /// What a minute brought.
    ///
    /// @param cells alarms of cells that began
    /// @param names composites over the cells of one name that began
    /// @param pages one where people are called
    record Rung(int cells, int names, int pages) {
    }

    /// Told of every change.
    interface Listener {
        void changed(String alarm, AlarmState to, String evidence);
    }

    /// @param usual requests a second that a stack gets at this minute of an ordinary day
    Alarms(String region, Thresholds thresholds, List<Front> fronts, Map<String, DoubleSupplier> usual) {
        this.region = region;
        this.thresholds = thresholds;
        for (Front front : fronts) {
            List<String> under = new ArrayList<>();
            for (Stack stack : front.stacks()) {
                three(stack, usual.get(stack.name())).forEach(alarm -> {
                    alarms.add(alarm);
                    under.add(alarm.reference());
                });
            }
            names.add(new CompositeAlarm("any/" + front.name(), any(under), null));
        }
        pages = new CompositeAlarm("any/" + region, any(names.stream().map(CompositeAlarm::name).toList()), null);
    }

    private List<Alarm> three(Stack stack, DoubleSupplier usual) {
        return List.of(
                alarm("healthy-hosts", stack, () -> false, () -> stack.healthyShare() < thresholds.healthyHosts(),
                        stack::healthyShare),
                alarm("errors", stack, () -> stack.load() == 0, () -> stack.failedShare() > thresholds.errors(),
                        stack::failedShare),
                alarm("requests-drop", stack, () -> false,
                        () -> stack.load() < thresholds.requests() * usual.getAsDouble(),
                        () -> stack.load() / usual.getAsDouble()));
    }

    private static Alarm alarm(String name, Stack stack, BooleanSupplier unknown, BooleanSupplier breaching,
            DoubleSupplier value) {
        // A cell that nobody asks has no errors, and the minutes before the first are not bad ones.
        return new Alarm(name, new Scope.Cell(stack.name()),
                new MOutOfN(BREACHING, DATAPOINTS, MissingData.NOT_BREACHING),
                history -> new AlarmRule.Reading(
                        unknown.getAsBoolean()
                                ? Datapoint.MISSING
                                : breaching.getAsBoolean() ? Datapoint.BREACHING : Datapoint.WELL,
                        () -> String.format(Locale.ROOT, "%.0f %%", 100 * value.getAsDouble())));
    }

    private static CompositeRule any(List<String> under) {
        return new CompositeRule.AtLeast(1, false, false, AlarmState.ALARM, under);
    }

    /// Reads all of them once.
    Rung minute(int minute, Listener told) {
        int cells = 0;
        for (Alarm alarm : alarms) {
            var change = alarm.onSecond(NONE);
            if (change.isPresent()) {
                states.put(alarm.reference(), alarm.state());
                // That a new alarm has data now is no news.
                if (alarm.state() == AlarmState.ALARM || change.get().from() == AlarmState.ALARM) {
                    told.changed(alarm.reference(), alarm.state(), change.get().evidence());
                }
                cells += alarm.state() == AlarmState.ALARM ? 1 : 0;
            }
        }
        int rung = 0;
        for (CompositeAlarm name : names) {
            rung += look(name, minute, told);
        }
        return new Rung(cells, rung, look(pages, minute, told));
    }

    private int look(CompositeAlarm alarm, int minute, Listener told) {
        CompositeAlarm.Step step = alarm.look(this::state, Stack.ticks(minute, 0));
        states.put(alarm.name(), alarm.state());
        if (!step.changed()) {
            return 0;
        }
        told.changed(alarm.name(), alarm.state(), "any of them");
        return alarm.state() == AlarmState.ALARM ? 1 : 0;
    }

    private AlarmState state(String alarm) {
        return states.getOrDefault(alarm, AlarmState.INSUFFICIENT_DATA);
    }

    /// What pages.
    String pager() {
        return "any/" + region;
    }
}
