package io.gameday.reference.host;

import io.gameday.target.Fault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What `POST /faults` asks for.
///
/// @param id       the fault's name
/// @param run      whose it is
/// @param duration after which it ends in any case
/// @param lease    after which it ends unless renewed
public record FaultRequest(@Nullable String id, @Nullable String run, @Nullable Fault fault,
        @Nullable Duration duration, @Nullable Duration lease) {
}
