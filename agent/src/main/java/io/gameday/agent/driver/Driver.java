package io.gameday.agent.driver;

import java.util.function.Consumer;

/// Injects faults by one means and takes them away. A driver never says whether the fault bites or is gone: that is for the
/// prober. Every call answers once, within [HostLink#LONGEST], on a network thread.
public interface Driver {

    Means means();

    /// Applies the fault. [DriverAnswer.NotDone]: nothing has been left applied. [DriverAnswer.InDoubt]: it may have
    /// been, and could not be taken back.
    void inject(Injection injection, Consumer<DriverAnswer> then);

    /// Lengthens the lease to its full length from now.
    void renew(Injection injection, Consumer<DriverAnswer> then);

    /// Takes over what an earlier agent injected and what stays in force. Nothing to do where the lease is kept elsewhere.
    default void adopt(Injection injection) {
    }

    /// Takes the fault away; done too when it is gone already.
    void revert(Injection injection, Consumer<DriverAnswer> then);
}
