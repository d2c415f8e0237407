package io.gameday.proxy;

import io.gameday.proxy.RequestFault.Delay;
import io.gameday.proxy.RequestFault.Drop;
import io.gameday.proxy.RequestFault.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RequestFaultsTest extends ProxyFixture {

    /// What the server was asked, in order.
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    boolean http() {
        return true;
    }

    /// Answers each request with its path, framed in a way that its path asks for.
    @Override
    Upstream upstream() throws IOException {
        return Upstream.start(socket -> {
            InputStream in = socket.getInputStream();
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                String path = head.split(" ")[1];
                String body = body(in, head);
                asked.add(path + body);
                socket.getOutputStream().write(answer(head, path + body).getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    private static String answer(String head, String text) {
        if (head.startsWith("HEAD")) {
            return "HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n";
        }
        if (text.startsWith("/chunked")) {
            return "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
                    + Integer.toHexString(text.length()) + ";x=y\r\n" + text + "\r\n0\r\ntrailer: t\r\n\r\n";
        }
        return "HTTP/1.1 200 OK\r\ncontent-length: " + text.length() + "\r\n\r\n" + text;
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                return "";
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static String body(InputStream in, String head) throws IOException {
        if (head.contains("transfer-encoding: chunked")) {
            StringBuilder body = new StringBuilder();
            while (!body.toString().endsWith("0\r\n\r\n")) {
                body.append((char) in.read());
            }
            return "+" + body.toString().replace("\r\n", ",");
        }
        int length = head.indexOf("content-length: ");
        return length < 0
                ? ""
                : "+" + new String(in.readNBytes(Integer.parseInt(head.substring(length + 16).split("\r\n")[0])),
                        StandardCharsets.US_ASCII);
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nhost: x\r\n\r\n";
    }

    private static String post(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\nhost: x\r\ncontent-length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String chunked(String path, String chunks) {
        return "POST " + path + " HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n" + chunks;
    }

    /// Status, and body where the server gave one.
    private static String read(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        String head = head(in);
        while (head.startsWith("HTTP/1.1 100")) {
            head = head(in);
        }
        String status = head.isEmpty() ? "closed" : head.substring(9, 12);
        return head.contains("content-length: 99") ? status : status + body(in, head);
    }

    private String ask(Socket client, String request) throws IOException {
        send(client, request);
        return read(client);
    }

    @Test
    void aStatusAnswersInPlaceOfTheServerOnConnectionsOldAndNewWhichStayUsable() throws Exception {
        try (Socket old = connect()) {
            assertThat(ask(old, get("/a"))).isEqualTo("200+/a");
            proxy.add(new RequestFault("z.err", 1, new Status(503)));
            try (Socket fresh = connect()) {
                for (Socket client : List.of(old, fresh)) {
                    assertThat(ask(client, get("/b"))).isEqualTo("503+");
                    assertThat(ask(client, post("/b", "body"))).isEqualTo("503+");
                    assertThat(ask(client, chunked("/b", "3\r\nabc\r\n0\r\n\r\n"))).isEqualTo("503+");
                }
                assertThat(proxy.removeRequestFault("z.err")).isTrue();
                for (Socket client : List.of(old, fresh)) {
                    assertThat(ask(client, post("/c", "body"))).isEqualTo("200+/c+body");
                }
            }
        }
        assertThat(asked).containsExactly("/a", "/c+body", "/c+body");
    }

    @Test
    void answersKeepTheOrderOfPipelinedRequestsWhoeverGivesThem() throws Exception {
        proxy.add(new RequestFault("some", 1, new Status(500), "/fault", null, null));
        toxic(Stream.UPSTREAM, new Latency(30, 0));
        try (Socket client = connect()) {
            send(client, get("/1") + get("/fault/2") + post("/chunked3", "x") + post("/fault/4?q", "body")
                    + "HEAD /5 HTTP/1.1\r\n\r\n" + get("/fault/6") + chunked("/7", "1\r\nz\r\n0\r\n\r\n"));
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(i == 2 ? chunkedAnswer(client) : read(client));
            }
            assertThat(answers).containsExactly("200+/1", "500+", "200 /chunked3+x", "500+");
            assertThat(read(client)).isEqualTo("200");
            assertThat(read(client)).isEqualTo("500+");
            assertThat(read(client)).isEqualTo("200+/7+1,z,0,,");
        }
    }

    private static String chunkedAnswer(Socket client) throws IOException {
        String head = head(client.getInputStream());
        String next = head(client.getInputStream());
        String rest = head(client.getInputStream());
        assertThat(head).startsWith("HTTP/1.1 100");
        return next.substring(9, 12) + " " + rest.split("\r\n")[1];
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 40})
    void whereTheBytesAreCutMakesNoDifference(int size) throws Exception {
        proxy.add(new RequestFault("some", 1, new Status(418), "/fault", null, null));
        toxic("up", Stream.UPSTREAM, 1, new Slicer(size, 0, 0));
        String requests = get("/1") + post("/fault", "hello") + chunked("/2", "a\r\n0123456789\r\n0\r\n\r\n")
                + chunked("/fault", "a;q=1\r\n0123456789\r\n1\r\nx\r\n0\r\nt: v\r\n\r\n") + get("/3");
        try (Socket client = connect()) {
            send(client, requests);
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                answers.add(read(client));
            }
            assertThat(answers).containsExactly("200+/1", "418+", "200+/2+a,0123456789,0,,", "418+", "200+/3");
        }
    }

    @Test
    void aDelayHoldsItsRequestAndWhatFollowsUntilItsTimeOrUntilTheFaultIsGone() throws Exception {
        try (Socket client = connect()) {
            proxy.add(new RequestFault("slow", 1, new Delay(Duration.ofMillis(120)), "/slow", null, null));
            long start = System.nanoTime();
            send(client, get("/fast") + get("/slow") + get("/behind"));
            assertThat(read(client)).isEqualTo("200+/fast");
            assertThat(read(client)).isEqualTo("200+/slow");
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(120_000_000L);
            assertThat(read(client)).isEqualTo("200+/behind");
            proxy.add(new RequestFault("endless", 1, new Delay(Duration.ofSeconds(30))));
            send(client, get("/x"));
            proxy.removeRequestFault("endless");
            assertThat(read(client)).isEqualTo("200+/x");
        }
    }

    @Test
    void halfARequestBehindADelayedOnePassesBeforeTheEnd() throws Exception {
        proxy.add(new RequestFault("slow", 1, new Delay(Duration.ofMillis(50))));
        String bytes = get("/slow") + "GET /half";
        try (Upstream echo = Upstream.echo()) {
            proxy.update(null, echo.address(), null);
            try (Socket client = connect()) {
                send(client, bytes);
                client.shutdownOutput();
                assertThat(ending(client)).isEqualTo(bytes + "|end");
            }
        }
    }

    @Test
    void delayedRequestsKeepTheirOrderHoweverTheyAreCut() throws Exception {
        proxy.add(new RequestFault("slow", 1, new Delay(Duration.ofMillis(5))));
        toxic("up", Stream.UPSTREAM, 1, new Slicer(30, 0, 0));
        StringBuilder requests = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            requests.append(post("/" + i, "body " + i));
            expected.add("200+/" + i + "+body " + i);
        }
        try (Socket client = connect()) {
            send(client, requests.toString());
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                answers.add(read(client));
            }
            assertThat(answers).isEqualTo(expected);
        }
    }

    @Test
    void aDropClosesWithoutAnAnswerButAfterTheEarlierOnes() throws Exception {
        proxy.add(new RequestFault("drop", 1, new Drop(), "/drop", null, null));
        try (Socket client = connect()) {
            send(client, get("/1") + post("/drop", "body") + get("/2"));
            assertThat(read(client)).isEqualTo("200+/1");
            assertThat(ending(client)).isEqualTo("|end");
        }
        await("no connection is left", () -> proxy.connections() == 0);
        assertThat(asked).containsExactly("/1");
    }

    @Test
    void aFaultBehindMoreRequestsThanAreToldApartClosesTheConnection() throws Exception {
        proxy.add(new RequestFault("err", 1, new Status(503), "/fault", null, null));
        try (Upstream silent = Upstream.start(socket -> socket.getInputStream().readAllBytes())) {
            proxy.update(null, silent.address(), null);
            try (Socket client = connect()) {
                send(client, get("/x").repeat(1000) + get("/fault"));
                assertThat(ending(client)).isIn("|end", "|reset");
            }
        }
    }

    @Test
    void onlyRequestsWithThePathAndTheHeaderAreMeant() throws Exception {
        proxy.add(new RequestFault("one", 1, new Status(503), "/orders", "X-Customer", "7"));
        try (Socket client = connect()) {
            assertThat(ask(client, "GET /orders/1?a HTTP/1.1\r\nx-customer: 7\r\n\r\n")).isEqualTo("503+");
            assertThat(ask(client, "GET /orders/1 HTTP/1.1\r\nx-customer: 8\r\n\r\n")).isEqualTo("200+/orders/1");
            assertThat(ask(client, "GET /other HTTP/1.1\r\nx-customer: 7\r\n\r\n")).isEqualTo("200+/other");
            assertThat(ask(client, get("/orders/1"))).isEqualTo("200+/orders/1");
        }
    }

    @Test
    void aShareIsThrownPerRequestAndTheSameForTheSameSeed() throws Exception {
        proxy.add(new RequestFault("some", 0.3, new Status(503)));
        List<String> first = fates();
        assertThat(first.stream().filter(fate -> fate.equals("503+")).count()).isBetween(30L, 90L);
        try (Proxies again = new Proxies(network, 42)) {
            proxy = again.add(new ProxySpec("link", "127.0.0.1:0", upstream.address(), true, true));
            proxy.add(new RequestFault("some", 0.3, new Status(503)));
            assertThat(fates()).isEqualTo(first);
        }
    }

    private List<String> fates() throws IOException {
        List<String> fates = new ArrayList<>();
        try (Socket client = connect()) {
            for (int i = 0; i < 200; i++) {
                fates.add(ask(client, get("/r")));
            }
        }
        return fates;
    }

    @Test
    void aClientThatWaitsForAGoAheadIsAnsweredAtOnceAndClosed() throws Exception {
        proxy.add(new RequestFault("err", 1, new Status(503)));
        try (Socket client = connect()) {
            assertThat(ask(client, "POST /x HTTP/1.1\r\nexpect: 100-continue\r\ncontent-length: 5\r\n\r\n"))
                    .isEqualTo("503+");
            assertThat(ending(client)).isEqualTo("|end");
        }
    }

    @Test
    void aClientThatSaysCloseIsAnsweredAndClosed() throws Exception {
        proxy.add(new RequestFault("err", 1, new Status(503)));
        try (Socket client = connect()) {
            assertThat(ask(client, "GET /x HTTP/1.1\r\nconnection: close\r\n\r\n")).isEqualTo("503+");
            assertThat(ending(client)).isEqualTo("|end");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0\3binary", "lower case", "GET / HTTP/2.0\r\n\r\n", "GET /\nhost: x\n\n",
            "CONNECT x:1 HTTP/1.1\r\n\r\n",
            "POST / HTTP/1.1\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n",
            "POST / HTTP/1.1\r\ncontent-length: -1\r\n\r\n", "GET / HTTP/1.1\r\n folded\r\n\r\n",
            "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nxyz"})
    void whatIsNotUnderstoodIsRelayedAsItIs(String bytes) throws Exception {
        proxy.add(new RequestFault("err", 1, new Delay(Duration.ZERO)));
        try (Upstream echo = Upstream.echo()) {
            proxy.update(null, echo.address(), null);
            try (Socket client = connect()) {
                assertThat(echoed(client, bytes)).isEqualTo(bytes);
                assertThat(echoed(client, "and on")).isEqualTo("and on");
            }
        }
    }

    @Test
    void aProxyThatDoesNotTellRequestsApartRefusesThem() throws Exception {
        Proxy plain = proxies.add(new ProxySpec("plain", "127.0.0.1:0", upstream.address(), true, false));
        assertThatThrownBy(() -> plain.add(new RequestFault("x", 1, new Drop())))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("http: true");
        proxy.add(new RequestFault("x", 1, new Drop()));
        assertThatThrownBy(() -> proxy.add(new RequestFault("x", 1, new Drop())))
                .isInstanceOf(NameTakenException.class);
        assertThat(proxy.removeRequestFault("y")).isFalse();
    }
}
