package io.gameday.engine;

import io.gameday.engine.Pager.Incident;
import io.gameday.engine.Pager.Message;
import io.gameday.engine.Pager.Message.Page;
import io.gameday.engine.Pager.Message.Page.Standing;
import io.gameday.experiment.Experiment.Escalation;
import io.gameday.journal.Event;
import io.gameday.journal.Journal;
import io.gameday.observability.alarm.AlarmChange;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Answer;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells people of incidents. One is open from the first alarm until every alarm has left ALARM, so that many alarms
/// wake people once; while nobody acknowledges it, the next of the escalation is paged.
final class Paging {

    private final String run;
    private final Escalating escalation;
    private final Pager pager;
    private final Clock clock;
    private final Journal journal;
    private final Consumer<String> paged;
    private int incidents;
    private @Nullable Open open;
    private boolean watching = true;

    /// @param paged told the role once a page is out
    Paging(String run, List<Escalation> escalation, Pager pager, Clock clock, Journal journal, Consumer<String> paged) {
        this.run = run;
        this.escalation = new Escalating(escalation);
        this.pager = pager;
        this.clock = clock;
        this.journal = journal;
        this.paged = paged;
    }

    /// What became of the open incident.
    private static final class Open {
        private final Incident incident;
        private final long began;
        private int paged;
        private @Nullable String acknowledged;
        private Clock.@Nullable Cancellable waiting;

        Open(Incident incident, long began) {
            this.incident = incident;
            this.began = began;
        }

        void waitNoMore() {
            if (waiting != null) {
                waiting.cancel();
            }
        }
    }

    void alarms(List<AlarmChange> changes, Map<String, AlarmState> states) {
        Open standing = open;
        if (standing != null && states.values().stream().noneMatch(state -> state == AlarmState.ALARM)) {
            standing.waitNoMore();
            open = null;
            send(new Message.Resolved(standing.incident, "every alarm has left ALARM"));
        }
        changes.stream().filter(change -> change.to() == AlarmState.ALARM).findFirst().ifPresent(change -> {
            if (open == null) {
                incidents++;
                Open begun = new Open(
                        new Incident(run, incidents, clock.now(), change.alarm(), change.scope(), change.evidence()),
                        clock.ticks());
                open = begun;
                escalate(begun);
            }
        });
    }

    /// Somebody looks at the open incident: nobody else is paged of it.
    ///
    /// @return why not, where there is nothing to acknowledge
    Optional<String> acknowledge(String role) {
        Open standing = open;
        if (standing == null) {
            return Optional.of("no page is open: "
                    + (incidents == 0 ? "nobody was paged so far" : "every alarm has left ALARM since the last one")
                    + ". Say what you see with: gameday note");
        }
        if (standing.acknowledged != null) {
            return Optional.of("the page was acknowledged already, by " + standing.acknowledged);
        }
        standing.acknowledged = role;
        standing.waitNoMore();
        journal.append(new Event.PageAcknowledged(role));
        send(new Message.Acknowledged(standing.incident, role));
        return Optional.empty();
    }

    boolean isOpen() {
        return open != null;
    }

    /// From here on nobody looks at the alarms: nobody is paged, and what is open stays open.
    void watchNoMore() {
        if (!watching) {
            return;
        }
        watching = false;
        if (open != null) {
            open.waitNoMore();
            note("the page of " + open.incident.alarm() + " " + open.incident.scope()
                    + " is not resolved: an alarm was "
                    + "in ALARM when the run ended. Look whether the system is well, and resolve it by hand");
        }
    }

    /// Tells what nobody will hear of any more, right before the run's last event.
    void end() {
        watchNoMore();
        pager.underWay()
                .forEach(message -> note("when the run ended it was not known whether this went out: " + message));
    }

    private void escalate(Open incident) {
        Duration since = Duration.ofNanos(clock.ticks() - incident.began);
        for (Escalation step : escalation.due(since, incident.paged)) {
            Standing standing = incident.paged == 0 ? Standing.FIRST : Standing.ESCALATED;
            incident.paged++;
            send(new Page(incident.incident, step.role(), standing));
        }
        incident.waiting = escalation.next(since, incident.paged).map(wait -> clock.at(wait, () -> escalate(incident)))
                .orElse(null);
    }

    private void send(Message message) {
        pager.send(message, answer -> {
            switch (answer) {
                case Answer.Ok<String>(String channel) -> {
                    if (message instanceof Page page) {
                        Incident incident = page.incident();
                        journal.append(new Event.PageSent(page.to(), channel, incident.subject(), incident.alarm(),
                                incident.scope()));
                        paged.accept(page.to());
                    }
                }
                case Answer.Failed<String>(String why) -> note(switch (message) {
                    case Page page -> "a page to " + page.to();
                    case Message.Acknowledged taken -> "that " + taken.by() + " acknowledged the page";
                    case Message.Resolved _ -> "that the page is resolved";
                } + " did not go out: " + why);
            }
        });
    }

    private void note(String text) {
        journal.append(new Event.NoteTaken("engine", text));
    }
}
