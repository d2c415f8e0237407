package io.gameday.engine;

import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.target.Fidelity;
import io.gameday.target.Observation;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.List;

/// Faults whose every question is answered: a driver that hangs must not hold a run for ever.
final class PatientFaults implements Faults {

    /// Longer than any driver of ours takes by its own limits, the start of another agent included.
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /// A look goes on until a wrong revision was rolled out.
    private static final Duration LOOK_LIMIT = Duration.ofSeconds(50);
    /// An injection whose answer was lost is taken back before it answers.
    private static final Duration INJECTION_LIMIT = Duration.ofSeconds(45);

    private final Faults faults;
    private final Clock clock;
    private final Duration lease;

    /// @param lease a renewal without an answer for so long came to nothing
    PatientFaults(Faults faults, Clock clock, Duration lease) {
        this.faults = faults;
        this.clock = clock;
        this.lease = lease;
    }

    @Override
    public Fidelity fidelity(Fault fault) {
        return faults.fidelity(fault);
    }

    @Override
    public void plan(Fault fault, Reply<FaultPlan> reply) {
        Asking.<FaultPlan>ask(clock, "the plan of " + fault.kind(), LIMIT, asked -> faults.plan(fault, asked), reply);
    }

    @Override
    public void inject(String id, FaultPlan plan, Duration duration, Duration lease, Reply<Injected> reply) {
        Asking.<Injected>ask(clock, "the injection of " + id, INJECTION_LIMIT,
                asked -> faults.inject(id, plan, duration, lease, asked), reply);
    }

    @Override
    public void observe(String id, Reply<Observation> reply) {
        Asking.<Observation>ask(clock, "the look at " + id, LOOK_LIMIT, asked -> faults.observe(id, asked), reply);
    }

    @Override
    public void renew(String id, Reply<Renewed> reply) {
        Asking.<Renewed>ask(clock, "the renewal of " + id, lease, asked -> faults.renew(id, asked), reply);
    }

    @Override
    public void revert(String id, Reply<Reverted> reply) {
        Asking.<Reverted>ask(clock, "the revert of " + id, LIMIT, asked -> faults.revert(id, asked), reply);
    }

    @Override
    public void inForce(Reply<List<InForce>> reply) {
        Asking.<List<InForce>>ask(clock, "what is in force", LIMIT, faults::inForce, reply);
    }
}
