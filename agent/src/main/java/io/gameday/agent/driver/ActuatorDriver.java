package io.gameday.agent.driver;

import io.gameday.http.HttpCaller;
import io.gameday.target.OwnPlace;
import io.gameday.time.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Misbehaving code of a team's own services, by the Chaos Monkey aboard each. It knows no lease, so the agent keeps it:
/// when it is over, every Chaos Monkey gets the settings back that were found before, which the ledger holds.
public final class ActuatorDriver implements Driver, AutoCloseable {

    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final String NAME = "the agent";

    private final HttpCaller caller;
    private final Clock clock;
    private final Turns thread = new Turns("actuator-driver", "a Chaos Monkey");
    private final AgentLeases leases;
    private final Map<String, List<OwnPlace>> struck = new ConcurrentHashMap<>();

    /// @param loop where the clock's tasks run
    public ActuatorDriver(HttpCaller caller, Clock clock, Executor loop) {
        this.caller = caller;
        this.clock = clock;
        leases = new AgentLeases(this::restore, clock, loop, thread, "the Chaos Monkeys");
    }

    @Override
    public Means means() {
        return Means.HOST;
    }

    @Override
    public void inject(Injection injection, Consumer<DriverAnswer> then) {
        thread.answer(then, () -> {
            if (injection.own().isEmpty()) {
                return new DriverAnswer.NotDone("no place with an actuator is in reach");
            }
            struck.put(injection.id(), injection.own());
            try {
                leases.grant(injection.id(), injection.lease(), injection.duration());
            } catch (IOException held) {
                return new DriverAnswer.NotDone(String.valueOf(held.getMessage()));
            }
            try {
                for (OwnPlace own : injection.own()) {
                    actuator(own).set(Actuator.assault(injection.fault()));
                }
                return new DriverAnswer.Done(injection.own().size() + " places assaulted by their Chaos Monkey");
            } catch (IOException failed) {
                return takenBack(injection.id(), failed);
            }
        });
    }

    private DriverAnswer takenBack(String id, IOException failed) {
        try {
            leases.end(id);
            return new DriverAnswer.NotDone(failed.getMessage() + "; taken back");
        } catch (IOException doubt) {
            return new DriverAnswer.InDoubt(failed.getMessage() + "; " + doubt.getMessage());
        }
    }

    @Override
    public void renew(Injection injection, Consumer<DriverAnswer> then) {
        thread.answer(then,
                () -> leases.renew(injection.id())
                        ? new DriverAnswer.Done("renewed by " + NAME)
                        : new DriverAnswer.NotInForce("its lease is no longer held by " + NAME));
    }

    @Override
    public void revert(Injection injection, Consumer<DriverAnswer> then) {
        struck.put(injection.id(), injection.own());
        thread.answer(then, () -> {
            try {
                leases.end(injection.id());
                return new DriverAnswer.Done("every Chaos Monkey has the settings of before");
            } catch (IOException failed) {
                return new DriverAnswer.InDoubt(String.valueOf(failed.getMessage()));
            }
        });
    }

    @Override
    public void adopt(Injection injection) {
        struck.put(injection.id(), injection.own());
        thread.execute(() -> {
            try {
                leases.adopt(injection.id(), injection.lease(), injection.duration());
            } catch (IOException held) {
                clock.at(AGAIN, () -> adopt(injection));
            }
        });
    }

    /// Each is tried, also when another could not be reached.
    private void restore(String id) throws IOException {
        List<String> failures = new ArrayList<>();
        for (OwnPlace own : struck.getOrDefault(id, List.of())) {
            try {
                actuator(own).restore(Actuator.Settings.parse(Objects.requireNonNull(own.chaosMonkey())));
            } catch (IOException failed) {
                failures.add(String.valueOf(failed.getMessage()));
            }
        }
        if (!failures.isEmpty()) {
            throw new IOException(String.join("; ", failures));
        }
        struck.remove(id);
    }

    /// The commands that give a Chaos Monkey its settings back by hand. The first one ends the fault.
    public static Stream<String> undo(OwnPlace own) {
        String root = own.place().actuator() + "/chaosmonkey";
        String json = own.chaosMonkey();
        Stream<String> end = Stream.of("curl -X POST " + root + "/disable");
        if (json == null) {
            return end;
        }
        Actuator.Settings found = Actuator.Settings.parse(json);
        return Stream
                .of(end, Stream.of(post(root + "/assaults", found.assaults()),
                        post(root + "/watchers", found.watchers())),
                        found.enabled() ? Stream.of("curl -X POST " + root + "/enable") : Stream.<String>of())
                .flatMap(commands -> commands);
    }

    private static String post(String address, JsonNode body) {
        return "curl -X POST -H 'Content-Type: application/json' -d '" + body.toString().replace("'", "'\\''") + "' "
                + address;
    }

    private Actuator actuator(OwnPlace own) {
        return new Actuator(caller, Objects.requireNonNull(own.place().actuator()));
    }

    @Override
    public void close() {
        thread.close();
    }
}
