package io.gameday.notification;

import io.gameday.engine.Pager;
import io.gameday.http.Admission;
import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.journal.JournalFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What those promise besides that write to a server: against a real one that is down, hangs, refuses or comes back.
abstract class HttpPagerContract extends PagerContract {

    private static final String PATH = "/services/T0SECRET/" + SECRET;
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Network network = new Network("server");
    private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();
    private final Queue<Handler> script = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    abstract Pager pager(String address, Duration limit, BackOff backOff);

    /// As reasons say it.
    abstract String name();

    /// What it answers where all is well.
    abstract HttpAnswer taken();

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(),
                (request, reply) -> {
                    requests.add(request);
                    Handler next = script.poll();
                    if (next == null) {
                        reply.accept(taken());
                    } else {
                        next.handle(request, reply);
                    }
                });
    }

    @AfterEach
    void close() {
        server.close();
        network.close();
    }

    @Override
    Pager working() {
        return pager(address(), AMPLE, QUICK);
    }

    @Override
    Pager broken() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return pager("http://127.0.0.1:" + socket.getLocalPort() + PATH, AMPLE, QUICK);
        }
    }

    @Test
    void postsJsonToTheAddress() throws Exception {
        answerOf(working(), PAGE);
        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("POST " + PATH);
            assertThat(request.headers()).containsEntry("content-type", "application/json");
        });
    }

    @Test
    void aServerThatIsDownIsTriedAgainAndThenTold() throws Exception {
        assertThat(answerOf(broken(), PAGE))
                .isEqualTo(failed(name() + " did not answer: ConnectException; given up after 3 attempts"));
    }

    @Test
    void aServerThatComesBackGetsTheMessage() throws Exception {
        script.add(answers(500, "{}"));
        assertThat(answerOf(working(), PAGE)).isEqualTo(ok());
        assertThat(requests).hasSize(2);
        assertThat(requests.getFirst().text()).isEqualTo(requests.getLast().text());
    }

    @Test
    void aServerThatHangsIsTriedAgainAndThenTold() throws Exception {
        Handler hangs = (request, reply) -> {
        };
        script.addAll(List.of(hangs, hangs, hangs));
        assertThat(answerOf(pager(address(), SHORT, QUICK), PAGE))
                .isEqualTo(failed(name() + " did not answer within 300 ms; given up after 3 attempts"));
        assertThat(requests).hasSize(3);
    }

    @Test
    void aServerThatHangsInTheMiddleOfItsAnswerHoldsNobody() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        try (ServerSocket hanging = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread answering = Thread.ofVirtual().start(() -> answerHalf(hanging, told));
            assertThat(answerOf(
                    pager("http://127.0.0.1:" + hanging.getLocalPort() + PATH, SHORT, new BackOff(List.of())), PAGE))
                    .isEqualTo(failed(name() + " did not answer within 300 ms; given up after 1 attempts"));
            told.countDown();
            answering.join();
        }
    }

    /// Holds the connection until the pager has told: one that nobody refers to is closed with the next garbage
    /// collection, and a closed connection is no server that hangs.
    private void answerHalf(ServerSocket hanging, CountDownLatch told) {
        try (Socket connection = hanging.accept()) {
            connection.getInputStream().read();
            connection.getOutputStream()
                    .write("HTTP/1.1 202 Accepted\r\nContent-Length: 10\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            told.await();
        } catch (IOException | InterruptedException e) {
            escaped.add(e);
        }
    }

    @Test
    void whatIsRefusedIsToldInTheWordsOfTheServerAndNotTriedAgain() throws Exception {
        script.add(answers(400, "invalid_payload"));
        assertThat(answerOf(working(), PAGE)).isEqualTo(failed(name() + " answered 400: invalid_payload"));
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 403, 404, 410})
    void nothingElseIsTakenForAYes(int status) throws Exception {
        script.add((request, reply) -> reply
                .accept(new HttpAnswer(status, Map.of("location", address() + "/elsewhere"), new byte[0])));
        assertThat(answerOf(working(), PAGE)).isEqualTo(failed(name() + " answered " + status));
        assertThat(requests).hasSize(1);
    }

    @Test
    void aServerThatHasTooMuchToDoIsAskedAgain() throws Exception {
        script.add((request, reply) -> reply.accept(new HttpAnswer(429, Map.of("retry-after", "0"), new byte[0])));
        assertThat(answerOf(working(), PAGE)).isEqualTo(ok());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500})
    void aServerThatRepeatsWhatItWasAskedGivesNoSecretAway(int status) throws Exception {
        Handler repeats = (request, reply) -> reply.accept(HttpAnswer.json(status, "Cannot POST " + address() + " or "
                + request.path() + "\u001b[2J\n" + request.text() + "x".repeat(9_000)));
        script.addAll(List.of(repeats, repeats, repeats));
        assertThat(answerOf(working(), ACKNOWLEDGED)).startsWith("loop: Failed[why=" + name() + " answered " + status)
                .contains("Cannot POST ").doesNotContainIgnoringCase("secret").doesNotContain("\u001b", "\n")
                .hasSizeLessThan(400);
    }

    @Test
    void messagesArriveInTheirOrderAlsoWhereTheFirstIsRefusedAtFirst() throws Exception {
        script.add(answers(503, ""));
        Pager pager = working();
        loop.execute(() -> pager.send(PAGE, answer -> {
        }));
        assertThat(answerOf(pager, RESOLVED)).isEqualTo(ok());
        assertThat(requests).extracting(HttpRequest::text).extracting(text -> text.contains("50 of 50"))
                .startsWith(true, true).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an address: secret", "ftp://example.com/secret", "secret", "http:///secret",
            "https://example.com:port/secret"})
    void whatIsNoWebAddressIsRefusedWithoutShowingIt(String address) {
        assertThatThrownBy(() -> pager(address, AMPLE, QUICK)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the address of " + name() + " is no web address; allowed: http://… or https://…")
                .hasNoCause();
    }

    /// What the server got for one message.
    final JsonNode sent(Pager.Message message) throws InterruptedException {
        assertThat(answerOf(working(), message)).startsWith("loop: Ok[");
        return JournalFormat.mapper().readTree(requests.getLast().text());
    }

    /// The next request is answered like this.
    final void next(int status, String text) {
        script.add(answers(status, text));
    }

    private static Handler answers(int status, String text) {
        return (request, reply) -> reply
                .accept(new HttpAnswer(status, Map.of(), text.getBytes(StandardCharsets.UTF_8)));
    }

    private String address() {
        return "http://127.0.0.1:" + server.address().getPort() + PATH;
    }
}
