package io.gameday.proxy.api;

import io.gameday.proxy.NamedToxic;
import io.gameday.proxy.Proxy;
import io.gameday.proxy.RequestFault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What Toxiproxy does not have, or does otherwise.
class ExtensionsTest {

    private static final String REQUESTS = "/proxies/a/gameday/requests";

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

    private RawHttp.Answer send(String method, String path, String body) throws IOException {
        return server().http().send(method, path, Map.of(), body);
    }

    private static String create(String more) {
        return "{\"name\":\"a\",\"upstream\":\"127.0.0.1:1\"" + more + "}";
    }

    @Test
    void onRequestToxicsComeWithTheirProxy() throws IOException {
        RawHttp.Answer answer = send("POST", "/proxies?gameday=toxics", create(
                ",\"toxics\":[{\"type\":\"latency\",\"attributes\":{\"latency\":5}},{\"type\":\"noop\",\"name\":\"n\"}]"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).contains("\"enabled\":true", "\"latency\":5", "\"name\":\"n\"");
        assertThat(server().proxies().find("a").orElseThrow().enabled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[{\"type\":\"nope\"}] | invalid toxic type",
            "[{\"type\":\"noop\"},{\"type\":\"noop\"}] | toxic already exists",
            "[{\"type\":\"latency\",\"attributes\":{\"latency\":-1}}] | latency is -1 ms", "[5] | the body is 5",
            "{} | toxics is an object"})
    void aProxyWithAWrongToxicIsNotAdded(String toxics, String message) throws IOException {
        RawHttp.Answer answer = send("POST", "/proxies?gameday=toxics", create(",\"toxics\":" + toxics));
        assertThat(answer.status()).isBetween(400, 409);
        assertThat(answer.body()).contains(message);
        assertThat(server().proxies().all()).isEmpty();
    }

    @Test
    void populateWithToxicsSetsThoseOfAnEqualProxy() throws IOException {
        send("POST", "/proxies", create(""));
        String listen = server().proxies().find("a").orElseThrow().listen();
        send("POST", "/proxies/a/toxics", "{\"type\":\"noop\",\"name\":\"old\"}");
        String body = "[" + create(",\"listen\":\"" + listen + "\",\"toxics\":[{\"type\":\"noop\",\"name\":\"new\"}]")
                + "]";
        assertThat(send("POST", "/populate", body).body()).contains("\"old\"").doesNotContain("\"new\"");
        assertThat(send("POST", "/populate?gameday=toxics", body).status()).isEqualTo(201);
        assertThat(server().proxies().find("a").orElseThrow().toxics()).extracting(NamedToxic::name)
                .containsExactly("new");
    }

    @Test
    void populateReplacesAProxyThatIsToTellRequestsApart() throws IOException {
        send("POST", "/proxies", create(""));
        String same = ",\"listen\":\"" + server().proxies().find("a").orElseThrow().listen() + "\"";
        send("POST", "/populate", "[" + create(same + ",\"gameday\":{\"http\":true}") + "]");
        assertThat(server().proxies().find("a").orElseThrow().spec().http()).isTrue();
        send("POST", "/populate", "[" + create(same) + "]");
        assertThat(server().proxies().find("a").orElseThrow().spec().http()).isTrue();
    }

    @Test
    void requestFaultsAreAddedListedAndTakenAway() throws IOException {
        RawHttp.Answer created = send("POST", "/proxies", create(",\"gameday\":{\"http\":true}"));
        assertThat(created.body()).endsWith("\"toxics\":[],\"gameday\":{\"http\":true,\"requests\":[]}}");
        String refusals = "{\"name\":\"refusals\",\"share\":0.3,\"effect\":\"status\",\"status\":503,\"path\":\"/orders"
                + "\"}";
        String slow = "{\"name\":\"slow\",\"share\":1,\"effect\":\"delay\",\"delay\":250}";
        String lost = "{\"name\":\"lost\",\"share\":0.01,\"effect\":\"drop\",\"header\":\"x-customer\",\"headerValue\":"
                + "\"c7\"}";
        for (String fault : new String[]{refusals, slow, lost}) {
            RawHttp.Answer answer = send("POST", REQUESTS, fault);
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.body()).isEqualTo(fault);
        }
        assertThat(send("GET", REQUESTS, "").body()).isEqualTo("[" + refusals + "," + slow + "," + lost + "]");
        assertThat(send("GET", "/proxies/a", "").body()).contains("\"requests\":[{\"name\":\"refusals\"");
        assertThat(send("POST", REQUESTS, slow).body())
                .isEqualTo("{\"error\":\"request fault already exists\",\"status\":409}\n");
        assertThat(send("DELETE", REQUESTS + "/slow", "").status()).isEqualTo(204);
        assertThat(send("DELETE", REQUESTS + "/slow", "").body())
                .isEqualTo("{\"error\":\"request fault not found\",\"status\":404}\n");
        assertThat(send("POST", "/reset", "").status()).isEqualTo(204);
        assertThat(send("GET", REQUESTS, "").body()).isEqualTo("[]");
    }

    @Test
    void aRequestFaultActsOnTheRequestsItNamesUntilItsLeaseIsOver() throws IOException {
        String here = "127.0.0.1:" + server().address().getPort();
        send("POST", "/proxies", "{\"name\":\"a\",\"upstream\":\"" + here + "\",\"gameday\":{\"http\":true}}");
        send("PUT", "/gameday/leases/f1", "{\"lease\":\"PT8S\",\"duration\":\"PT48S\"}");
        send("POST", REQUESTS, "{\"name\":\"f1.refused\",\"effect\":\"status\",\"status\":503,\"path\":\"/version\"}");
        String listen = server().proxies().find("a").orElseThrow().listen();
        RawHttp through = new RawHttp(
                new InetSocketAddress("127.0.0.1", Integer.parseInt(listen.substring("127.0.0.1:".length()))));

        assertThat(through.get("/version").status()).isEqualTo(503);
        assertThat(through.get("/gameday/leases").status()).isEqualTo(200);
        server().clock().advance(Duration.ofSeconds(8));
        assertThat(through.get("/version").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"effect\":\"drop\"} | missing required field: name",
            "{\"name\":\"f\"} | missing required field: effect",
            "{\"name\":\"f\",\"effect\":\"status\"} | missing required field: status",
            "{\"name\":\"f\",\"effect\":\"delay\"} | missing required field: delay",
            "{\"name\":\"f\",\"effect\":\"explode\"} | effect is \\\"explode\\\"; allowed: \\\"status\\\", \\\"delay\\\" or",
            "{\"name\":\"f\",\"effect\":\"status\",\"status\":42} | status is 42; allowed: 200 to 599",
            "{\"name\":\"f\",\"effect\":\"status\",\"status\":5000} | status is 5000; allowed: 200 to 599",
            "{\"name\":\"f\",\"effect\":\"delay\",\"delay\":-1} | delay is -1; allowed: 0 to 30000",
            "{\"name\":\"f\",\"effect\":\"drop\",\"share\":1.5} | share is 1.5; allowed: 0 to 1",
            "{\"name\":\"f\",\"effect\":\"drop\",\"headerValue\":\"x\"} | without a header"})
    void aWrongRequestFaultIsRefused(String fault, String message) throws IOException {
        send("POST", "/proxies", create(",\"gameday\":{\"http\":true}"));
        RawHttp.Answer answer = send("POST", REQUESTS, fault);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(message);
        assertThat(send("GET", REQUESTS, "").body()).isEqualTo("[]");
    }

    @Test
    void aProxyThatTellsNoRequestsApartTakesNoRequestFault() throws IOException {
        assertThat(send("POST", "/proxies", create("")).body()).doesNotContain("gameday");
        RawHttp.Answer answer = send("POST", REQUESTS, "{\"name\":\"f\",\"effect\":\"drop\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("proxy a does not tell requests apart");
    }

    @Test
    void resetGoesOnAfterAProxyThatCannotBeEnabled() throws IOException {
        send("POST", "/proxies", create(""));
        String taken = server().proxies().find("a").orElseThrow().listen();
        for (String name : new String[]{"b", "c"}) {
            send("POST", "/proxies", "{\"name\":\"" + name + "\",\"upstream\":\"127.0.0.1:1\",\"enabled\":false,"
                    + "\"listen\":\"" + taken + "\"}");
        }
        send("POST", "/proxies", "{\"name\":\"d\",\"upstream\":\"127.0.0.1:1\",\"enabled\":false}");
        send("POST", "/proxies/d/toxics", "{\"type\":\"noop\"}");
        String inUse = "listen tcp " + taken + ": bind: address already in use";
        assertThat(send("POST", "/reset", "").body())
                .isEqualTo("{\"error\":\"" + inUse + "; " + inUse + "\",\"status\":500}\n");
        assertThat(server().proxies().find("d").orElseThrow().enabled()).isTrue();
        assertThat(server().proxies().find("d").orElseThrow().toxics()).isEmpty();
    }

    @Test
    void aProxyWhoseReplacementCannotListenRemainsStoppedWithAllThatWasDoneToIt() throws IOException {
        send("POST", "/proxies", create(",\"gameday\":{\"http\":true}"));
        send("POST", "/proxies/a/toxics", "{\"type\":\"noop\",\"name\":\"n\"}");
        send("POST", REQUESTS, "{\"name\":\"f\",\"effect\":\"drop\"}");
        send("POST", "/proxies", "{\"name\":\"b\",\"upstream\":\"127.0.0.1:1\"}");
        String taken = server().proxies().find("b").orElseThrow().listen();

        assertThat(send("POST", "/populate", "[" + create(",\"listen\":\"" + taken + "\"") + "]").body())
                .contains("listen tcp " + taken + ": bind: address already in use");

        Proxy left = server().proxies().find("a").orElseThrow();
        assertThat(left.enabled()).isFalse();
        assertThat(left.toxics()).extracting(NamedToxic::name).containsExactly("n");
        assertThat(left.requestFaults()).extracting(RequestFault::name).containsExactly("f");
    }

    @Test
    void aCallThatTakesTooLongIsAnsweredAllTheSame() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService client = Executors.newSingleThreadExecutor();
                TestServer slow = TestServer.audited(line -> {
                    begun.countDown();
                    awaited(goOn);
                })) {
            Future<RawHttp.Answer> answer = client.submit(() -> slow.http().send("DELETE", "/proxies/a", Map.of(), ""));
            begun.await();
            slow.clock().advance(Duration.ofSeconds(25));
            assertThat(answer.get().status()).isEqualTo(503);
            assertThat(answer.get().body()).isEqualTo(
                    "{\"error\":\"DELETE /proxies/a is not done after 25 s and may still be done\",\"status\":503}\n");
            goOn.countDown();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
