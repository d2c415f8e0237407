package io.gameday.reference.simulated;

import io.gameday.observability.Scope;
import io.gameday.reference.AppConfig;
import io.gameday.reference.host.FaultRequest;
import io.gameday.reference.host.HostFaults;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.target.Fidelity;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import io.gameday.target.Reply;
import io.gameday.target.Task;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Faults in the model, with the host's own leases. Whether one bites is seen by looking from outside
/// ([ModelledLooks]), and not by asking the host.
final class ModelledFaults implements Faults {

    private static final String RUN = "simulation";
    private static final String UNDO = "nothing to undo: a simulation";
    private static final String ENDS_BY = "the simulation";
    /// How long a look goes on until what is wanted shows.
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    /// A deployment has to stop and start tasks first.
    private static final Duration DEPLOYING = Duration.ofSeconds(12);
    private static final Duration PERIOD = Duration.ofMillis(100);

    private final AppConfig config;
    private final Clock clock;
    private final HostFaults host;
    private final ModelledControlPlane plane;
    private final ModelledNetwork network;
    private final ModelledProber prober;
    private final ModelledLooks looks;
    private final Map<String, KnownFault> known = new HashMap<>();

    ModelledFaults(AppConfig config, Clock clock, HostFaults host, ModelledControlPlane plane, ModelledNetwork network,
            ModelledProber prober, ModelledLooks looks) {
        this.config = config;
        this.clock = clock;
        this.host = host;
        this.plane = plane;
        this.network = network;
        this.prober = prober;
        this.looks = looks;
    }

    @Override
    public Fidelity fidelity(Fault fault) {
        return ModelledFidelity.of(fault);
    }

    @Override
    public void plan(Fault fault, Reply<FaultPlan> reply) {
        Optional<String> stranger = fault.scope().stranger(config.cells(), config.zones());
        if (stranger.isPresent()) {
            reply.failed(stranger.get());
        } else {
            Scope scope = scope(fault);
            List<Task> reach = plane.tasks().stream().filter(task -> reaches(fault, scope, task)).toList();
            reply.ok(new FaultPlan(fault, reach.stream().map(Task::cell).distinct().sorted().toList(),
                    reach.stream().map(Task::zone).distinct().toList(), reach, UNDO, ENDS_BY));
        }
    }

    /// A customer's requests reach the customer's cell, which is given now where there was none.
    private Scope scope(Fault fault) {
        return fault instanceof Fault.PoisonPill(String customer)
                ? new Scope.Cell(plane.assign(List.of(customer)).get(customer))
                : fault.scope();
    }

    private static boolean reaches(Fault fault, Scope scope, Task task) {
        boolean there = fault instanceof Fault.ZonePowerLoss
                ? task.state() != Task.State.STOPPED
                : task.state() == Task.State.HEALTHY || task.state() == Task.State.UNHEALTHY;
        return there && scope.covers(task.cell(), task.zone());
    }

    @Override
    public void inject(String id, FaultPlan plan, Duration duration, Duration lease, Reply<Injected> reply) {
        clock.at(ModelledNetwork.DELAY, () -> {
            host.endOver();
            List<Task> answered = plan.tasks().stream().filter(task -> network.answers(task.id())).toList();
            Scope scope = scope(plan.fault());
            compare(new KnownFault(plan, scope, answered, Map.of(), 0, clock.ticks(), false), before -> {
                known.put(id, before);
                host.inject(new FaultRequest(id, RUN, plan.fault(), duration, lease),
                        outcome -> back(reply, switch (outcome) {
                            case HostFaults.Outcome.Done done -> new Answer.Ok<>(new Injected(id));
                            case HostFaults.Outcome.Refused(String why) ->
                                new Answer.Failed<>("the host refused: " + why);
                            case HostFaults.Outcome.Invalid(String why) ->
                                new Answer.Failed<>("the host refused: " + why);
                        }));
            });
        });
    }

    /// Looks at how things stand, as far as this kind will be compared with it.
    private void compare(KnownFault asked, Consumer<KnownFault> then) {
        switch (asked.fault()) {
            case Fault.ZoneLatency zone -> medians(asked, then);
            case Fault.TaskLatency task -> medians(asked, then);
            case Fault.DatabaseSlow database -> medians(asked, then);
            case Fault.DependencySlow dependency -> medians(asked, then);
            case Fault.Surge surge -> looks.rate(rate -> then.accept(new KnownFault(asked.plan(), asked.scope(),
                    asked.answered(), Map.of(), rate, asked.asked(), false)));
            default -> then.accept(asked);
        }
    }

    private void medians(KnownFault asked, Consumer<KnownFault> then) {
        prober.orders(asked.answered(), SlowOrders.ORDERS, sights -> {
            Map<String, Duration> medians = new HashMap<>();
            sights.forEach((task, at) -> SlowOrders.median(at).ifPresent(median -> medians.put(task, median)));
            then.accept(
                    new KnownFault(asked.plan(), asked.scope(), asked.answered(), medians, 0, asked.asked(), false));
        });
    }

    @Override
    public void observe(String id, Reply<Observation> reply) {
        clock.at(ModelledNetwork.DELAY, () -> {
            KnownFault fault = known.get(id);
            if (fault == null) {
                back(reply, new Answer.Failed<>("fault " + id + " is not known here"));
            } else {
                Duration patience = fault.fault() instanceof Fault.BadDeploy ? DEPLOYING : PATIENCE;
                look(fault, clock.ticks() + patience.toNanos(), reply);
            }
        });
    }

    /// Again and again until what is wanted shows.
    private void look(KnownFault fault, long deadline, Reply<Observation> reply) {
        host.endOver();
        Presence wanted = fault.ending() ? Presence.GONE : Presence.BITES;
        looks.once(fault, seen -> {
            if (seen.presence() == wanted || clock.ticks() - deadline >= 0) {
                back(reply, new Answer.Ok<>(seen));
            } else {
                clock.at(PERIOD, () -> look(fault, deadline, reply));
            }
        });
    }

    @Override
    public void renew(String id, Reply<Renewed> reply) {
        later(reply,
                () -> host.renew(id) ? new Answer.Ok<>(new Renewed(id)) : new Answer.Failed<>(id + " is not in force"));
    }

    @Override
    public void revert(String id, Reply<Reverted> reply) {
        later(reply, () -> {
            host.revert(id, () -> {
                // Modelled effects end at once.
            });
            known.computeIfPresent(id, (same, fault) -> fault.taken());
            return new Answer.Ok<>(new Reverted(id));
        });
    }

    @Override
    public void inForce(Reply<List<InForce>> reply) {
        host.endOver();
        reply.ok(host.inForce().stream().map(fault -> new InForce(fault.id(), fault.run(), fault.fault(), UNDO))
                .toList());
    }

    /// What is asked arrives after the network's delay, and so does the answer.
    private <T> void later(Reply<T> reply, Supplier<Answer<T>> what) {
        clock.at(ModelledNetwork.DELAY, () -> back(reply, what.get()));
    }

    private <T> void back(Reply<T> reply, Answer<T> answer) {
        clock.at(ModelledNetwork.DELAY, () -> reply.accept(answer));
    }
}
