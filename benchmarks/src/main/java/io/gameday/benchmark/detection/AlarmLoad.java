package io.gameday.benchmark.detection;

import io.gameday.observability.History;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Second;
import io.gameday.observability.SeriesKey;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.Alarm;
import io.gameday.observability.alarm.AlarmRule;
import io.gameday.observability.alarm.AlarmRule.Reading;
import io.gameday.observability.alarm.Datapoint;
import io.gameday.observability.alarm.MOutOfN;
import io.gameday.observability.alarm.MissingData;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// What it costs to evaluate many alarms each second: so many series, so many alarms on each, every one 3 of 5 over the
/// newest second's availability.
final class AlarmLoad {

    static final int SERIES = 1_500;
    static final int ALARMS_EACH = 20;
    private static final int WARM_UP = 60;
    private static final int SECONDS = 60;

    private final History history = new History(120);
    private final List<Alarm> alarms = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private int second;

    private AlarmLoad() {
        for (int series = 0; series < SERIES; series++) {
            Scope scope = new Scope.Instance("orders-" + series);
            for (int n = 0; n < ALARMS_EACH; n++) {
                alarms.add(new Alarm("below-" + n, scope, new MOutOfN(3, 5, MissingData.MISSING),
                        rule(scope, 1 - (n + 1) / 1000.0)));
            }
        }
    }

    private static AlarmRule rule(Scope scope, double objective) {
        return history -> {
            double availability = history.tally(Observer.ATTEMPT, scope, 1).availability().orElse(1);
            return new Reading(availability < objective ? Datapoint.BREACHING : Datapoint.WELL,
                    () -> String.valueOf(availability));
        };
    }

    /// Share of one core that this thread spent on one second's evaluation.
    static double coreShare() {
        AlarmLoad load = new AlarmLoad();
        for (int n = 0; n < WARM_UP; n++) {
            load.evaluate();
        }
        var threads = ManagementFactory.getThreadMXBean();
        long spent = 0;
        for (int n = 0; n < SECONDS; n++) {
            load.nextSecond();
            long before = threads.getCurrentThreadCpuTime();
            load.alarms.forEach(alarm -> alarm.onSecond(load.history));
            spent += threads.getCurrentThreadCpuTime() - before;
        }
        return spent / 1e9 / SECONDS;
    }

    private void evaluate() {
        nextSecond();
        alarms.forEach(alarm -> alarm.onSecond(history));
    }

    private void nextSecond() {
        Map<SeriesKey, Tally> series = new HashMap<>();
        for (int n = 0; n < SERIES; n++) {
            series.put(new SeriesKey(Observer.ATTEMPT, new Scope.Instance("orders-" + n)),
                    new Tally(1000, 1000 - Draws.poisson(random, 2), 40_000, 90_000));
        }
        history.add(new Second(Instant.EPOCH.plusSeconds(second++), Map.copyOf(series), Set.of(), Map.of()));
    }
}
