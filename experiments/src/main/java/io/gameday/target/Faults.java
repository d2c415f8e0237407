package io.gameday.target;

import java.time.Duration;
import java.util.List;

/// Injects faults and takes them away again. Every fault has a lease: without renewal it ends where its effect is,
/// whether or not anybody of ours still lives.
public interface Faults {

    /// How truly this target can do what `fault` means. Answers at once.
    Fidelity fidelity(Fault fault);

    /// What `fault` would reach if it were injected now. Touches nothing.
    void plan(Fault fault, Reply<FaultPlan> reply);

    /// Injects the planned fault. When this fails, nothing has been left applied.
    ///
    /// @param id       unique within the run; the fault's name from here on
    /// @param duration how long it may last at most, renewals or not
    /// @param lease    how long it lasts without renewal
    void inject(String id, FaultPlan plan, Duration duration, Duration lease, Reply<Injected> reply);

    /// Looks, through the customers' path and not through the driver, whether the fault bites or is gone.
    void observe(String id, Reply<Observation> reply);

    /// Lengthens the lease to its full length from now.
    void renew(String id, Reply<Renewed> reply);

    /// Takes the fault away. Answers when the driver is done; [#observe] tells whether it is true. Without effect
    /// when it is gone already.
    void revert(String id, Reply<Reverted> reply);

    /// Every fault of ours that may be in force, of this run or an earlier one.
    void inForce(Reply<List<InForce>> reply);

    record Injected(String id) {
    }

    record Renewed(String id) {
    }

    record Reverted(String id) {
    }

    /// @param undo the command that takes it away by hand
    record InForce(String id, String run, Fault fault, String undo) {
    }
}
