package io.gameday.engine;

import io.gameday.experiment.Experiment;
import io.gameday.target.Fault;
import java.time.Duration;

/// What a run is told besides the experiment.
///
/// @param salt        makes the hashes of sealed predictions unguessable; never in the journal
/// @param gateLimit   how long the steady state may take to be seen, from the start of traffic
/// @param lease       after which a fault ends where its effect is, unless renewed
/// @param renewEvery  less than half of `lease`, so that one lost renewal ends nothing
/// @param proofLimit  how long after a revert the end must be proven
/// @param settleLimit how long after the last fault the steady state may take to return
/// @param unanswered  after which a request counts as unanswered
/// @param ramp        how long the customers take to come; the steady state is looked for after it
public record Settings(String run, String version, long seed, String salt, Duration gateLimit, Duration lease,
        Duration renewEvery, Duration proofLimit, Duration settleLimit, Duration unanswered, Duration ramp) {

    /// The usual limits.
    public static Settings of(String run, String version, long seed, String salt) {
        return new Settings(run, version, seed, salt, Duration.ofSeconds(90), Duration.ofSeconds(8),
                Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofSeconds(60), Experiment.Customers.PATIENCE,
                Duration.ofSeconds(8));
    }

    /// How long after a revert the end of `fault` must be proven.
    public Duration proofLimit(Fault fault) {
        return proofLimit.plus(fault.lingers());
    }
}
