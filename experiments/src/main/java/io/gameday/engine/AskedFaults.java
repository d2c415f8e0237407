package io.gameday.engine;

import io.gameday.journal.Event.PersonAnswered;
import io.gameday.journal.Event.PersonAsked;
import io.gameday.journal.Event.PersonAsked.Turn;
import io.gameday.journal.Journal;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.target.Fidelity;
import io.gameday.target.Observation;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Faults of which some are begun and ended by people: somebody is asked, and the fault counts from when they say that it
/// has begun, until they say that it has ended. Before they are asked it is written down, with how things stand while
/// nothing is broken yet.
///
/// ```
/// inject ─ written down ─ asked ─ "it has begun" ─► injected        revert ─ asked ─ "it has ended" ─► reverted
///                            └─ nobody, or a stop ─► failed                    └─ nobody for long ─► failed
/// ```
final class AskedFaults implements Faults {

    /// For how long an answer is waited for.
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String STOPPED = "the run was stopped first";

    private final Faults faults;
    private final Clock clock;
    private final Journal journal;
    private final Map<String, String> asked = new HashMap<>();
    private final Map<String, Waiting> waiting = new HashMap<>();
    private boolean stopped;

    AskedFaults(Faults faults, Clock clock, Journal journal) {
        this.faults = faults;
        this.clock = clock;
        this.journal = journal;
    }

    /// @param then   goes on when they have answered
    /// @param giveUp told why nobody has
    private record Waiting(Turn turn, Runnable then, Consumer<String> giveUp, Clock.Cancellable limit) {
    }

    @Override
    public void inject(String id, FaultPlan plan, Duration duration, Duration lease, Reply<Injected> reply) {
        if (plan.fault() instanceof Fault.External(String what, var scope)) {
            faults.inject(id, plan, duration, lease, answer -> {
                switch (answer) {
                    case Answer.Ok<Injected>(Injected written) -> begin(id, what, written, reply);
                    case Answer.Failed<Injected>(String why) -> reply.failed(why);
                }
            });
        } else {
            faults.inject(id, plan, duration, lease, reply);
        }
    }

    private void begin(String id, String what, Injected written, Reply<Injected> reply) {
        asked.put(id, what);
        Consumer<String> notBegun = why -> {
            // Nobody has to end it.
            asked.remove(id);
            reply.failed(id + " was not begun: " + why);
        };
        if (stopped) {
            notBegun.accept(STOPPED);
        } else {
            ask(id, Turn.BEGIN, what, () -> reply.ok(written), notBegun);
        }
    }

    @Override
    public void revert(String id, Reply<Reverted> reply) {
        String what = asked.get(id);
        if (what == null) {
            faults.revert(id, reply);
        } else {
            ask(id, Turn.END, what, () -> {
                asked.remove(id);
                faults.revert(id, reply);
            }, why -> reply.failed(id + " may still be in force: " + why + ". Ask whoever was to: " + what));
        }
    }

    private void ask(String id, Turn turn, String what, Runnable then, Consumer<String> giveUp) {
        journal.append(new PersonAsked(id, turn, what));
        Clock.Cancellable limit = clock.at(PATIENCE, () -> giveUp(id, "nobody answered within 10 min"));
        waiting.put(id, new Waiting(turn, then, giveUp, limit));
    }

    private void giveUp(String id, String why) {
        Waiting left = waiting.remove(id);
        if (left != null) {
            left.limit.cancel();
            left.giveUp.accept(why);
        }
    }

    /// Somebody says that it has begun, or ended.
    ///
    /// @return false when nobody was asked that
    boolean answered(String id, Turn turn, String by) {
        Waiting now = waiting.get(id);
        if (now == null || now.turn != turn) {
            return false;
        }
        waiting.remove(id);
        now.limit.cancel();
        journal.append(new PersonAnswered(id, turn, by));
        now.then.run();
        return true;
    }

    /// Nobody needs to begin anything any more.
    void stop() {
        stopped = true;
        List.copyOf(waiting.entrySet()).stream().filter(entry -> entry.getValue().turn == Turn.BEGIN)
                .forEach(entry -> giveUp(entry.getKey(), STOPPED));
    }

    @Override
    public Fidelity fidelity(Fault fault) {
        return faults.fidelity(fault);
    }

    @Override
    public void plan(Fault fault, Reply<FaultPlan> reply) {
        faults.plan(fault, reply);
    }

    @Override
    public void observe(String id, Reply<Observation> reply) {
        faults.observe(id, reply);
    }

    @Override
    public void renew(String id, Reply<Renewed> reply) {
        faults.renew(id, reply);
    }

    @Override
    public void inForce(Reply<List<InForce>> reply) {
        faults.inForce(reply);
    }
}
