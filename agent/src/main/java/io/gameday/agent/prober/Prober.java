package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import io.gameday.http.CallResult;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Fault;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import io.gameday.time.Clock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Looks through the network, as a customer or an operator would, at whether a fault bites or is gone. It shares no
/// code with the drivers and never asks what they ask: a driver that does nothing, or hits another zone, is found out.
///
/// ```
/// prober ── GET /canary ──► 127.0.n.k:p   each task, in reach or not
///        ── GET /       ──► 127.0.n.1:p   each zone's machine
/// ```
///
/// Answers on the loop, and belongs to it.
public final class Prober {

    /// How long it waits for what is wanted to show.
    public static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final Duration KNOCK_LIMIT = Duration.ofMillis(800);
    private static final HttpRequest CANARY = fresh("/canary");
    private static final HttpRequest PING = fresh("/");

    private final HttpCaller caller;
    private final Clock clock;
    private final Executor loop;

    public Prober(HttpCaller caller, Clock clock, Executor loop) {
        this.caller = caller;
        this.clock = clock;
        this.loop = loop;
    }

    /// The same reach, with what answers right now marked as answered.
    public void baseline(Reach reach, Consumer<Reach> then) {
        look(reach,
                look -> then
                        .accept(new Reach(
                                reach.machines().stream()
                                        .map(machine -> new Reach.Machine(machine.zone(), machine.address(),
                                                look.powered(machine)))
                                        .toList(),
                                reach.places().stream()
                                        .map(place -> new Reach.Place(place.task(), place.zone(), place.address(),
                                                place.planned(), look.answers(place.address()), place.process()))
                                        .toList())));
    }

    /// Looks every 100 ms, up to [#PATIENCE], until `wanted` shows; answers the last look otherwise. Mixed or
    /// unanswered is [Presence#UNKNOWN].
    ///
    /// @param wanted [Presence#BITES] after an injection, [Presence#GONE] after a revert
    public void observe(Fault fault, Reach reach, Suspects suspects, Presence wanted, Consumer<Observation> then) {
        Judgement judgement = new Judgement(reach, suspects, wanted, ProcessIdentity::alive);
        long deadline = clock.ticks() + PATIENCE.toNanos();
        poll(fault, reach, judgement, wanted, deadline, then);
    }

    private void poll(Fault fault, Reach reach, Judgement judgement, Presence wanted, long deadline,
            Consumer<Observation> then) {
        look(reach, look -> {
            Observation observation = judgement.of(fault, look);
            if (observation.presence() == wanted || clock.ticks() - deadline >= 0) {
                then.accept(observation);
            } else {
                clock.at(PERIOD, () -> poll(fault, reach, judgement, wanted, deadline, then));
            }
        });
    }

    /// Whether nothing of the target is left: `host` and every address of `reach` refuse connections, and every process
    /// that is known has ended. A fault is then gone with what it was aimed at.
    public void deserted(Reach reach, String host, Consumer<Boolean> then) {
        Reach all = new Reach(
                Stream.concat(reach.machines().stream(), Stream.of(new Reach.Machine("host", host, true))).toList(),
                reach.places());
        look(all,
                look -> then.accept(look.sights().values().stream().allMatch(Sight.Refuses.class::isInstance)
                        && reach.places().stream().map(Reach.Place::process).filter(Objects::nonNull)
                                .noneMatch(ProcessIdentity::alive)));
    }

    private void look(Reach reach, Consumer<Look> then) {
        Map<String, HttpRequest> doors = new LinkedHashMap<>();
        reach.machines().forEach(machine -> doors.put(machine.address(), PING));
        reach.places().forEach(place -> doors.put(place.address(), CANARY));
        Map<String, Sight> seen = new HashMap<>();
        if (doors.isEmpty()) {
            loop.execute(() -> then.accept(new Look(Map.of())));
            return;
        }
        doors.forEach(
                (address, request) -> caller.call(socket(address), request, KNOCK_LIMIT, result -> loop.execute(() -> {
                    seen.put(address, sight(result));
                    if (seen.size() == doors.size()) {
                        then.accept(new Look(Map.copyOf(seen)));
                    }
                })));
    }

    private static Sight sight(CallResult result) {
        return switch (result) {
            case CallResult.Answered(var answer) -> new Sight.Answers(answer.status(), answer.text());
            // Only a refusal says that nothing listens; running out of our own sockets, say, does not.
            case CallResult.Unreachable(String why) when why.contains("refused") -> new Sight.Refuses();
            case CallResult.Unreachable(String why) -> new Sight.Silent(why);
            case CallResult.Broken(String why) -> new Sight.Silent(why);
            case CallResult.TimedOut() -> new Sight.Silent("within " + KNOCK_LIMIT.toMillis() + " ms");
        };
    }

    /// A connection of its own each time: a kept one would say nothing about whether new ones are accepted.
    private static HttpRequest fresh(String path) {
        return HttpRequest.get(path).with("connection", "close");
    }

    private static InetSocketAddress socket(String address) {
        int colon = address.lastIndexOf(':');
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }
}
