package io.gameday.cli.prove;

import io.gameday.agent.ledger.LedgerEntry;
import io.gameday.agent.ledger.Reach;
import io.gameday.agent.ledger.Replay;
import io.gameday.agent.ledger.Standing;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A controller, an agent, a ledger and a lease of 8 s, all made up, in virtual time. Each can be made to fail.
final class World implements Keepers, Watcher {

    static final Duration LEASE = Duration.ofSeconds(8);

    final VirtualClock clock;
    final List<String> done = new ArrayList<>();
    boolean bites = true;
    boolean endsByLease = true;
    boolean agentStays;
    boolean givesUp;
    private boolean controller = true;
    private boolean agent = true;
    private Standing.@Nullable Stage stage;
    private @Nullable Instant goneAt;

    World() {
        this(new VirtualClock(Instant.parse("2026-11-22T01:00:00Z")));
    }

    World(VirtualClock clock) {
        this.clock = clock;
    }

    World injectedAfter(Duration delay) {
        clock.at(delay, () -> {
            if (givesUp) {
                controller = false;
                agent = false;
            } else if (controller) {
                stage = Standing.Stage.IN_FORCE;
            }
        });
        return this;
    }

    Replay ledger(Fault fault) {
        if (stage == null) {
            return new Replay("run", null, Map.of(), false);
        }
        FaultPlan plan = new FaultPlan(fault, List.of(), List.of(), List.of(), "undo", "host");
        LedgerEntry.Intent intent = new LedgerEntry.Intent("f1", "run.f1", plan, new Reach(List.of(), List.of()),
                "undo", "127.0.0.1:1", "token", null, Duration.ofSeconds(90), LEASE);
        return new Replay("run", null, Map.of("f1", new Standing("run", intent, stage)), false);
    }

    private void gone(Duration in) {
        if (goneAt == null && endsByLease) {
            goneAt = clock.now().plus(in);
        }
    }

    @Override
    public boolean controllerAlive() {
        return controller;
    }

    @Override
    public void killController() {
        done.add("controller killed");
        controller = false;
        if (agent) {
            agent = agentStays;
            gone(Duration.ofMillis(200));
        } else {
            gone(LEASE);
        }
    }

    @Override
    public void killAgent() {
        done.add("agent killed");
        agent = false;
        clock.at(Duration.ofMillis(100), () -> agent = controller);
    }

    @Override
    public void end() {
        done.add("asked to end");
        if (controller) {
            gone(Duration.ofMillis(300));
        }
        controller = false;
        agent = agentStays;
    }

    @Override
    public List<String> left() {
        return agent ? List.of("agent (process 7)") : List.of();
    }

    @Override
    public void bites(Standing fault, Consumer<Observation> then) {
        clock.at(Duration.ofSeconds(1), () -> then
                .accept(new Observation(bites ? Presence.BITES : Presence.UNKNOWN, "effect", "seen", "effect")));
    }

    @Override
    public void gone(Standing fault, Consumer<Observation> then) {
        clock.at(Duration.ofMillis(500), () -> {
            Instant at = goneAt;
            boolean over = at != null && !clock.now().isBefore(at);
            then.accept(
                    new Observation(over ? Presence.GONE : Presence.BITES, "effect", over ? "none" : "there", "none"));
        });
    }
}
