package io.gameday.cli.prove;

import io.gameday.agent.ledger.Replay;
import io.gameday.agent.ledger.Standing;
import io.gameday.cli.prove.Proof.Bite;
import io.gameday.observability.Scope;
import io.gameday.target.Fault;
import io.gameday.target.Observation.Presence;
import io.gameday.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One fault of the campaign, from its controller's start to the end of all that it started.
///
/// ```
/// STARTING ──ledger: injected──► IN_FORCE ──moment──► (agent killed) ──moment──► DUE ──seen gone──► LEAVING ──► proof
///     └──controller ended, nothing in its ledger───────────────────────────────────────────────────────────────► proof
/// ```
///
/// Belongs to the loop.
final class Attempt {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LOOK_FOR_PROCESSES = Duration.ofMillis(250);
    private static final Duration START_LIMIT = Duration.ofSeconds(40);
    /// Strikes earlier than this come whether the fault was seen to bite or not; later ones once it was looked for.
    private static final Duration AT_ONCE = Duration.ofMillis(1200);
    /// For how long a fault that is late is watched all the same.
    private static final Duration GIVE_UP = Duration.ofSeconds(60);
    private static final Duration LEAVE_LIMIT = Duration.ofSeconds(20);

    private enum State {
        STARTING, IN_FORCE, DUE, LEAVING, OVER
    }

    private final String run;
    private final Draw draw;
    private final Keepers keepers;
    private final Supplier<Replay> ledger;
    private final Watcher watcher;
    private final Clock clock;
    private final Consumer<Proof> then;
    private final long began;
    private State state = State.STARTING;
    private Strike strike;
    private @Nullable Standing inForce;
    private @Nullable Instant injected;
    private @Nullable Instant due;
    private @Nullable Instant gone;
    private @Nullable Duration overrun;
    private long dueTicks;
    private long goneTicks;
    private Bite bite = Bite.STRUCK_FIRST;
    private boolean asked;
    private boolean late;
    private String seen = "";
    private String bitten = "";

    /// @param ledger of the run, read anew at each call
    Attempt(String run, Draw draw, Keepers keepers, Supplier<Replay> ledger, Watcher watcher, Clock clock,
            Consumer<Proof> then) {
        this.run = run;
        this.draw = draw;
        this.keepers = keepers;
        this.ledger = ledger;
        this.watcher = watcher;
        this.clock = clock;
        this.then = then;
        began = clock.ticks();
        strike = draw.strike();
    }

    void start() {
        awaitInjection();
    }

    /// Nobody is killed any more: the controller is asked to end, and the fault watched until it is gone.
    void stop() {
        if (state == State.STARTING) {
            strike = Strike.NOBODY;
            ask();
        } else if (state == State.IN_FORCE && inForce != null) {
            strike = Strike.NOBODY;
            ask();
            due(inForce);
        }
    }

    private void ask() {
        if (!asked) {
            asked = true;
            keepers.end();
        }
    }

    private void awaitInjection() {
        Standing fault = ledger.get().faults().get(Order.FAULT);
        if (fault != null && fault.stage() == Standing.Stage.IN_FORCE && !asked) {
            injected(fault);
        } else if (fault != null && fault.stage() != Standing.Stage.ENDED
                && (fault.stage() != Standing.Stage.INTENDED && asked || !keepers.controllerAlive())) {
            // It may have been in force, so it is watched like one that was; nobody was killed for it.
            strike = Strike.NOBODY;
            injected = clock.now();
            due(fault);
        } else if (keepers.controllerAlive()) {
            if (clock.ticks() - began > START_LIMIT.toNanos()) {
                strike = Strike.NOBODY;
                late = true;
                ask();
            }
            clock.at(LOOK, this::awaitInjection);
        } else {
            seen = late
                    ? "its controller had injected nothing after " + START_LIMIT.toSeconds() + " s"
                    : asked ? "it was stopped before" : "its controller gave up; see controller.log of " + run;
            leave();
        }
    }

    private void injected(Standing fault) {
        state = State.IN_FORCE;
        inForce = fault;
        injected = clock.now();
        boolean soon = draw.after().compareTo(AT_ONCE) < 0;
        if (soon) {
            clock.at(draw.after(), () -> strike(fault));
        }
        watcher.bites(fault, looked -> {
            if (state == State.IN_FORCE) {
                bite = looked.presence() == Presence.BITES ? Bite.SEEN : Bite.NOT_SEEN;
                bitten = looked.measure() + ": " + looked.value() + ", wanted " + looked.wanted();
                if (!soon) {
                    clock.at(draw.after().minus(AT_ONCE), () -> strike(fault));
                }
            }
        });
    }

    private void strike(Standing fault) {
        if (state != State.IN_FORCE) {
            return;
        }
        switch (strike) {
            case CONTROLLER -> {
                keepers.killController();
                due(fault);
            }
            case BOTH -> {
                // The agent first: it must not see its controller go.
                keepers.killAgent();
                keepers.killController();
                due(fault);
            }
            case AGENT -> {
                keepers.killAgent();
                clock.at(draw.second(), () -> second(fault, this::ask));
            }
            case AGENT_THEN_CONTROLLER -> {
                keepers.killAgent();
                clock.at(draw.second(), () -> second(fault, keepers::killController));
            }
            case NOBODY -> {
                // It was stopped meanwhile.
            }
        }
    }

    private void second(Standing fault, Runnable what) {
        if (state == State.IN_FORCE) {
            what.run();
            due(fault);
        }
    }

    private void due(Standing fault) {
        state = State.DUE;
        due = clock.now();
        dueTicks = clock.ticks();
        look(fault);
    }

    private void look(Standing fault) {
        watcher.gone(fault, looked -> {
            seen = looked.measure() + ": " + looked.value();
            goneTicks = clock.ticks();
            Duration since = Duration.ofNanos(goneTicks - dueTicks);
            if (looked.presence() == Presence.GONE) {
                gone = clock.now();
                overrun = since;
                leave();
            } else if (since.compareTo(GIVE_UP) > 0) {
                ask();
                leave();
            } else {
                clock.at(LOOK, () -> look(fault));
            }
        });
    }

    private void leave() {
        state = State.LEAVING;
        goneTicks = clock.ticks();
        ask();
        awaitNobody();
    }

    private void awaitNobody() {
        List<String> left = keepers.left();
        if (left.isEmpty() || clock.ticks() - goneTicks > LEAVE_LIMIT.toNanos()) {
            state = State.OVER;
            then.accept(new Proof(run, draw.fault().kind(), name(draw.fault()), strike, injected, bite, due, gone,
                    overrun, bite == Bite.NOT_SEEN ? "not seen to bite, " + bitten + "; then " + seen : seen, null,
                    left));
        } else {
            clock.at(LOOK_FOR_PROCESSES, this::awaitNobody);
        }
    }

    static String name(Fault fault) {
        return switch (fault.scope()) {
            case Scope.Site _ -> fault.kind();
            case Scope.Zone(String zone) -> fault.kind() + " " + zone;
            case Scope.Cell(String cell) -> fault.kind() + " " + cell;
            case Scope.CellZone(String cell, String zone) -> fault.kind() + " " + cell + " " + zone;
            case Scope.Instance(String instance) -> fault.kind() + " " + instance;
        };
    }
}
