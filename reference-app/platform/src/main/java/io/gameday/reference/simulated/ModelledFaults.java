package io.gameday.reference.simulated;

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
import java.util.function.Supplier;

/// Faults in the model: the host's own, with its leases. Whether one bites is seen by knocking at tasks and machines,
/// as a customer would, and not by asking the host.
final class ModelledFaults implements Faults {

    private static final String RUN = "simulation";
    private static final String UNDO = "nothing to undo: a simulation";
    private static final String ENDS_BY = "the simulation";

    private final AppConfig config;
    private final Clock clock;
    private final HostFaults host;
    private final ModelledControlPlane plane;
    private final Map<String, ModelledMachine> machines;
    private final ModelledNetwork network;
    private final Map<String, Known> known = new HashMap<>();

    ModelledFaults(AppConfig config, Clock clock, HostFaults host, ModelledControlPlane plane,
            Map<String, ModelledMachine> machines, ModelledNetwork network) {
        this.config = config;
        this.clock = clock;
        this.host = host;
        this.plane = plane;
        this.machines = machines;
        this.network = network;
    }

    /// @param answered tasks in reach that answered just before the injection
    /// @param ending   whether it has been taken away
    private record Known(FaultPlan plan, List<Task> answered, boolean ending) {
    }

    @Override
    public Fidelity fidelity(Fault fault) {
        return switch (fault) {
            case Fault.ZonePowerLoss loss -> new Fidelity.Equal();
            case Fault.TaskCrash crash -> new Fidelity.Equal();
            default -> new Fidelity.Unsupported("the simulation has no model of " + fault.kind() + " yet");
        };
    }

    @Override
    public void plan(Fault fault, Reply<FaultPlan> reply) {
        Optional<String> stranger = fault.scope().stranger(config.cells(), config.zones());
        if (stranger.isPresent()) {
            reply.failed(stranger.get());
        } else {
            List<Task> reach = plane.tasks().stream().filter(task -> reaches(fault, task)).toList();
            reply.ok(new FaultPlan(fault, reach.stream().map(Task::cell).distinct().sorted().toList(),
                    reach.stream().map(Task::zone).distinct().toList(), reach, UNDO, ENDS_BY));
        }
    }

    private static boolean reaches(Fault fault, Task task) {
        boolean there = fault instanceof Fault.ZonePowerLoss
                ? task.state() != Task.State.STOPPED
                : task.state() == Task.State.HEALTHY || task.state() == Task.State.UNHEALTHY;
        return there && fault.scope().covers(task.cell(), task.zone());
    }

    @Override
    public void inject(String id, FaultPlan plan, Duration duration, Duration lease, Reply<Injected> reply) {
        clock.at(ModelledNetwork.DELAY, () -> {
            host.endOver();
            List<Task> answered = plan.tasks().stream().filter(task -> network.answers(task.id())).toList();
            known.put(id, new Known(plan, answered, false));
            host.inject(new FaultRequest(id, RUN, plan.fault(), duration, lease),
                    outcome -> back(reply, switch (outcome) {
                        case HostFaults.Outcome.Done done -> new Answer.Ok<>(new Injected(id));
                        case HostFaults.Outcome.Refused(String why) -> new Answer.Failed<>("the host refused: " + why);
                        case HostFaults.Outcome.Invalid(String why) -> new Answer.Failed<>("the host refused: " + why);
                    }));
        });
    }

    @Override
    public void observe(String id, Reply<Observation> reply) {
        later(reply, () -> {
            host.endOver();
            Known fault = known.get(id);
            return fault == null
                    ? new Answer.Failed<>("fault " + id + " is not known here")
                    : new Answer.Ok<>(switch (fault.plan.fault()) {
                        case Fault.ZonePowerLoss(String zone) -> power(zone, fault);
                        case Fault.TaskCrash(String cell, String zone) -> crash(cell, zone, fault);
                        case Fault other -> throw new IllegalStateException("injected without a model: " + other);
                    });
        });
    }

    private Observation power(String zone, Known fault) {
        boolean machine = machines.get(zone).answers();
        long answering = fault.answered.stream().filter(task -> network.answers(task.id())).count();
        int all = fault.answered.size();
        boolean dark = !machine && answering == 0;
        boolean lit = machine && (fault.ending || answering == all);
        return new Observation(dark ? Presence.BITES : lit ? Presence.GONE : Presence.UNKNOWN,
                "machine and tasks of " + zone,
                "machine " + (machine ? "answers" : "refuses connections") + ", " + answering + " of " + all
                        + " tasks answer",
                fault.ending ? "machine answers" : "machine refuses connections, 0 of " + all + " tasks answer");
    }

    /// Nothing of a crash stays in force: afterwards a task either answers or has ended, and both are an end.
    private Observation crash(String cell, String zone, Known fault) {
        long answering = fault.answered.stream().filter(task -> network.answers(task.id())).count();
        int all = fault.answered.size();
        Presence before = answering == all - 1 ? Presence.BITES : answering == all ? Presence.GONE : Presence.UNKNOWN;
        return new Observation(fault.ending ? Presence.GONE : before,
                "tasks of " + cell + " in " + zone + " that accept connections, of those before",
                answering + " of " + all, fault.ending ? "each either answers or has ended" : (all - 1) + " of " + all);
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
            known.computeIfPresent(id, (same, fault) -> new Known(fault.plan, fault.answered, true));
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
