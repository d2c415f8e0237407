package io.gameday.signal;

import io.gameday.http.HttpAnswer;
import io.gameday.signal.SourceFailure.Cause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class HttpSourceTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private FakeServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsAskedArrivesAsItWasMeant() throws Exception {
        server.answering("/path", "{\"a\":1}");
        try (HttpSource source = server.source("Source", Map.of("Authorization", "Bearer secret"),
                SHORT.plusMinutes(1))) {
            assertThat(source.get("/path", List.of(Map.entry("query", "a{b=~\"c|d\"} + 1 & é"))).toString())
                    .isEqualTo("{\"a\":1}");
        }
        assertThat(server.asked("/path")).singleElement().satisfies(request -> {
            assertThat(request.query()).containsEntry("query", "a{b=~\"c|d\"} + 1 & é");
            assertThat(request.headers()).containsEntry("authorization", "Bearer secret");
        });
    }

    @Test
    void aServerThatNeverAnswersIsNotWaitedForLong() {
        assertThat(failure("/never")).satisfies(failed -> {
            assertThat(failed.whose()).isEqualTo(Cause.SOURCE);
            assertThat(failed)
                    .hasMessage("Source at " + server.address() + " gave no whole answer to /never within 0 s");
        });
    }

    @Test
    void aServerThatBeginsToAnswerAndStopsIsNotWaitedForLong() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            CompletableFuture<Socket> held = CompletableFuture.supplyAsync(() -> {
                try {
                    Socket connection = listening.accept();
                    connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":"
                            .getBytes(StandardCharsets.US_ASCII));
                    return connection;
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            try (HttpSource source = new HttpSource("Source", "http://127.0.0.1:" + listening.getLocalPort(), Map.of(),
                    SHORT, InstantSource.system())) {
                assertThatThrownBy(() -> source.get("/slow", List.of())).isInstanceOf(SourceFailure.class)
                        .hasMessageContaining("no whole answer to /slow");
            }
            held.join().close();
        }
    }

    @ParameterizedTest
    @CsvSource({"400, QUESTION", "401, QUESTION", "403, QUESTION", "404, QUESTION", "422, QUESTION", "302, QUESTION",
            "429, SOURCE", "500, SOURCE", "503, SOURCE"})
    void whoIsToDoSomethingIsToldByTheStatus(int status, Cause whose) {
        server.answering("/path", request -> HttpAnswer.json(status, "{\"error\":\"the reason\"}"));

        assertThat(failure("/path").whose()).isEqualTo(whose);
    }

    @Test
    void theReasonThatAServerGivesIsShownAndTheTokenIsNot() {
        server.answering("/path", request -> HttpAnswer.json(400, "{\"status\":\"error\",\"error\":\"parse error\"}"));

        assertThat(failure("/path")).hasMessage("Source at " + server.address() + " answered 400 to /path: parse error")
                .hasMessageNotContaining("secret");
    }

    @Test
    void whatAServerSaysNeitherSteersATerminalNorFillsIt() {
        server.answering("/path",
                request -> HttpAnswer.json(500, "{\"error\":\"\\u001b[2J" + "x".repeat(9000) + "\"}"));

        assertThat(failure("/path").getMessage()).contains("·[2Jxx").doesNotContain("\033").hasSizeLessThan(600);
    }

    @Test
    void aPageForPeopleIsNoAnswer() {
        server.answering("/path", request -> new HttpAnswer(200, Map.of("content-type", "text/html"),
                "<html>log in</html>".getBytes(StandardCharsets.UTF_8)));

        assertThat(failure("/path")).hasMessageEndingWith("something other than JSON; is that its address?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus:9090", "ftp://example.com", "not an address", "http://", "http://a/?q=1"})
    void whatIsNoWebAddressIsRefused(String address) {
        assertThatThrownBy(() -> source(address)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowed: http://… or https://…");
    }

    @Test
    void anAddressWithAPasswordIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> source("https://me:secret@example.com")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aClockThatDiffersIsSeenByTheDateOfTheAnswer() throws Exception {
        server.answering("/path",
                request -> new HttpAnswer(200,
                        Map.of("content-type", "application/json", "date", "Sat, 21 Nov 2026 14:00:30 GMT"),
                        "{}".getBytes(StandardCharsets.UTF_8)));
        try (HttpSource source = new HttpSource("Source", server.address(), Map.of(), SHORT.plusMinutes(1),
                InstantSource.fixed(Instant.parse("2026-11-21T14:00:00Z")))) {
            assertThat(source.offset()).isEmpty();
            source.get("/path", List.of());
            assertThat(source.offset())
                    .contains(new ClockOffset("Source", Duration.ofMillis(30_500), Duration.ofMillis(500)));
            assertThat(source.offset().orElseThrow().worthSaying()).isTrue();
        }
    }

    @Test
    void anOffsetThatMayBeLessThanASecondIsNotSaid() {
        assertThat(new ClockOffset("Source", Duration.ofMillis(-1400), Duration.ofMillis(500)).worthSaying()).isFalse();
        assertThat(new ClockOffset("Source", Duration.ofMillis(-1600), Duration.ofMillis(500)).worthSaying()).isTrue();
    }

    private static HttpSource source(String address) {
        return new HttpSource("Source", address, Map.of(), SHORT, InstantSource.system());
    }

    private SourceFailure failure(String path) {
        try (HttpSource source = server.source("Source", Map.of("Authorization", "Bearer secret"),
                path.equals("/never") ? SHORT : Duration.ofSeconds(20))) {
            return catchThrowableOfType(SourceFailure.class, () -> source.get(path, List.of()));
        }
    }
}
