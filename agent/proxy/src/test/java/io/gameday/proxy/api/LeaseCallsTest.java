package io.gameday.proxy.api;

import io.gameday.proxy.NamedToxic;
import io.gameday.proxy.RequestFault;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LeaseCallsTest {

    private static final String GRANT = "{\"lease\":\"PT8S\",\"duration\":\"PT48S\"}";

    private @Nullable TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.start();
        send("POST", "/proxies", "{\"name\":\"a\",\"upstream\":\"127.0.0.1:1\",\"gameday\":{\"http\":true}}");
        send("POST", "/proxies", "{\"name\":\"b\",\"upstream\":\"127.0.0.1:1\"}");
    }

    @AfterEach
    void stop() {
        server().close();
    }

    private TestServer server() {
        return Objects.requireNonNull(server);
    }

    private RawHttp.Answer send(String method, String path, String body) throws IOException {
        return server().http().send(method, path, Map.of(), body);
    }

    private String toxicsOf(String proxy) {
        return String.join(" ",
                server().proxies().find(proxy).orElseThrow().toxics().stream().map(NamedToxic::name).toList());
    }

    private String requestFaultsOfA() {
        return String.join(" ",
                server().proxies().find("a").orElseThrow().requestFaults().stream().map(RequestFault::name).toList());
    }

    private void addFaultsOfRun1() throws IOException {
        assertThat(send("PUT", "/gameday/leases/run1-f1", GRANT).status()).isEqualTo(201);
        for (String proxy : new String[]{"a", "b"}) {
            assertThat(send("POST", "/proxies/" + proxy + "/toxics", "{\"type\":\"latency\",\"name\":\"run1-f1.slow\"}")
                    .status()).isEqualTo(200);
            assertThat(send("POST", "/proxies/" + proxy + "/toxics", "{\"type\":\"noop\",\"name\":\"plain\"}").status())
                    .isEqualTo(200);
        }
        assertThat(send("POST", "/proxies/a/gameday/requests",
                "{\"name\":\"run1-f1.lost\",\"share\":0.5,\"effect\":\"drop\"}").status()).isEqualTo(201);
    }

    @Test
    void aLeaseThatIsNotRenewedTakesItsFaultsAwayAndNoOthers() throws IOException {
        addFaultsOfRun1();

        server().clock().advance(Duration.ofMillis(7_999));
        assertThat(toxicsOf("a")).isEqualTo("run1-f1.slow plain");
        server().clock().advance(Duration.ofMillis(1));

        assertThat(toxicsOf("a")).isEqualTo("plain");
        assertThat(toxicsOf("b")).isEqualTo("plain");
        assertThat(requestFaultsOfA()).isEmpty();
        assertThat(server().audit()).last()
                .isEqualTo("lease run1-f1 ended: its lease of 8.0 s was not renewed; 3 taken away");
    }

    @Test
    void renewalKeepsFaultsUntilTheDurationIsOver() throws IOException {
        addFaultsOfRun1();

        for (int second = 4; second < 48; second += 4) {
            server().clock().advance(Duration.ofSeconds(4));
            assertThat(send("POST", "/gameday/leases/run1-f1/renew", "").body()).isEqualTo(
                    "{\"id\":\"run1-f1\",\"leaseLeft\":\"PT8S\",\"durationLeft\":\"PT" + (48 - second) + "S\"}");
        }
        assertThat(toxicsOf("a")).isEqualTo("run1-f1.slow plain");
        server().clock().advance(Duration.ofSeconds(4));

        assertThat(toxicsOf("a")).isEqualTo("plain");
        assertThat(send("POST", "/gameday/leases/run1-f1/renew", "").status()).isEqualTo(404);
    }

    @Test
    void endingALeaseTellsWhatWasTakenAwayHoweverOftenItIsAsked() throws IOException {
        addFaultsOfRun1();
        String told = "{\"id\":\"run1-f1\",\"ended\":\"taken away\",\"taken\":[{\"proxy\":\"a\",\"toxic\":\"run1-f1.slow"
                + "\"},{\"proxy\":\"a\",\"request\":\"run1-f1.lost\"},{\"proxy\":\"b\",\"toxic\":\"run1-f1.slow\"}]}";

        assertThat(send("DELETE", "/gameday/leases/run1-f1", "").body()).isEqualTo(told);
        assertThat(send("DELETE", "/gameday/leases/run1-f1", "").body()).isEqualTo(told);

        assertThat(toxicsOf("a") + toxicsOf("b") + requestFaultsOfA()).isEqualTo("plainplain");
        assertThat(send("GET", "/gameday/leases", "").body()).isEqualTo("{\"leases\":[]}");
    }

    @Test
    void aLateCallCannotBringAFaultBack() throws IOException {
        addFaultsOfRun1();
        server().clock().advance(Duration.ofSeconds(8));

        RawHttp.Answer late = send("POST", "/proxies/a/toxics", "{\"type\":\"latency\",\"name\":\"run1-f1.slow\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("lease run1-f1 has ended: its lease of 8.0 s was not renewed");
        assertThat(
                send("POST", "/proxies/a/gameday/requests", "{\"name\":\"run1-f1.lost\",\"effect\":\"drop\"}").status())
                .isEqualTo(409);
        assertThat(send("PUT", "/gameday/leases/run1-f1", GRANT).status()).isEqualTo(409);
        assertThat(send("POST", "/proxies?gameday=toxics", "{\"name\":\"c\",\"upstream\":\"127.0.0.1:1\",\"toxics\":[{"
                + "\"type\":\"latency\",\"name\":\"run1-f1.slow\"}]}").status()).isEqualTo(409);
        assertThat(server().proxies().find("c")).isEmpty();
        assertThat(toxicsOf("a") + requestFaultsOfA()).isEqualTo("plain");
    }

    @Test
    void aLeaseThatIsEndedBeforeItsGrantArrivesIsNeverGranted() throws IOException {
        assertThat(send("DELETE", "/gameday/leases/run1-f1", "").status()).isEqualTo(200);
        assertThat(send("PUT", "/gameday/leases/run1-f1", GRANT).status()).isEqualTo(409);
    }

    @Test
    void whatRanOutDuringAStandstillTakesNothingMore() throws IOException {
        addFaultsOfRun1();
        server().clock().freeze(Duration.ofMinutes(1));

        assertThat(send("POST", "/proxies/a/toxics", "{\"type\":\"latency\",\"name\":\"run1-f1.more\"}").status())
                .isEqualTo(409);
        assertThat(toxicsOf("a")).isEqualTo("plain");
    }

    @Test
    void aLeaseIsHeldOnceAndListed() throws IOException {
        assertThat(send("PUT", "/gameday/leases/run1-f1", GRANT).body())
                .isEqualTo("{\"id\":\"run1-f1\",\"leaseLeft\":\"PT8S\",\"durationLeft\":\"PT48S\"}");
        assertThat(send("PUT", "/gameday/leases/run1-f1", GRANT).status()).isEqualTo(409);
        server().clock().advance(Duration.ofSeconds(3));
        assertThat(send("GET", "/gameday/leases", "").body())
                .isEqualTo("{\"leases\":[{\"id\":\"run1-f1\",\"leaseLeft\":\"PT5S\",\"durationLeft\":\"PT45S\"}]}");
    }

    @Test
    void onlyTheLastThousandEndedLeasesAreRemembered() throws IOException {
        for (int i = 0; i <= 1000; i++) {
            send("DELETE", "/gameday/leases/f" + i, "");
        }
        assertThat(send("PUT", "/gameday/leases/f1", GRANT).status()).isEqualTo(409);
        assertThat(send("PUT", "/gameday/leases/f0", GRANT).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"lease\":\"PT8S\"}", "{\"lease\":8,\"duration\":\"PT48S\"}",
            "{\"lease\":\"8s\",\"duration\":\"PT48S\"}", "{\"lease\":\"PT0S\",\"duration\":\"PT48S\"}",
            "{\"lease\":\"-PT8S\",\"duration\":\"PT48S\"}", "{\"lease\":\"PT8S\",\"duration\":\"P2D\"}",
            "{\"lease\":\"PT8S\",\"duration\":\"PT999999999999999999999H\"}", "[]", ""})
    void aLeaseNeedsTwoSensibleTimes(String body) throws IOException {
        assertThat(send("PUT", "/gameday/leases/f1", body).status()).isEqualTo(400);
        assertThat(send("GET", "/gameday/leases", "").body()).isEqualTo("{\"leases\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a%20b", "%C3%A9"})
    void theIdOfALeaseHasNoPoint(String id) throws IOException {
        assertThat(send("PUT", "/gameday/leases/" + id, GRANT).status()).isEqualTo(400);
    }
}
