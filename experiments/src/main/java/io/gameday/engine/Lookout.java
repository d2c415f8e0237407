package io.gameday.engine;

import io.gameday.experiment.Experiment;
import io.gameday.journal.Event;
import io.gameday.journal.Event.GuardAnswered;
import io.gameday.journal.Journal;
import io.gameday.observability.Meter;
import io.gameday.observability.Second;
import io.gameday.observability.SeriesKey;
import io.gameday.observability.alarm.Alarm;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.observability.alarm.MetricAlarm;
import io.gameday.observability.alarm.StandardAlarms;
import io.gameday.target.Answer;
import io.gameday.target.Target;
import io.gameday.target.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Looks once a second at all that can be seen, and tells the predictions, the pager and the blast radius of it.
final class Lookout {

    private final Target target;
    private final Journal journal;
    private final Predictions predictions;
    private final Paging paging;
    private final BlastRadiusWatch blastRadius;
    private final Watch watch;
    private final TeamFeeds team;
    private final Experiment experiment;
    private List<Task> tasks = List.of();
    private boolean paged;
    private boolean closed;

    Lookout(Experiment experiment, Target target, Journal journal, Predictions predictions, Paging paging,
            TeamFeeds team) {
        this.experiment = experiment;
        this.team = team;
        this.target = target;
        this.journal = journal;
        this.predictions = predictions;
        this.paging = paging;
        blastRadius = new BlastRadiusWatch(experiment, journal);
        List<String> cells = target.topology().cells();
        List<String> zones = target.topology().zones();
        List<Alarm> alarms = new ArrayList<>(StandardAlarms.of(target.topology().layout()));
        Set<SeriesKey> distributed = new HashSet<>();
        for (MetricAlarm alarm : experiment.metricAlarms()) {
            alarms.addAll(alarm.alarms(cells, zones));
            distributed.addAll(alarm.distributed(cells, zones));
        }
        watch = new Watch(journal, alarms, new Composites(experiment.composites()), experiment.traffic().customers(),
                new Meter(Meter.SLOW, distributed));
    }

    /// @param time into the run
    void begin(Supplier<Duration> time) {
        team.begin(time);
        target.signals().get().ifPresent(signals -> signals.follow(watch::measured));
    }

    /// From here on people are told of alarms: what the gate sees wakes nobody.
    void page() {
        paged = true;
    }

    /// From here on customers and orders count as hit by the experiment.
    void firstFault() {
        watch.firstFault();
    }

    /// From here on nobody looks any more.
    void lookNoMore() {
        paging.watchNoMore();
    }

    /// What comes in later is no part of the journal any more.
    void close() {
        closed = true;
        paging.end();
        team.end();
    }

    /// Whether people were paged of something that is not resolved.
    boolean incident() {
        return paging.isOpen();
    }

    /// Somebody answers the page. @return why not, where none is open
    Optional<String> acknowledge(String role) {
        return team.pages()
                ? Optional.of("Gameday pages nobody in this run; acknowledge it where " + team.pagesFrom() + " does")
                : paging.acknowledge(role);
    }

    /// More was hit than the experiment allows.
    Optional<StopConditions.Met> passed() {
        return blastRadius.passed();
    }

    /// Of the alarms that are graded.
    Map<String, AlarmState> alarms() {
        return team.alarms() ? team.states() : watch.states();
    }

    /// Whether all that can be judged is ready for it, asked before the first fault.
    List<GuardAnswered> ready() {
        List<GuardAnswered> guards = new ArrayList<>();
        if (!team.alarms()) {
            guards.add(Guards.alarmsReady(experiment, watch.states()));
        }
        guards.addAll(team.guards());
        return guards;
    }

    /// Whether the team's own tools told all up to then, or will not.
    boolean readPast(Duration moment) {
        return team.readPast(moment);
    }

    /// @param start when the second began
    /// @param from  time into the run at the last look
    /// @param now   time into the run
    Second look(Instant start, Duration from, Duration now) {
        Second second = watch.close(start);
        Watch.Evaluated alarms = watch.evaluate(now);
        if (!team.alarms()) {
            alarms.changes().forEach(change -> predictions.observe(new Observed.AlarmMoved(now, change)));
            predictions.observe(new Observed.AlarmsLooked(now, alarms.sights()));
        }
        if (paged) {
            team.tick(now);
        }
        if (paged && !team.pages()) {
            paging.alarms(alarms.acting());
        }
        predictions.observe(new Observed.Measured(from, now, second));
        predictions.observe(new Observed.Counted(now, watch.hurt()));
        blastRadius.measured(watch.hurt());
        // What they tell belongs to the next second: nobody waits for them.
        target.signals().get().ifPresent(signals -> signals.askServers(reports -> reports.forEach(watch::told)));
        target.topology().tasks(answer -> {
            if (answer instanceof Answer.Ok<List<Task>>(List<Task> found) && !found.equals(tasks) && !closed) {
                tasks = found;
                journal.append(new Event.TasksChanged(found));
            }
        });
        return second;
    }
}
