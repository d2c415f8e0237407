package io.gameday.traffic;

import io.gameday.target.Traffic;

/// Customers whose requests this process sends.
public interface SentTraffic extends Traffic {

    /// Requests that were never sent, because too many were under way; they are measured as unanswered. More than 0
    /// is worth telling: it says as much about this machine as about the system.
    long unsent();
}
