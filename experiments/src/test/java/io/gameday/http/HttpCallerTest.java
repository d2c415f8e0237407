package io.gameday.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Against servers made of plain sockets, so that they can misbehave.
class HttpCallerTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n";

    private Network network;
    private HttpCaller caller;
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        network = new Network("test");
        caller = new HttpCaller(network);
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        caller.close();
        network.close();
    }

    @Test
    void theNextCallReusesTheConnection() throws Exception {
        CompletableFuture<CallResult> first = call(LONG);
        try (Socket connection = server.accept()) {
            readRequest(connection);
            write(connection, OK + "r1");
            assertThat(answer(first)).isEqualTo("r1");

            CompletableFuture<CallResult> second = call(LONG);
            readRequest(connection);
            write(connection, OK + "r2");
            assertThat(answer(second)).isEqualTo("r2");
        }
    }

    @Test
    void aConnectionWhoseRequestWasToldToBeItsLastIsNotUsedAgain() throws Exception {
        CompletableFuture<CallResult> first = new CompletableFuture<>();
        InetSocketAddress there = new InetSocketAddress("127.0.0.1", server.getLocalPort());
        caller.call(there, HttpRequest.get("/").with("connection", "close"), LONG, first::complete);
        try (Socket connection = server.accept()) {
            readRequest(connection);
            write(connection, OK + "r1");
            assertThat(answer(first)).isEqualTo("r1");
            assertThat(endOf(connection)).isTrue();
        }
    }

    @Test
    void closingEndsEveryConnectionThatIsKept() throws Exception {
        CompletableFuture<CallResult> first = call(LONG);
        CompletableFuture<CallResult> second = call(LONG);
        try (Socket one = server.accept(); Socket other = server.accept()) {
            for (Socket connection : List.of(one, other)) {
                readRequest(connection);
                write(connection, OK + "ok");
            }
            assertThat(answer(first) + answer(second)).isEqualTo("okok");

            caller.close();

            assertThat(endOf(one) && endOf(other)).isTrue();
        }
    }

    @Test
    void aConnectionThatItsServerEndedIsReplacedByANewOne() throws Exception {
        CompletableFuture<CallResult> first = call(LONG);
        try (Socket connection = server.accept()) {
            readRequest(connection);
            write(connection, OK + "r1");
            assertThat(answer(first)).isEqualTo("r1");
            connection.shutdownOutput();
            assertThat(endOf(connection)).isTrue();
        }
        CompletableFuture<CallResult> second = call(LONG);
        try (Socket connection = server.accept()) {
            readRequest(connection);
            write(connection, OK + "r2");
            assertThat(answer(second)).isEqualTo("r2");
        }
    }

    @Test
    void withoutAnAnswerTheCallTimesOutAtItsLimit() {
        long began = System.nanoTime();
        assertThat(call(Duration.ofMillis(50)).orTimeout(30, TimeUnit.SECONDS).join())
                .isEqualTo(new CallResult.TimedOut());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void aLateAnswerIsNeverGivenToTheNextRequest() throws Exception {
        CompletableFuture<CallResult> first = call(Duration.ofMillis(50));
        try (Socket connection = server.accept()) {
            assertThat(first.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(new CallResult.TimedOut());
            CompletableFuture<CallResult> second = call(LONG);
            writeToWhoeverListens(connection, OK + "r1");
            try (Socket other = server.accept()) {
                readRequest(other);
                write(other, OK + "r2");
                assertThat(answer(second)).isEqualTo("r2");
            }
        }
    }

    @Test
    void anAnswerThatNobodyAskedForIsNotTakenForTheNextOne() throws Exception {
        CompletableFuture<CallResult> first = call(LONG);
        try (Socket connection = server.accept()) {
            readRequest(connection);
            write(connection, OK + "r1" + OK + "r0");
            assertThat(answer(first)).isEqualTo("r1");
            // The caller has closed the connection: nothing of it is used again.
            assertThat(endOf(connection)).isTrue();
            CompletableFuture<CallResult> second = call(LONG);
            try (Socket other = server.accept()) {
                readRequest(other);
                write(other, OK + "r2");
                assertThat(answer(second)).isEqualTo("r2");
            }
        }
    }

    @Test
    void aRefusedConnectionIsUnreachable() throws IOException {
        server.close();
        assertThat(call(LONG).orTimeout(30, TimeUnit.SECONDS).join())
                .isInstanceOfSatisfying(CallResult.Unreachable.class, u -> assertThat(u.why()).contains("refused"));
    }

    @Test
    void aServerThatDiesWithARequestUnderWayIsBroken() throws Exception {
        CompletableFuture<CallResult> result = call(LONG);
        try (Socket connection = server.accept()) {
            readRequest(connection);
            write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        }
        assertThat(result.orTimeout(30, TimeUnit.SECONDS).join()).isInstanceOf(CallResult.Broken.class);
    }

    @Test
    void whatIsNotHttpIsBroken() throws Exception {
        CompletableFuture<CallResult> result = call(LONG);
        try (Socket connection = server.accept()) {
            readRequest(connection);
            write(connection, "good day\r\n\r\n");
            assertThat(result.orTimeout(30, TimeUnit.SECONDS).join()).isInstanceOf(CallResult.Broken.class);
        }
    }

    @Test
    void anAnswerThatEndsTheConnectionIsStillAnAnswer() throws Exception {
        CompletableFuture<CallResult> result = call(LONG);
        try (Socket connection = server.accept()) {
            readRequest(connection);
            write(connection, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nr1");
            assertThat(answer(result)).isEqualTo("r1");
            assertThat(endOf(connection)).isTrue();
        }
    }

    @Test
    void aRequestThatIsNoHttpIsNotSentAndSaysWhy() throws Exception {
        CompletableFuture<CallResult> result = new CompletableFuture<>();
        caller.call(address(), HttpRequest.get("/").with("x-name", "a\r\nb"), LONG, result::complete);
        assertThat(result.orTimeout(30, TimeUnit.SECONDS).join()).isInstanceOfSatisfying(CallResult.Broken.class,
                broken -> assertThat(broken.why()).startsWith("not sent, because it is no valid HTTP request"));
    }

    @Test
    void aCallOverAClosedNetworkIsToldAtOnce() {
        network.close();
        assertThat(call(LONG).join()).isEqualTo(new CallResult.Unreachable("our own network is closed"));
    }

    @Test
    void manyCallsAtOnceEachGetTheirOwnAnswer() throws Exception {
        try (HttpServer echo = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(),
                (request, reply) -> reply.accept(HttpAnswer.json(200, request.path())))) {
            List<CompletableFuture<CallResult>> results = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                CompletableFuture<CallResult> result = new CompletableFuture<>();
                caller.call(echo.address(), HttpRequest.get("/" + i), LONG, result::complete);
                results.add(result);
            }
            for (int i = 0; i < 500; i++) {
                assertThat(answer(results.get(i))).isEqualTo("/" + i);
            }
        }
    }

    private InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", server.getLocalPort());
    }

    private CompletableFuture<CallResult> call(Duration limit) {
        CompletableFuture<CallResult> result = new CompletableFuture<>();
        caller.call(address(), HttpRequest.get("/"), limit, result::complete);
        return result;
    }

    private static String answer(CompletableFuture<CallResult> result) {
        CallResult ended = result.orTimeout(30, TimeUnit.SECONDS).join();
        assertThat(ended).isInstanceOf(CallResult.Answered.class);
        return ((CallResult.Answered) ended).answer().text();
    }

    private static void readRequest(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("the connection ended after '%s'", head).isNotNegative();
            head.append((char) next);
        }
    }

    private static void write(Socket connection, String text) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void writeToWhoeverListens(Socket connection, String text) {
        try {
            write(connection, text);
        } catch (IOException closedAlready) {
            assertThat(closedAlready).isInstanceOf(IOException.class);
        }
    }

    private static boolean endOf(Socket connection) {
        try {
            return connection.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }
}
