package io.gameday.traffic;

import io.gameday.http.CallResult;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.observability.Layout;
import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import io.gameday.observability.Outcome;
import io.gameday.time.Clock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/// Probes each cell in each of its zones every 200 ms, past whatever eviction, shift or health checks say. The probes of one round
/// are spread over it.
public final class Canaries implements AutoCloseable {

    /// Between two probes of the same cell and zone.
    public static final Duration EVERY = Duration.ofMillis(200);

    private final HttpCaller caller;
    private final List<Probe> probes;
    private final Duration limit;
    private final Clock clock;
    private final PostedSignals signals;
    private final Pacer pacer;

    /// How one cell's part in a zone is asked.
    record Probe(String cell, String zone, InetSocketAddress server, HttpRequest request) {
    }

    private Canaries(HttpCaller caller, List<Probe> probes, Duration limit, Clock clock, PostedSignals signals) {
        this.caller = caller;
        this.probes = probes;
        this.limit = limit;
        this.clock = clock;
        this.signals = signals;
        long gap = EVERY.toNanos() / probes.size();
        pacer = Pacer.start("canaries", clock, n -> n * gap, this::probe, () -> {
        });
    }

    /// Begins probing the reference app, `GET /canary/{cell}/{zone}` through its router, which sends each where it says;
    /// every probe ends as one [Observer#CANARY] measurement of `signals`.
    ///
    /// @param limit  after which a probe counts as unanswered
    public static Canaries start(HttpCaller caller, InetSocketAddress router, Layout layout, Duration limit,
            Clock clock, PostedSignals signals) {
        List<Probe> probes = layout.parts().stream().map(part -> new Probe(part.cell(), part.zone(), router,
                HttpRequest.get("/canary/" + part.cell() + "/" + part.zone()))).toList();
        if (probes.isEmpty()) {
            throw new IllegalArgumentException(
                    "cells are " + layout.cells() + " and zones " + layout.zones() + "; one of each is needed");
        }
        return new Canaries(caller, probes, limit, clock, signals);
    }

    /// Begins probing a system of the team's own, by what its customers ask for, at each of its places.
    public static Canaries start(HttpCaller caller, OwnServers own, Duration limit, Clock clock,
            PostedSignals signals) {
        return new Canaries(caller,
                own.system().places().stream().map(
                        place -> new Probe(place.cell(), place.zone(), own.socket(place.url()), own.request(place)))
                        .toList(),
                limit, clock, signals);
    }

    private void probe(long n, long due) {
        if (clock.ticks() - due > limit.toNanos()) {
            // We stood still ourselves. Nothing is known about that time, least of all that a zone was down.
            return;
        }
        Probe probe = probes.get((int) (n % probes.size()));
        long begun = clock.ticks();
        caller.call(probe.server(), probe.request(), limit, result -> tell(probe, result, clock.ticks() - begun));
    }

    private void tell(Probe probe, CallResult result, long nanos) {
        String instance = null;
        Outcome outcome = switch (result) {
            case CallResult.Answered(var answer) -> Attempt.outcome(answer);
            case CallResult.TimedOut timedOut -> Outcome.UNANSWERED;
            case CallResult.Unreachable unreachable -> Outcome.FAILED;
            case CallResult.Broken broken -> Outcome.FAILED;
        };
        if (result instanceof CallResult.Answered(var answer)) {
            List<Attempt> attempts = Attempt.of(answer);
            instance = attempts.isEmpty() ? null : attempts.getLast().instance();
        }
        Duration latency = outcome == Outcome.UNANSWERED ? limit : Duration.ofNanos(nanos);
        signals.post(List
                .of(new Measurement(Observer.CANARY, probe.cell(), probe.zone(), instance, null, outcome, latency)));
    }

    /// Ends the probing. Probes under way still end as measurements.
    @Override
    public void close() {
        pacer.stop();
    }
}
