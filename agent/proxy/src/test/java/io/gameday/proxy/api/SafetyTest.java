package io.gameday.proxy.api;

import io.gameday.http.Network;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What Toxiproxy lets happen and ours does not.
class SafetyTest {

    private @Nullable TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.start();
    }

    @AfterEach
    void stop() {
        server().close();
    }

    private TestServer server() {
        return Objects.requireNonNull(server);
    }

    private RawHttp.Answer send(String method, String path, Map<String, String> headers, String body)
            throws IOException {
        return server().http().send(method, path, headers, body);
    }

    private RawHttp.Answer create(String listen, String upstream) throws IOException {
        return send("POST", "/proxies", Map.of(),
                "{\"name\":\"a\",\"listen\":\"" + listen + "\",\"upstream\":\"" + upstream + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:80", "LocalHost", "127.0.0.1:8474", "127.0.1.2", "[::1]:8474", "[::1]"})
    void namesOfThisMachineAreServed(String host) throws IOException {
        assertThat(send("GET", "/proxies", Map.of("Host", host), "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "127.0.0.1.example.com", "10.0.0.1:8474", "localhost.example.com", "",
            "localhost:80@example.com", "127.0.0.999", "127.0.0"})
    void aPageWhoseNameLeadsToThisMachineIsRefused(String host) throws IOException {
        RawHttp.Answer answer = send("POST", "/reset", Map.of("Host", host), "");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).startsWith("Host is not a loopback name or address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "http://example.com", "null", ""})
    void aPageThatSaysItsOriginIsRefused(String origin) throws IOException {
        assertThat(send("GET", "/proxies", Map.of("Origin", origin), "").status()).isEqualTo(403);
    }

    @Test
    void whoReadsJsonIsRefusedInJson() throws IOException {
        RawHttp.Answer answer = send("GET", "/proxies",
                Map.of("User-Agent", "Mozilla/5.0", "Accept", "application/json, */*"), "");
        assertThat(answer.body()).isEqualTo("{\"error\":\"User agent not allowed\",\"status\":403}\n");
        assertThat(answer.header("content-type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0:0", "[::]:0", "10.0.0.1:0", "192.168.1.1:80", "example.com:80", "127.1:0",
            "[::ffff:10.0.0.1]:0", "0:0", "2130706433:0"})
    void aProxyListensOnLoopbackOnly(String listen) throws IOException {
        RawHttp.Answer answer = create(listen, "127.0.0.1:1");
        assertThat(answer.body()).isEqualTo("{\"error\":\"listen is " + listen
                + "; allowed: addresses of this machine alone, such as 127.0.0.1:0\",\"status\":400}\n");
        assertThat(server().proxies().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":0", "localhost:0", "127.0.0.1:0", "127.0.1.7:0"})
    void anEmptyHostIsLoopback(String listen) throws IOException {
        assertThat(create(listen, "127.0.0.1:1").status()).isEqualTo(201);
        assertThat(server().proxies().all().getFirst().listen()).startsWith("127.0.");
    }

    @Test
    void aProxyCannotBeMovedOffLoopbackEither() throws IOException {
        create("127.0.0.1:0", "127.0.0.1:1");
        assertThat(send("PATCH", "/proxies/a", Map.of(), "{\"listen\":\"0.0.0.0:0\"}").status()).isEqualTo(400);
        assertThat(send("POST", "/populate", Map.of(),
                "[{\"name\":\"a\",\"listen\":\"0.0.0.0:0\",\"upstream\":\"127.0.0.1:1\"}]").status()).isEqualTo(400);
        assertThat(server().proxies().find("a").orElseThrow().enabled()).isTrue();
    }

    @Test
    void whereTheOperatorAllowsItAProxyListensAnywhere() throws IOException {
        try (TestServer open = TestServer.start(new ProxyServer.Options(false, true))) {
            assertThat(open.http()
                    .send("POST", "/proxies", Map.of(),
                            "{\"name\":\"a\",\"listen\":\"0.0.0.0:0\",\"upstream\":\"127.0.0.1:1\"}")
                    .body()).contains("\"listen\":\"[::]:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1:80", "example.com:80", "localhost.example.com:80", "127.0.0.1.example.com:80",
            "169.254.169.254:80", "127.0.0.999:80", "127.1:80", "0.0.0.0:80", "127.0.0.1"})
    void aProxyLeadsOnlyWhereItMay(String upstream) throws IOException {
        RawHttp.Answer answer = create("127.0.0.1:0", upstream);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("upstream is " + upstream, "--allow-upstream " + upstream);
        create("127.0.0.1:0", "127.0.0.1:1");
        assertThat(send("PATCH", "/proxies/a", Map.of(), "{\"upstream\":\"" + upstream + "\"}").status())
                .isEqualTo(400);
        assertThat(send("POST", "/populate", Map.of(), "[{\"name\":\"a\",\"upstream\":\"" + upstream + "\"}]").status())
                .isEqualTo(400);
        assertThat(server().proxies().find("a").orElseThrow().spec().upstream()).isEqualTo("127.0.0.1:1");
    }

    @Test
    void whatTheOperatorNamesIsAllowed() {
        var allowed = AllowedUpstreams.loopbackAnd(List.of("db.example.com:5432"));
        assertThat(allowed).accepts("db.example.com:5432", "127.0.0.1:1", "localhost:80", "[::1]:80")
                .rejects("db.example.com:22", "example.com:5432");
    }

    @Test
    void theApiItselfListensOnLoopbackOnly() {
        try (Network network = new Network("test")) {
            assertThatThrownBy(() -> ProxyServer.start(network, new VirtualClock(Instant.EPOCH),
                    new InetSocketAddress("0.0.0.0", 0), 1, AllowedUpstreams.any(), line -> {
                    })).isInstanceOf(IOException.class)
                    .hasMessageContaining("allowed: addresses of this machine alone");
        }
    }

    @Test
    void everyChangingCallIsAuditedInOneLine() throws IOException {
        create("127.0.0.1:0", "127.0.0.1:1");
        send("GET", "/proxies", Map.of(), "");
        send("POST", "/proxies/a/toxics", Map.of(), "{\"type\":\"latency\",\n\"attributes\":{\"latency\":-1}}");
        send("DELETE", "/proxies/b", Map.of(), "x\r\n\u2028DELETE /proxies/a -> 204\u0085");
        send("POST", "/reset", Map.of("Origin", "http://example.com"), "");
        send("DELETE", "/proxies/a", Map.of(), "");
        assertThat(server().audit()).containsExactly(
                "POST /proxies {\"name\":\"a\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:1\"} -> 201",
                "POST /proxies/a/toxics {\"type\":\"latency\", \"attributes\":{\"latency\":-1}} -> 400 {\"error\":\"bad "
                        + "request body: latency is -1 ms; allowed: 0 to 30000 ms\",\"status\":400}",
                "DELETE /proxies/b x DELETE /proxies/a -> 204 -> 404 {\"error\":\"proxy not found\",\"status\":404}",
                "POST /reset -> 403 requests from web pages are refused: Origin is set", "DELETE /proxies/a -> 204");
    }
}
