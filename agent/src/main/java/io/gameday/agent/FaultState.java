package io.gameday.agent;

import io.gameday.agent.ledger.Standing;
import io.gameday.target.FaultPlan;
import io.gameday.target.Observation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How one fault stands, as `GET /faults/{id}` tells it.
///
/// @param duration    how long it may last at most
/// @param lease       how long it lasts without renewal
/// @param leaseEndsAt when it ends unless it is renewed; null while it is not in force, and after another agent took
///                    the ledger over, until the next renewal
/// @param seen        what the last look showed; null before the first
/// @param seenAt      when that was
/// @param undo        the command that takes it away by hand
record FaultState(String id, String run, Standing.Stage stage, FaultPlan plan, Duration duration, Duration lease,
        @Nullable Instant leaseEndsAt, @Nullable Observation seen, @Nullable Instant seenAt, String undo) {
}
