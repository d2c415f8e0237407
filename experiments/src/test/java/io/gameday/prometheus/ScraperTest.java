package io.gameday.prometheus;

import io.gameday.http.Admission;
import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.time.VirtualClock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScraperTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Network network = new Network("test");
    private final HttpCaller caller = new HttpCaller(network);
    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);

    @AfterEach
    void close() {
        caller.close();
        network.close();
    }

    @Test
    void aServerIsReadAsOfTheMomentItWasAsked() throws IOException {
        clock.advance(Duration.ofSeconds(7));
        try (HttpServer server = serve(answer(200, TEXT, "up{zone=\"az1\"} 1\n"))) {
            assertThat(scrape(server, LONG)).isEqualTo(new Scrape.Read(7_000_000_000L, new Exposition(
                    Map.of(new Series("up", Map.of("zone", "az1")), new Sample(1, OptionalDouble.empty())))));
        }
    }

    @Test
    void itAsksForWhatItCanReadAndSendsTheRequestAsItIs() throws IOException {
        AtomicReference<HttpRequest> asked = new AtomicReference<>();
        try (HttpServer server = HttpServer.start(network, loopback(), Admission.open(), (request, reply) -> {
            asked.set(request);
            reply.accept(answer(200, TEXT, ""));
        })) {
            CompletableFuture<Scrape> done = new CompletableFuture<>();
            HttpRequest request = new HttpRequest("GET", "/metrics", Map.of("name", "up"), Map.of(), new byte[0])
                    .with("authorization", "Bearer t");
            new Scraper(caller, clock, LONG).scrape(server.address(), request, done::complete);

            assertThat(done.orTimeout(60, TimeUnit.SECONDS).join()).isInstanceOf(Scrape.Read.class);
            assertThat(asked.get().path()).isEqualTo("/metrics");
            assertThat(asked.get().query()).isEqualTo(Map.of("name", "up"));
            assertThat(asked.get().headers()).containsEntry("authorization", "Bearer t").containsEntry("accept",
                    "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5");
        }
    }

    @Test
    void whatIsNoAnswerToAScrapeIsUnknown() throws IOException {
        assertUnknown(answer(503, TEXT, "up 1\n"), "answered with status 503; allowed: 200");
        assertUnknown(new HttpAnswer(302, Map.of("location", "/metrics", "content-type", TEXT), new byte[0]),
                "answered with status 302; allowed: 200");
        assertUnknown(answer(200, "text/html", "<html>\n"), "Content-Type is 'text/html'; allowed: text/plain "
                + "(version 0.0.4) and application/openmetrics-text (version 1.0.0 or 0.0.1), in UTF-8");
        assertUnknown(new HttpAnswer(200, Map.of(), "up 1\n".getBytes(StandardCharsets.UTF_8)),
                "Content-Type is ''; allowed: text/plain (version 0.0.4) and application/openmetrics-text (version "
                        + "1.0.0 or 0.0.1), in UTF-8");
        assertUnknown(
                new HttpAnswer(200, Map.of("content-type", TEXT, "content-encoding", "gzip"), new byte[]{31, -117}),
                "Content-Encoding is 'gzip'; allowed: none, since none was asked for");
        assertUnknown(answer(200, TEXT, "up 1\nup one\n"),
                "told what cannot be read; line 2: value is 'one'; allowed: a decimal number, NaN, +Inf or -Inf");
    }

    @Test
    void aServerThatHangsIsUnknownAtTheLimit() throws IOException {
        try (HttpServer server = HttpServer.start(network, loopback(), Admission.open(), (request, reply) -> {
        })) {
            assertThat(scrape(server, Duration.ofMillis(50)))
                    .isEqualTo(new Scrape.Unknown("did not answer within 50 ms"));
        }
    }

    @Test
    void aServerThatIsNotThereIsUnknown() throws IOException {
        HttpServer server = serve(answer(200, TEXT, "up 1\n"));
        server.close();
        assertThat(scrape(server, LONG)).isInstanceOfSatisfying(Scrape.Unknown.class,
                unknown -> assertThat(unknown.why()).startsWith("cannot be reached: "));
    }

    @Test
    void aHugeAnswerIsUnknown() throws IOException {
        try (HttpServer server = serve(answer(200, TEXT, "# " + "x".repeat(2 << 20) + "\n"))) {
            assertThat(scrape(server, LONG)).isInstanceOfSatisfying(Scrape.Unknown.class,
                    unknown -> assertThat(unknown.why())
                            .startsWith("broke off, or told more than 1048576 bytes: Response entity too large"));
        }
    }

    @Test
    void aLimitIsPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scraper(caller, clock, Duration.ZERO))
                .withMessage("limit is 0 ms; allowed: more than 0 ms");
    }

    /// The same registry that our servers use, in both formats.
    @Test
    void whatAMicrometerRegistryTellsBecomesRatesSharesAndQuantiles() throws IOException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().commonTags("zone", "az\"1\"\n\\");
        Timer served = Timer.builder("requests").tag("status", "200")
                .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofSeconds(1))
                .register(registry);
        Counter orders = registry.counter("orders");
        served.record(Duration.ofMillis(150));
        for (Format format : Format.values()) {
            try (HttpServer server = HttpServer.start(network, loopback(), Admission.open(),
                    metrics(registry, format))) {
                Scrape before = scrape(server, LONG);
                for (int n = 0; n < 90; n++) {
                    served.record(Duration.ofMillis(150));
                }
                orders.increment(20);
                Timer.builder("requests").tag("status", format == Format.TEXT ? "500" : "502")
                        .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofSeconds(1))
                        .register(registry).record(Duration.ofSeconds(30));
                clock.advance(Duration.ofSeconds(10));
                Scrape after = scrape(server, LONG);

                assertThat(Rates.between(before, after,
                        rates -> rates.perSecond(Selector.of("orders_total").with("zone", "az\"1\"\n\\"))))
                        .isEqualTo(new Datapoint.Value(2));
                assertThat(Rates.between(before, after,
                        rates -> rates.share(Selector.of("requests_seconds_count"), "status", Pattern.compile("5.."))))
                        .isEqualTo(new Datapoint.Value(1.0 / 91));
                Selector buckets = Selector.of("requests_seconds_bucket");
                assertThat(Rates.between(before, after, rates -> rates.quantile(0.5, buckets))).isInstanceOfSatisfying(
                        Datapoint.Value.class, median -> assertThat(median.value()).isBetween(0.1, 0.2));
                assertThat(Rates.between(before, after, rates -> rates.quantile(0.999, buckets)))
                        .isEqualTo(new Datapoint.Above(1));
            }
        }
    }

    private static Handler metrics(PrometheusMeterRegistry registry, Format format) {
        String type = format == Format.TEXT ? TEXT : "application/openmetrics-text; version=1.0.0; charset=utf-8";
        return (request, reply) -> reply.accept(answer(200, type, registry.scrape(type)));
    }

    private void assertUnknown(HttpAnswer answer, String why) throws IOException {
        try (HttpServer server = serve(answer)) {
            assertThat(scrape(server, LONG)).isEqualTo(new Scrape.Unknown(why));
        }
    }

    private HttpServer serve(HttpAnswer answer) throws IOException {
        return HttpServer.start(network, loopback(), Admission.open(), (request, reply) -> reply.accept(answer));
    }

    private Scrape scrape(HttpServer server, Duration limit) {
        CompletableFuture<Scrape> done = new CompletableFuture<>();
        new Scraper(caller, clock, limit).scrape(server.address(), HttpRequest.get("/metrics"), done::complete);
        return done.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress("127.0.0.1", 0);
    }

    private static HttpAnswer answer(int status, String type, String text) {
        return new HttpAnswer(status, Map.of("content-type", type), text.getBytes(StandardCharsets.UTF_8));
    }
}
