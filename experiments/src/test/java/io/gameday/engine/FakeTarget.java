package io.gameday.engine;

import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import io.gameday.observability.Outcome;
import io.gameday.observability.Scope;
import io.gameday.target.Answer;
import io.gameday.target.Automation;
import io.gameday.target.Automation.Action;
import io.gameday.target.Automation.Actor;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.target.Fidelity;
import io.gameday.target.LeashedFaults;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import io.gameday.target.Operation;
import io.gameday.target.Operations;
import io.gameday.target.Port;
import io.gameday.target.Reply;
import io.gameday.target.Signals;
import io.gameday.target.Target;
import io.gameday.target.TargetKind;
import io.gameday.target.Task;
import io.gameday.target.Topology;
import io.gameday.target.Traffic;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// A system of 2 cells × 3 zones that does what a test tells it: 120 requests a second while traffic runs, as many of
/// them failed as `failing` says for the seconds since the first injection (-1 before it).
final class FakeTarget implements Topology, Faults, Traffic {

    private static final int RATE = 120;
    private static final int CUSTOMERS = 40;

    IntUnaryOperator failing = since -> 0;
    Presence whenInjected = Presence.BITES;
    Presence whenReverted = Presence.GONE;
    @Nullable
    String injectionFails;
    @Nullable
    String renewalFails;
    @Nullable
    String readBackFails;
    @Nullable
    String nothingToRead;
    TargetKind kind = TargetKind.SIMULATED;
    boolean leashed;
    boolean revertFails;
    /// How long a zone that had no power stays dark after it has it again.
    Duration darkAfter = Duration.ZERO;
    Fidelity fidelity = new Fidelity.Equal();
    List<InForce> inForce = List.of();
    Map<String, List<String>> lost = Map.of();
    final Map<String, Fault> active = new LinkedHashMap<>();

    /// Names of the port's methods that do not answer, and what they were asked.
    final Set<String> mute = new HashSet<>();
    private final List<Runnable> unanswered = new ArrayList<>();
    Port<Signals> signalPort;
    Port<Automation> automationPort;
    Port<Operations> operationsPort;
    @Nullable
    String operationFails;
    /// What is in force, and for how long it was asked.
    final Map<Operation, Optional<Duration>> operating = new LinkedHashMap<>();

    private final Clock clock;
    private final List<Consumer<Measurement>> signals = new ArrayList<>();
    private final List<Consumer<Action>> actions = new ArrayList<>();
    private Clock.@Nullable Cancellable sending;
    private boolean sends;
    private long injectedAt = -1;
    private @Nullable String lastDark;
    private long darkUntil;

    FakeTarget(Clock clock) {
        this.clock = clock;
        Signals toSignals = signals::add;
        Automation toActions = actions::add;
        signalPort = Port.of(toSignals);
        automationPort = Port.of(toActions);
        operationsPort = Port.of(new Operating());
    }

    Target target() {
        Faults faults = leashed ? new LeashedFaults(this, "leashed") : this;
        return new Target(kind, this, signalPort, Port.of(faults), automationPort, Port.of(this)).with(operationsPort);
    }

    private final class Operating implements Operations {

        @Override
        public void begin(Operation operation, @Nullable Duration lasts, Reply<Done> reply) {
            if (operationFails != null) {
                reply.failed(operationFails);
            } else {
                operating.put(operation, Optional.ofNullable(lasts));
                reply.ok(new Done("as you say"));
            }
        }

        @Override
        public void takeBack(Operation operation, Reply<Done> reply) {
            operating.remove(operation);
            reply.ok(new Done("as it was"));
        }
    }

    boolean sends() {
        return sends;
    }

    private boolean unanswered(String method, Runnable call) {
        if (mute.contains(method)) {
            unanswered.add(call);
            return true;
        }
        return false;
    }

    /// Answers at last everything that was asked in vain.
    void answerAtLast() {
        mute.clear();
        List<Runnable> calls = List.copyOf(unanswered);
        unanswered.clear();
        calls.forEach(Runnable::run);
    }

    void act(Actor actor, String name, Scope scope) {
        actions.forEach(
                listener -> listener.accept(new Action(actor, name, scope, name + " of " + scope, clock.now())));
    }

    private void send() {
        int since = injectedAt < 0 ? -1 : (int) ((clock.ticks() - injectedAt) / 1_000_000_000L);
        int bad = failing.applyAsInt(since);
        for (int i = 0; i < RATE; i++) {
            String zone = zones().get(i % 3);
            String cell = cells().get(i % 2);
            boolean useful = i >= bad;
            emit(new Measurement(Observer.CUSTOMER, cell, zone, "orders-" + (i % 6), "c-" + (i % CUSTOMERS),
                    useful ? Outcome.USEFUL : Outcome.FAILED, Duration.ofMillis(100)));
        }
        for (String cell : cells()) {
            for (String zone : zones()) {
                boolean dark = active.values().stream()
                        .anyMatch(f -> f instanceof Fault.ZonePowerLoss(String z) && z.equals(zone))
                        || zone.equals(lastDark) && clock.ticks() < darkUntil;
                for (int i = 0; i < 5; i++) {
                    emit(new Measurement(Observer.CANARY, cell, zone, null, null,
                            dark ? Outcome.FAILED : Outcome.USEFUL, Duration.ofMillis(5)));
                }
            }
        }
    }

    private void emit(Measurement m) {
        signals.forEach(listener -> listener.accept(m));
    }

    @Override
    public List<String> cells() {
        return List.of("cell-1", "cell-2");
    }

    @Override
    public List<String> zones() {
        return List.of("az1", "az2", "az3");
    }

    @Override
    public void tasks(Reply<List<Task>> reply) {
        List<Task> tasks = new ArrayList<>();
        cells().forEach(cell -> zones()
                .forEach(zone -> tasks.add(new Task("orders-" + tasks.size(), cell, zone, Task.State.HEALTHY, "", 3))));
        reply.ok(tasks);
    }

    @Override
    public Fidelity fidelity(Fault fault) {
        return fidelity;
    }

    @Override
    public void plan(Fault fault, Reply<FaultPlan> reply) {
        if (unanswered("plan", () -> plan(fault, reply))) {
            return;
        }
        tasks(answer -> {
            if (answer instanceof Answer.Ok<List<Task>>(List<Task> all)) {
                List<Task> hit = all.stream().filter(task -> fault.scope().covers(task.cell(), task.zone())).toList();
                reply.ok(new FaultPlan(fault, hit.stream().map(Task::cell).distinct().toList(),
                        hit.stream().map(Task::zone).distinct().toList(), hit, "gameday recover", "host"));
            }
        });
    }

    @Override
    public void inject(String id, FaultPlan plan, Duration duration, Duration lease, Reply<Injected> reply) {
        if (unanswered("inject", () -> inject(id, plan, duration, lease, reply))) {
            return;
        }
        if (injectionFails != null) {
            reply.failed(injectionFails);
            return;
        }
        if (injectedAt < 0) {
            injectedAt = clock.ticks();
        }
        active.put(id, plan.fault());
        reply.ok(new Injected(id));
    }

    @Override
    public void observe(String id, Reply<Observation> reply) {
        if (unanswered("observe", () -> observe(id, reply))) {
            return;
        }
        Presence presence = active.containsKey(id) ? whenInjected : whenReverted;
        reply.ok(new Observation(presence, "tasks of az1 that answer", presence.name(), "as asked"));
    }

    @Override
    public void renew(String id, Reply<Renewed> reply) {
        if (unanswered("renew", () -> renew(id, reply))) {
            return;
        }
        if (renewalFails != null) {
            active.remove(id);
            reply.failed(renewalFails);
        } else {
            reply.ok(new Renewed(id));
        }
    }

    @Override
    public void revert(String id, Reply<Reverted> reply) {
        if (unanswered("revert", () -> revert(id, reply))) {
            return;
        }
        if (revertFails) {
            reply.failed("the host refused (503)");
            return;
        }
        if (active.remove(id) instanceof Fault.ZonePowerLoss(String zone)) {
            lastDark = zone;
            darkUntil = clock.ticks() + darkAfter.toNanos();
        }
        reply.ok(new Reverted(id));
    }

    @Override
    public void inForce(Reply<List<InForce>> reply) {
        if (unanswered("inForce", () -> inForce(reply))) {
            return;
        }
        reply.ok(inForce);
    }

    @Override
    public void start(Plan plan, Reply<Started> reply) {
        if (unanswered("start", () -> start(plan, reply))) {
            return;
        }
        sends = true;
        sending = clock.every(Duration.ofSeconds(1), this::send);
        reply.ok(new Started(List.of()));
    }

    @Override
    public void stop(Reply<Stopped> reply) {
        if (unanswered("stop", () -> stop(reply))) {
            return;
        }
        if (sending != null) {
            sends = false;
            sending.cancel();
        }
        reply.ok(new Stopped(0));
    }

    @Override
    public Optional<String> nothingToReadBack() {
        return Optional.ofNullable(nothingToRead);
    }

    @Override
    public void readBack(Reply<ReadBack> reply) {
        if (unanswered("readBack", () -> readBack(reply))) {
            return;
        }
        if (readBackFails != null) {
            reply.failed(readBackFails);
        } else {
            reply.ok(new ReadBack(100, 100 - lost.size(), lost, Map.of()));
        }
    }
}
