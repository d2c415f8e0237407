package io.gameday.reference.event;

import io.gameday.observability.Scope;
import io.gameday.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// The newest 1000 events of a process. Belongs to one thread.
public final class EventLog {

    public static final String WEIGH_AWAY = "weigh-away";
    public static final String WEIGH_AWAY_ENDED = "weigh-away-ended";
    public static final String REPLACEMENT = "replacement";
    public static final String PLACEMENT_FAILURE = "placement-failure";
    public static final String REBALANCING = "rebalancing";
    public static final String UNHEALTHY_TASK = "unhealthy-task";
    public static final String START_IMPAIRED = "start-impaired";
    public static final String LOG_LOSS = "log-loss";
    public static final String STEADY_STATE = "steady-state";
    public static final String EVICTION = "eviction";
    public static final String EVICTION_ENDED = "eviction-ended";
    public static final String EVACUATION = "evacuation";
    public static final String EVACUATION_ENDED = "evacuation-ended";
    public static final String ZONAL_SHIFT = "zonal-shift";
    public static final String ZONAL_SHIFT_ENDED = "zonal-shift-ended";
    public static final String ZONAL_SHIFT_FAILS_OPEN = "zonal-shift-fails-open";
    public static final String WEIGHTS = "weights";
    public static final String WEIGHTS_TAKEN_BACK = "weights-taken-back";
    public static final String NEW_STACK_LEFT = "new-stack-left";
    public static final String SCALE = "scale";
    public static final String SCALING = "scaling";
    public static final String RESTART = "restart";
    public static final String DEPLOYMENT = "deployment";
    public static final String DEPLOYMENT_ROLLBACK = "deployment-rollback";

    static final String AUTOMATION = "AUTOMATION";
    public static final String PERSON = "PERSON";

    static final int KEPT = 1000;

    private final Clock clock;
    private final Deque<AppEvent> events = new ArrayDeque<>();
    private long seq;

    /// Numbers begin at the milliseconds of the clock's time of day, so that whoever follows by number misses nothing
    /// of a process that was restarted.
    public EventLog(Clock clock) {
        this.clock = clock;
        seq = clock.now().toEpochMilli();
    }

    /// Adds what automation did.
    public void add(String name, Scope scope, String text) {
        add(Caller.PLATFORM, name, scope, text);
    }

    /// Adds what somebody had done.
    public void add(Caller caller, String name, Scope scope, String text) {
        keep(new AppEvent(++seq, clock.now().toString(), caller.actor(), caller.role(), name, scope.toString(), text));
    }

    /// Takes over an event of another process; it keeps its instant and gets a number of ours.
    public void merge(AppEvent event) {
        keep(new AppEvent(++seq, event.at(), event.actor(), event.role(), event.name(), event.scope(), event.text()));
    }

    private void keep(AppEvent event) {
        if (events.size() == KEPT) {
            events.removeFirst();
        }
        events.addLast(event);
    }

    /// Those that came after number `seq`, oldest first.
    public List<AppEvent> after(long seq) {
        return events.stream().filter(event -> event.seq() > seq).toList();
    }

    /// What `GET /events` answers with.
    ///
    /// @param query of the request
    /// @throws IllegalArgumentException when `after` is no number
    public Map<String, List<AppEvent>> answer(Map<String, String> query) {
        String after = query.getOrDefault("after", "0");
        try {
            long seq = Long.parseLong(after);
            if (seq < 0) {
                throw new NumberFormatException("negative");
            }
            return Map.of("events", after(seq));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("after is '" + after + "'; allowed: the seq of an event, or 0", e);
        }
    }
}
