package io.gameday.cli.prove;

import io.gameday.target.Fault;
import java.time.Duration;

/// One fault of the campaign as the dice had it.
///
/// @param strike who is killed
/// @param after  how long after the injection
/// @param second for those that come in two steps, how long after the first
record Draw(Fault fault, Strike strike, Duration after, Duration second) {
}
