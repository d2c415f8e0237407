package io.gameday.target;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The customers. Where a target has its own, it only observes them.
public interface Traffic {

    /// Begins sending; the measurements come through [Signals].
    void start(Plan plan, Reply<Started> reply);

    /// Stops sending and answers once every request under way has ended.
    void stop(Reply<Stopped> reply);

    /// Reads every acknowledged order back, after [#stop].
    void readBack(Reply<ReadBack> reply);

    /// Why [#readBack] has nothing to ask for, in words for a person; empty where it has. What is not asked for is neither
    /// kept nor lost.
    default Optional<String> nothingToReadBack() {
        return Optional.empty();
    }

    /// What went between zones since [#start], once customers were stopped; empty where nobody counts it.
    default Optional<Transfer> transfer() {
        return Optional.empty();
    }

    /// @param customers how many; 1 or more
    /// @param rate      requests per second of all customers together; more than 0
    /// @param limit     after which a request counts as unanswered
    /// @param ramp      how long the rate grows from nothing; full traffic at once onto a system that has never worked is a
    ///                  fault of its own
    record Plan(int customers, double rate, Duration limit, Duration ramp) {
    }

    record Started(List<String> customers) {
    }

    record Stopped(long requests) {
    }

    /// @param acknowledged orders whose acceptance a customer was told
    /// @param found        those that could be read back
    /// @param lost         order ids that the system does not know, by customer; a loss of acknowledged data
    /// @param unknown      order ids that could not be asked about, by customer
    record ReadBack(long acknowledged, long found, Map<String, List<String>> lost, Map<String, List<String>> unknown) {
    }
}
