package io.gameday.observability;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One request as one observer saw it, told when its outcome is known.
///
/// @param cell     cell that was asked, or null when the request reached none
/// @param zone     Availability Zone of the instance that answered last, or null when none was tried
/// @param instance task that answered last, or null when none was tried
/// @param customer whose request it was, or null for attempts and canaries
/// @param latency  from the intended start to the end; for [Outcome#UNANSWERED] the limit
public record Measurement(Observer observer, @Nullable String cell, @Nullable String zone, @Nullable String instance,
        @Nullable String customer, Outcome outcome, Duration latency) {
}
