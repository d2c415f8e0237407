package io.gameday.agent.driver;

import io.gameday.target.Fault;
import java.time.Duration;

/// What a driver is asked to do, and as JSON what it asks the host to do.
///
/// @param id       the fault's name where the effect is, unique over all runs
/// @param run      whose it is
/// @param duration how long it may last at most
/// @param lease    how long it lasts without renewal
public record Injection(String id, String run, Fault fault, Duration duration, Duration lease) {
}
