package io.gameday.engine;

import io.gameday.journal.Event;
import io.gameday.journal.Journal;
import io.gameday.observability.History;
import io.gameday.observability.Measurement;
import io.gameday.observability.Meter;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Second;
import io.gameday.observability.SeriesKey;
import io.gameday.observability.Server;
import io.gameday.observability.ServerReport;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.Alarm;
import io.gameday.observability.alarm.AlarmChange;
import io.gameday.observability.alarm.AlarmState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Closes each second: counts, alarms, and who is hurt; journals all three.
final class Watch {

    private static final int KEPT_SECONDS = 120;

    private final Journal journal;
    private final List<Alarm> alarms;
    private final Composites composites;
    private final int customers;
    private final Meter meter;
    private final History history = new History(KEPT_SECONDS);
    private final Map<String, Duration> periodsEnded = new HashMap<>();
    private final Set<String> hurt = new HashSet<>();
    private Set<Server> silent = Set.of();
    private long failed;
    private long requests;
    private boolean counting;

    Watch(Journal journal, List<Alarm> alarms, Composites composites, int customers, Meter meter) {
        this.journal = journal;
        this.alarms = alarms;
        this.composites = composites;
        this.customers = customers;
        this.meter = meter;
    }

    void measured(Measurement measurement) {
        meter.record(measurement);
    }

    void told(ServerReport report) {
        meter.record(report);
    }

    /// From here on customers and orders count as hit by the experiment.
    void firstFault() {
        counting = true;
    }

    Second close(Instant start) {
        Second second = meter.close(start);
        history.add(second);
        if (counting) {
            hurt.addAll(second.hurt());
            Tally site = second.tally(Observer.CUSTOMER, Scope.SITE);
            failed += site.failed();
            requests += site.requests();
        }
        Map<String, Tally> series = new TreeMap<>();
        second.series().forEach((key, tally) -> series.put(words(key), tally));
        second.silent().entrySet().stream().filter(server -> !silent.contains(server.getKey()))
                .sorted(Comparator.comparing(server -> server.getKey().instance()))
                .forEach(server -> journal.append(new Event.ServerSilent(server.getKey(), server.getValue())));
        silent = second.silent().keySet();
        journal.append(new Event.SecondMeasured(start, series, second.hurt().size(), hurt.size(), customers,
                silent.stream().sorted(Comparator.comparing(Server::instance)).toList()));
        return second;
    }

    /// @param changes of every alarm's state
    /// @param acting  changes that call for an action: all of standard alarms, and of composites those that no
    ///                suppressor holds back
    /// @param sights  of every alarm, by name and scope
    record Evaluated(List<AlarmChange> changes, List<AlarmChange> acting, Map<String, Sight> sights) {
    }

    /// Evaluates every alarm over the second just closed, composites last.
    ///
    /// @param now time into the run
    Evaluated evaluate(Duration now) {
        List<AlarmChange> changes = new ArrayList<>();
        Map<String, AlarmState> states = new HashMap<>();
        Map<String, Sight> seen = new HashMap<>();
        Map<String, Sight> sights = new HashMap<>();
        for (Alarm alarm : alarms) {
            alarm.onSecond(history).ifPresent(changes::add);
            states.put(alarm.reference(), alarm.state());
            if (alarm.periodEnded()) {
                periodsEnded.put(alarm.reference(), now);
            }
            Sight sight = new Sight(alarm.hasData(), periodsEnded.getOrDefault(alarm.reference(), Duration.ZERO));
            seen.put(alarm.reference(), sight);
            sights.put(alarm.name() + " " + alarm.scope(), sight);
        }
        composites.sights(seen, now).forEach((name, sight) -> sights.put(name + " " + Scope.SITE, sight));
        List<AlarmChange> acting = new ArrayList<>(changes);
        Composites.Looked looked = composites.look(states, now);
        changes.addAll(looked.changes());
        acting.addAll(looked.acting());
        changes.forEach(
                c -> journal.append(new Event.AlarmChanged(c.alarm(), c.scope(), c.from(), c.to(), c.evidence())));
        return new Evaluated(changes, acting, sights);
    }

    Map<String, AlarmState> states() {
        Map<String, AlarmState> states = new TreeMap<>();
        alarms.forEach(alarm -> states.put(alarm.name() + " " + alarm.scope(), alarm.state()));
        composites.states().forEach((name, state) -> states.put(name + " " + Scope.SITE, state));
        return states;
    }

    History history() {
        return history;
    }

    Hurt hurt() {
        return new Hurt(hurt.size(), customers, failed, requests);
    }

    private static String words(SeriesKey key) {
        return key.observer().name().toLowerCase(Locale.ROOT) + " " + key.scope();
    }
}
