package io.gameday.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HttpServerTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private Network network;
    private HttpCaller caller;
    private final ConcurrentLinkedQueue<Consumer<HttpAnswer>> held = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void open() {
        network = new Network("test");
        caller = new HttpCaller(network);
    }

    @AfterEach
    void close() {
        caller.close();
        network.close();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            // token, host, origin, content type, status
            "Bearer secret,  127.0.0.1:80,     -,               application/json,                200",
            "Bearer secret,  127.0.3.1,        -,               application/json; charset=utf-8, 200",
            "Bearer secret,  localhost:8080,   -,               application/json,                200",
            "Bearer secret,  [::1]:8080,       -,               application/json,                200",
            "-,              127.0.0.1:80,     -,               application/json,                401",
            "Bearer secrets, 127.0.0.1:80,     -,               application/json,                401",
            "Bearer secre,   127.0.0.1:80,     -,               application/json,                401",
            "secret,         127.0.0.1:80,     -,               application/json,                401",
            "Bearer secret,  example.com,      -,               application/json,                403",
            "Bearer secret,  127.0.0.1.evil.example, -,         application/json,                403",
            "Bearer secret,  localhost.evil.example, -,         application/json,                403",
            "Bearer secret,  10.0.0.1:80,      -,               application/json,                403",
            "Bearer secret,  127.0.0.1:80,     http://localhost, application/json,               403",
            "Bearer secret,  127.0.0.1:80,     null,            application/json,                403",
            "Bearer secret,  127.0.0.1:80,     -,               text/plain,                      415",
            "Bearer secret,  127.0.0.1:80,     -,               -,                               415"})
    void onlyALocalProgramWithTheTokenAndJsonIsAdmitted(String token, String host, String origin, String type,
            int status) throws IOException {
        HttpRequest request = new HttpRequest("POST", "/", Map.of(), Map.of("host", host),
                "{}".getBytes(StandardCharsets.UTF_8));
        request = token == null ? request : request.with("authorization", token);
        request = origin == null ? request : request.with("origin", origin);
        request = type == null ? request : request.with("content-type", type);
        try (HttpServer server = serve(Admission.token("secret"))) {
            assertThat(call(server, request).status()).isEqualTo(status);
        }
    }

    @Test
    void aRequestWithoutABodyNeedsNoContentType() throws IOException {
        try (HttpServer server = serve(Admission.token("secret"))) {
            HttpRequest request = HttpRequest.get("/").with("authorization", "Bearer secret");
            assertThat(call(server, request).status()).isEqualTo(200);
        }
    }

    @Test
    void whatIsRefusedNeverReachesTheHandler() throws IOException {
        try (HttpServer server = HttpServer.start(network, anyPort(), Admission.token("secret"), (request, reply) -> {
            throw new AssertionError("reached the handler");
        })) {
            assertThat(call(server, HttpRequest.post("/", "{}")).status()).isEqualTo(401);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAndTheServerLives() throws IOException {
        try (HttpServer server = serve(Admission.open())) {
            HttpRequest large = HttpRequest.post("/", "x".repeat(HttpServer.LARGEST_BODY + 1));
            HttpAnswer refusal = call(server, large);
            assertThat(refusal.status()).isEqualTo(413);
            assertThat(refusal.text()).isEqualTo("{\"error\":\"the body is larger than 1048576 bytes\"}");
            HttpRequest largest = HttpRequest.post("/", "x".repeat(HttpServer.LARGEST_BODY));
            assertThat(call(server, largest).status()).isEqualTo(200);
        }
    }

    @Test
    void anExpectationThatIsNotUnderstoodIsRefusedInWords() throws IOException {
        try (HttpServer server = serve(Admission.open())) {
            HttpAnswer refusal = call(server, HttpRequest.post("/", "{}").with("expect", "the-unexpected"));
            assertThat(refusal.status()).isEqualTo(417);
            assertThat(refusal.text()).contains("allowed: 100-continue");
        }
    }

    @Test
    void aHandlerThatThrowsIsA500AndTheServerLives() throws IOException {
        try (HttpServer server = HttpServer.start(network, anyPort(), Admission.open(), (request, reply) -> {
            if (request.path().equals("/broken")) {
                throw new IllegalStateException("out of order");
            }
            reply.accept(HttpAnswer.json(200, "{}"));
        })) {
            HttpAnswer broken = call(server, HttpRequest.get("/broken"));
            assertThat(broken.status()).isEqualTo(500);
            assertThat(broken.text()).contains("out of order");
            assertThat(call(server, HttpRequest.get("/")).status()).isEqualTo(200);
        }
    }

    @Test
    void anAnswerThatIsNoHttpIsA500() throws IOException {
        try (HttpServer server = HttpServer.start(network, anyPort(), Admission.open(),
                (request, reply) -> reply.accept(new HttpAnswer(200, Map.of("x-name", "a\r\nb"), new byte[0])))) {
            assertThat(call(server, HttpRequest.get("/")).status()).isEqualTo(500);
        }
    }

    @Test
    void pathQueryAndHeadersArriveDecoded() throws IOException {
        try (HttpServer server = HttpServer.start(network, anyPort(), Admission.open(),
                (request, reply) -> reply.accept(HttpAnswer.json(200,
                        request.path() + " " + request.query() + " " + request.headers().get("x-name"))))) {
            HttpRequest request = new HttpRequest("GET", "/events", Map.of("after", "1 & 2"), Map.of("X-Name", "z"),
                    new byte[0]);
            assertThat(call(server, request).text()).isEqualTo("/events {after=1 & 2} z");
        }
    }

    @Test
    void ofANameThatIsGivenTwiceAllValuesAreToBeHad() throws IOException {
        try (HttpServer server = HttpServer.start(network, anyPort(), Admission.open(),
                (request, reply) -> reply.accept(HttpAnswer.json(200, request.all("k") + " " + request.all("none"))))) {
            assertThat(call(server, HttpRequest.get("/x?k=a&k=b%20c")).text()).isEqualTo("[a, b c] []");
        }
    }

    @Test
    void aQueryThatCannotBeDecodedIsTheClientsMistake() throws IOException {
        try (HttpServer server = serve(Admission.open())) {
            assertThat(call(server, HttpRequest.get("/?a=%zz")).status()).isEqualTo(400);
        }
    }

    @Test
    void answersLeaveInTheOrderOfTheRequestsWhateverTheHandlerFinishesFirst() throws Exception {
        try (HttpServer server = HttpServer.start(network, anyPort(), Admission.open(), (request, reply) -> {
            if (request.path().equals("/slow")) {
                held.add(reply);
            } else {
                reply.accept(HttpAnswer.json(200, "[fast]"));
            }
        }); Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.getOutputStream()
                    .write(("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            + "GET /fast HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            // A call of another connection passes through the same network thread after both were read.
            while (held.isEmpty()) {
                call(server, HttpRequest.get("/fast"));
            }
            call(server, HttpRequest.get("/fast"));
            held.remove().accept(HttpAnswer.json(200, "[slow]"));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answers).containsSubsequence("[slow]", "[fast]");
        }
    }

    @Test
    void anyBytesMayComeAndTheServerStillAnswers() throws IOException {
        Random random = new Random(11);
        try (HttpServer server = serve(Admission.open())) {
            for (int i = 0; i < 500; i++) {
                sendAndHangUp(server, hostile(random));
            }
            assertThat(call(server, HttpRequest.get("/")).status()).isEqualTo(200);
        }
    }

    @Test
    void anAddressThatIsTakenIsNamed() throws IOException {
        try (HttpServer server = serve(Admission.open())) {
            InetSocketAddress taken = server.address();
            assertThatThrownBy(() -> HttpServer.start(network, taken, Admission.open(), (request, reply) -> {
            })).isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot listen at 127.0.0.1:" + taken.getPort() + ": ");
        }
    }

    @Test
    void closingBreaksOpenConnections() throws IOException {
        HttpServer server = HttpServer.start(network, anyPort(), Admission.open(), (request, reply) -> {
            held.add(reply);
        });
        CompletableFuture<CallResult> result = new CompletableFuture<>();
        caller.call(server.address(), HttpRequest.get("/"), LONG, result::complete);
        while (held.isEmpty()) {
            Thread.onSpinWait();
        }
        server.close();
        assertThat(result.orTimeout(30, TimeUnit.SECONDS).join()).isInstanceOf(CallResult.Broken.class);
    }

    /// Random bytes, and requests with random damage: each kind gets to another part of the parser.
    private static byte[] hostile(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(2000)];
        random.nextBytes(bytes);
        if (random.nextBoolean()) {
            return bytes;
        }
        byte[] request = ("POST /%2e%2e/?a=%00 HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + random.nextLong()
                + "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\nGET / HTTP/9.9\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < random.nextInt(8); i++) {
            request[random.nextInt(request.length)] = (byte) random.nextInt();
        }
        return request;
    }

    private static void sendAndHangUp(HttpServer server, byte[] bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            long read = in.transferTo(OutputStream.nullOutputStream());
            assertThat(read).isNotNegative();
        } catch (SocketException reset) {
            // The server hung up first, which is one right answer to such bytes.
            assertThat(reset).hasMessageMatching("(?s).*(reset|[Bb]roken pipe|closed).*");
        }
    }

    private HttpServer serve(Admission admission) throws IOException {
        return HttpServer.start(network, anyPort(), admission,
                (request, reply) -> reply.accept(HttpAnswer.json(200, "{}")));
    }

    private HttpAnswer call(HttpServer server, HttpRequest request) {
        CompletableFuture<CallResult> result = new CompletableFuture<>();
        caller.call(server.address(), request, LONG, result::complete);
        CallResult ended = result.orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(ended).isInstanceOf(CallResult.Answered.class);
        return ((CallResult.Answered) ended).answer();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress("127.0.0.1", 0);
    }
}
