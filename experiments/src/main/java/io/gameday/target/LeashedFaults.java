package io.gameday.target;

import java.time.Duration;
import java.util.List;

/// Faults that are planned and never injected: everything else of a run is played.
///
/// @param why what to do to have them injected, in words for a person
public record LeashedFaults(Faults faults, String why) implements Faults {

    @Override
    public Fidelity fidelity(Fault fault) {
        return faults.fidelity(fault);
    }

    @Override
    public void plan(Fault fault, Reply<FaultPlan> reply) {
        faults.plan(fault, reply);
    }

    @Override
    public void inject(String id, FaultPlan plan, Duration duration, Duration lease, Reply<Injected> reply) {
        reply.failed(why);
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
    public void revert(String id, Reply<Reverted> reply) {
        faults.revert(id, reply);
    }

    @Override
    public void inForce(Reply<List<InForce>> reply) {
        faults.inForce(reply);
    }
}
