package io.gameday.agent.driver;

import java.io.IOException;
import java.time.Duration;

/// Who sees to it that a toxic does not outlive the lease it is under. Every call blocks.
interface LeaseKeeper {

    /// Must come before the first toxic whose name begins with `id.`.
    ///
    /// @throws IOException when it was not granted
    void grant(String id, Duration lease, Duration duration) throws IOException;

    /// @return false when it is not held (any more)
    boolean renew(String id) throws IOException;

    /// Takes away everything under the lease; without effect when it is gone.
    void end(String id) throws IOException;

    /// Takes over what another agent granted.
    void adopt(String id, Duration lease, Duration duration) throws IOException;

    /// How its words begin: who takes a fault away.
    String name();
}
