package io.gameday.engine;

import io.gameday.engine.Pager.Incident;
import io.gameday.engine.Pager.Message;
import io.gameday.engine.Pager.Message.Page;
import io.gameday.engine.Pager.Message.Page.Standing;
import io.gameday.experiment.Experiment.Escalation;
import io.gameday.journal.Event;
import io.gameday.journal.Journal;
import io.gameday.observability.alarm.Alarm;
import io.gameday.observability.alarm.AlarmChange;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Answer;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells people of incidents. Unless the experiment names the alarms that page, one is open from the first alarm until
/// every alarm has left ALARM, so that many alarms wake people once; of those that it names, each is an incident of its
/// own in each place. While nobody acknowledges it, the next of the escalation is paged.
final class Paging {

    /// The key of the only incident where no alarm is named.
    private static final String ANY = "";

    private final String run;
    private final List<String> pageOn;
    private final Set<String> composites;
    private final Escalating escalation;
    private final Pager pager;
    private final Clock clock;
    private final Journal journal;
    private final Listener listener;
    private final Set<String> raised = new HashSet<>();
    private final Map<String, Open> open = new LinkedHashMap<>();
    private int incidents;
    private boolean watching = true;

    /// Who wants to know.
    interface Listener {

        /// An incident has begun.
        void opened();

        /// A page is out. @param role whom it is for
        void paged(String role);

        /// Somebody acknowledged what was open.
        void acknowledged(String role);

        /// Nothing is open any more.
        void resolved();
    }

    /// @param pageOn     names of the alarms that page; empty for all of them together
    /// @param composites names of those that are made of others
    Paging(String run, List<String> pageOn, Set<String> composites, List<Escalation> escalation, Pager pager,
            Clock clock, Journal journal, Listener listener) {
        this.run = run;
        this.pageOn = pageOn;
        this.composites = composites;
        this.escalation = new Escalating(escalation);
        this.pager = pager;
        this.clock = clock;
        this.journal = journal;
        this.listener = listener;
    }

    /// What became of an open incident.
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

    /// @param changes of alarms that call for an action
    void alarms(List<AlarmChange> changes) {
        for (AlarmChange change : changes) {
            String alarm = Alarm.reference(change.alarm(), change.scope());
            if (change.to() == AlarmState.ALARM) {
                raised.add(alarm);
            } else {
                raised.remove(alarm);
            }
        }
        boolean any = !open.isEmpty();
        open.entrySet().removeIf(standing -> {
            boolean over = !up(standing.getKey());
            if (over) {
                standing.getValue().waitNoMore();
                send(new Message.Resolved(standing.getValue().incident,
                        pageOn.isEmpty() ? "every alarm has left ALARM" : "the alarm has left ALARM"));
            }
            return over;
        });
        if (any && open.isEmpty()) {
            listener.resolved();
        }
        changes.stream().filter(change -> change.to() == AlarmState.ALARM).forEach(this::begin);
    }

    /// Whether anything that an incident is about is in ALARM.
    private boolean up(String key) {
        return key.equals(ANY) ? raised.stream().anyMatch(this::madeOfNone) : raised.contains(key);
    }

    /// Composites are made of the others: where all alarms together are one incident they add nothing.
    private boolean madeOfNone(String alarm) {
        return !composites.contains(alarm);
    }

    private void begin(AlarmChange change) {
        String alarm = Alarm.reference(change.alarm(), change.scope());
        boolean tells = pageOn.isEmpty() ? madeOfNone(alarm) : pageOn.contains(change.alarm());
        String key = pageOn.isEmpty() ? ANY : alarm;
        if (tells && !open.containsKey(key)) {
            incidents++;
            Open begun = new Open(
                    new Incident(run, incidents, clock.now(), change.alarm(), change.scope(), change.evidence()),
                    clock.ticks());
            open.put(key, begun);
            listener.opened();
            escalate(begun);
        }
    }

    /// Somebody looks at what is open: nobody else is paged of it.
    ///
    /// @return why not, where there is nothing to acknowledge
    Optional<String> acknowledge(String role) {
        if (open.isEmpty()) {
            return Optional.of("no page is open: "
                    + (incidents == 0 ? "nobody was paged so far" : "every alarm has left ALARM since the last one")
                    + ". Say what you see with: gameday note");
        }
        List<Open> news = open.values().stream().filter(standing -> standing.acknowledged == null).toList();
        if (news.isEmpty()) {
            return Optional.of("the page was acknowledged already, by " + open.values().stream()
                    .map(standing -> standing.acknowledged).distinct().collect(Collectors.joining(", ")));
        }
        journal.append(new Event.PageAcknowledged(role));
        news.forEach(standing -> {
            standing.acknowledged = role;
            standing.waitNoMore();
            send(new Message.Acknowledged(standing.incident, role));
        });
        listener.acknowledged(role);
        return Optional.empty();
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    /// From here on nobody looks at the alarms: nobody is paged, and what is open stays open.
    void watchNoMore() {
        if (!watching) {
            return;
        }
        watching = false;
        open.values().forEach(standing -> {
            standing.waitNoMore();
            note("the page of " + standing.incident.alarm() + " " + standing.incident.scope()
                    + " is not resolved: an alarm was in ALARM when the run ended. Look whether the system is well, and "
                    + "resolve it by hand");
        });
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
                        listener.paged(page.to());
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
