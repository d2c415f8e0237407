package io.gameday.agent.driver;

import io.gameday.http.HttpCaller;
import io.gameday.target.OwnPlace;
import io.gameday.target.WebAddress;
import io.gameday.time.Clock;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Faults of the network at a system of a team's own, by all the Toxiproxies in front of it that are in reach, at once.
///
/// ```
///           ┌─► toxiproxy of shop az1
/// injection ┤                          ─► all done: done; not all: those that did it take it back
///           └─► toxiproxy of cart az1
/// ```
///
/// Belongs to the loop.
public final class OwnLinksDriver implements Driver {

    private final HttpCaller caller;
    private final Clock clock;
    private final Executor loop;
    private final Map<WebAddress, Driver> servers = new HashMap<>();

    public OwnLinksDriver(HttpCaller caller, Clock clock, Executor loop) {
        this.caller = caller;
        this.clock = clock;
        this.loop = loop;
    }

    @Override
    public Means means() {
        return Means.LINKS;
    }

    @Override
    public void inject(Injection injection, Consumer<DriverAnswer> then) {
        each(injection, (driver, told) -> driver.inject(injection, told), injected -> {
            if (injected instanceof DriverAnswer.Done) {
                then.accept(injected);
                return;
            }
            revert(injection, reverted -> then.accept(switch (reverted) {
                case DriverAnswer.Done _,DriverAnswer.NotInForce _ ->
                    new DriverAnswer.NotDone(words(injected) + "; taken back");
                case DriverAnswer.NotDone _,DriverAnswer.InDoubt _ ->
                    new DriverAnswer.InDoubt(words(injected) + "; " + words(reverted));
            }));
        });
    }

    @Override
    public void renew(Injection injection, Consumer<DriverAnswer> then) {
        each(injection, (driver, told) -> driver.renew(injection, told), then);
    }

    @Override
    public void revert(Injection injection, Consumer<DriverAnswer> then) {
        each(injection, (driver, told) -> driver.revert(injection, told), then);
    }

    @Override
    public void adopt(Injection injection) {
        drivers(injection).forEach(driver -> driver.adopt(injection));
    }

    private List<Driver> drivers(Injection injection) {
        return injection
                .own().stream().map(OwnPlace::place).map(place -> place.toxiproxy()).filter(
                        Objects::nonNull)
                .distinct().map(
                        server -> servers
                                .computeIfAbsent(server,
                                        address -> new ToxiproxyDriver(caller,
                                                new InetSocketAddress(address.host(), address.port()), clock, loop)))
                .toList();
    }

    /// The worst of all answers counts, with the words of each that is as bad.
    private void each(Injection injection, BiConsumer<Driver, Consumer<DriverAnswer>> call,
            Consumer<DriverAnswer> then) {
        List<Driver> drivers = drivers(injection);
        if (drivers.isEmpty()) {
            then.accept(new DriverAnswer.NotDone("no place with a Toxiproxy is in reach"));
            return;
        }
        List<DriverAnswer> answers = new ArrayList<>();
        drivers.forEach(driver -> call.accept(driver, answer -> loop.execute(() -> {
            answers.add(answer);
            if (answers.size() == drivers.size()) {
                then.accept(worst(answers));
            }
        })));
    }

    private static DriverAnswer worst(List<DriverAnswer> answers) {
        int worst = answers.stream().mapToInt(OwnLinksDriver::badness).max().orElseThrow();
        String words = String.join("; ", answers.stream().filter(answer -> badness(answer) == worst)
                .map(OwnLinksDriver::words).distinct().toList());
        return switch (answers.stream().filter(answer -> badness(answer) == worst).findFirst().orElseThrow()) {
            case DriverAnswer.Done _ -> new DriverAnswer.Done(words);
            case DriverAnswer.NotInForce _ -> new DriverAnswer.NotInForce(words);
            case DriverAnswer.NotDone _ -> new DriverAnswer.NotDone(words);
            case DriverAnswer.InDoubt _ -> new DriverAnswer.InDoubt(words);
        };
    }

    private static int badness(DriverAnswer answer) {
        return switch (answer) {
            case DriverAnswer.Done _ -> 0;
            case DriverAnswer.NotInForce _ -> 1;
            case DriverAnswer.NotDone _ -> 2;
            case DriverAnswer.InDoubt _ -> 3;
        };
    }

    private static String words(DriverAnswer answer) {
        return switch (answer) {
            case DriverAnswer.Done(String detail) -> detail;
            case DriverAnswer.NotInForce(String why) -> why;
            case DriverAnswer.NotDone(String why) -> why;
            case DriverAnswer.InDoubt(String why) -> why;
        };
    }
}
