package io.gameday.traffic;

import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.observability.Measurement;
import io.gameday.observability.Outcome;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What customers want and whom they ask for it. Called by several threads.
interface Errands {

    /// @param customer 0 for the first
    /// @param round    which request of that customer, from 0
    Errand errand(int customer, int round);

    /// What became of it, the customer's own measurement first.
    ///
    /// @param answer null when there was none
    List<Measurement> measured(Errand errand, @Nullable HttpAnswer answer, Outcome outcome, Duration latency);

    /// @param cell where it is known beforehand, else null
    /// @param zone where it is known beforehand, else null
    record Errand(int customer, int round, InetSocketAddress server, HttpRequest request, @Nullable String cell,
            @Nullable String zone) {
    }
}
