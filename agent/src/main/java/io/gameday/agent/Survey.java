package io.gameday.agent;

import io.gameday.agent.ledger.Reach;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Reply;

/// Finds out what a fault would reach now. Touches nothing, and answers on the loop.
interface Survey {

    void of(Fault fault, Reply<Found> reply);

    /// What was found.
    record Found(FaultPlan plan, Reach reach) {
    }
}
