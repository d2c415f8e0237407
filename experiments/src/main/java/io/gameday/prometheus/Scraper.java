package io.gameday.prometheus;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.time.Clock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks Prometheus endpoints what they have counted. Which servers may be asked is for the caller to decide; a redirection
/// is not followed. Safe for use by several threads.
public final class Scraper {

    private final HttpCaller caller;
    private final Clock clock;
    private final Duration limit;

    /// @param limit of one scrape, from the request to the last byte; positive. Below the time between two scrapes, so
    ///              that they do not pile up
    /// @throws IllegalArgumentException when `limit` is not positive
    public Scraper(HttpCaller caller, Clock clock, Duration limit) {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("limit is " + limit.toMillis() + " ms; allowed: more than 0 ms");
        }
        this.caller = caller;
        this.clock = clock;
        this.limit = limit;
    }

    /// Sends `request`, such as `GET /metrics`, and tells `then` what came of it: exactly once, at most the limit from now,
    /// on a network thread.
    public void scrape(InetSocketAddress server, HttpRequest request, Consumer<Scrape> then) {
        // The moment of asking, as Prometheus has it: when within its answer a server counted is not known.
        long ticks = clock.ticks();
        caller.call(server, request.with("accept", Format.ACCEPT), limit, result -> then.accept(switch (result) {
            case CallResult.Answered(HttpAnswer answer) -> read(ticks, answer);
            case CallResult.Unreachable(String why) -> new Scrape.Unknown("cannot be reached: " + why);
            case CallResult.Broken(String why) -> new Scrape.Unknown(
                    "broke off, or told more than " + ExpositionReader.LARGEST + " bytes: " + Malformed.shown(why));
            case CallResult.TimedOut() -> new Scrape.Unknown("did not answer within " + limit.toMillis() + " ms");
        }));
    }

    private static Scrape read(long ticks, HttpAnswer answer) {
        if (answer.status() != 200) {
            return new Scrape.Unknown("answered with status " + answer.status() + "; allowed: 200");
        }
        Map<String, String> headers = answer.headers();
        String encoding = headers.getOrDefault("content-encoding", "identity");
        if (!encoding.equals("identity")) {
            return new Scrape.Unknown(
                    "Content-Encoding is '" + Malformed.shown(encoding) + "'; allowed: none, since none was asked for");
        }
        String type = headers.getOrDefault("content-type", "");
        Optional<Format> format = Format.of(type);
        if (format.isEmpty()) {
            return new Scrape.Unknown("Content-Type is '" + Malformed.shown(type) + "'; allowed: " + Format.ALLOWED);
        }
        return switch (ExpositionReader.read(answer.body(), format.get())) {
            case Parsed.Complete(Exposition exposition) -> new Scrape.Read(ticks, exposition);
            case Parsed.Unreadable unreadable -> new Scrape.Unknown("told what cannot be read; " + unreadable);
        };
    }
}
