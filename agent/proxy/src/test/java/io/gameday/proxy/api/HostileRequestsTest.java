package io.gameday.proxy.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever comes, nothing of it takes effect and the server goes on.
class HostileRequestsTest {

    private static final int REQUESTS = 2_000;
    private static final long SEED = 20_260_101;

    private static final List<String> PATHS = List.of("/proxies", "/proxies/", "/populate", "/reset/", "/proxies/a",
            "/proxies/a/toxics", "/proxies/a/toxics/t", "/proxies/%00", "/proxies/%", "/proxies/%zz/toxics",
            "//proxies", "/proxies/../../etc/passwd", "/gameday/leases/", "/gameday/leases/x.y", "/gameday/leases/f1",
            "/gameday/leases/f1/renew", "/proxies/a/gameday/requests", "/proxies/a/gameday/requests/f", "/metrics", "*",
            "http://example.com/proxies", "/proxies?gameday=toxics", "/populate?gameday=toxics", "/proxies?%",
            "/\u00e9", "/proxies/" + "a".repeat(3000));
    private static final List<String> METHODS = List.of("POST", "PATCH", "PUT", "POST", "PATCH", "OPTIONS", "TRACE",
            "post", "G\u00cbT", "CONNECT", "");
    private static final List<String> PIECES = List.of("{", "}", "[", "]", ":", ",", "\"", "\"name\"", "\"upstream\"",
            "\"listen\"", "\"type\"", "\"attributes\"", "\"toxics\"", "\"gameday\"", "null", "true", "-1", "1e999",
            "9".repeat(400), "0x10", "NaN", "\"\\ud800\"", "\"\\u0000\"", "\u0000", "\\", "'", "//", "/*",
            "\"latency\"", "\"127.0.0.1:0\"", "\"10.0.0.1:1\"", "\"0.0.0.0:0\"", "\"\u202e\"", " ", "\r\n", "\ufeff");
    /// Each is refused whatever it is sent to.
    private static final List<String> BODIES = List.of("", "{", "[", "\"", "5", "\"x\"", "true", "[".repeat(5000),
            "{\"a\":".repeat(2000), "{\"name\":[],\"lease\":{},\"type\":7,\"toxicity\":\"x\",\"effect\":[]}",
            "[{\"name\":7,\"upstream\":8}]", "[[[]]]", "[1,2,3]",
            "{\"name\":\"x\",\"upstream\":\"10.0.0.1:1\",\"type\":" + "\"x\",\"toxicity\":[]}",
            "[{\"name\":\"x\",\"upstream\":\"10.0.0.1:1\"}]",
            "[{\"name\":\"x\",\"upstream\":\"127.0.0.1:1\",\"listen\":\"0.0.0.0:0\"}]",
            "[{\"name\":\"x\",\"upstream\":\"127.0.0.1:1\",\"gameday\":[]}]",
            "[{\"name\":\"x\",\"upstream\":\"127.0.0.1:1\",\"enabled\":0}]");

    @Test
    void twoThousandHostileRequestsAreRefusedAndNothingIsInForce() throws IOException {
        try (TestServer server = TestServer.start()) {
            Random random = new Random(SEED);
            RawHttp http = server.http();
            int answered = 0;
            for (int i = 0; i < REQUESTS; i++) {
                byte[] request = hostile(random);
                RawHttp.Bytes bytes = http.sendAll(request);
                if (!bytes.isEmpty()) {
                    refused(i, request, bytes.orThrow());
                    answered++;
                }
            }
            assertThat(answered).as("answers; the others had their connection closed").isGreaterThan(REQUESTS / 10);
            assertThat(http.get("/proxies").body()).isEqualTo("{}");
            assertThat(http.get("/gameday/leases").body()).isEqualTo("{\"leases\":[]}");
        }
    }

    /// The same bodies in requests that are HTTP all right, so that every one is answered.
    @Test
    void twoThousandHostileBodiesAreEachRefusedInWords() throws IOException {
        try (TestServer server = TestServer.start()) {
            Random random = new Random(SEED + 1);
            RawHttp http = server.http();
            List<String> calls = List.of("POST /proxies", "POST /populate", "POST /proxies?gameday=toxics",
                    "POST /populate?gameday=toxics", "PATCH /proxies/a", "POST /proxies/a/toxics",
                    "PATCH /proxies/a/toxics/t", "POST /proxies/a/gameday/requests", "PUT /gameday/leases/f1");
            for (int i = 0; i < REQUESTS; i++) {
                String[] call = calls.get(random.nextInt(calls.size())).split(" ");
                String body = body(random);
                refused(i, (call[0] + " " + call[1] + " " + body).getBytes(StandardCharsets.UTF_8),
                        http.send(call[0], call[1], Map.of(), body));
            }
            assertThat(http.get("/proxies").body()).isEqualTo("{}");
            assertThat(http.get("/gameday/leases").body()).isEqualTo("{\"leases\":[]}");
        }
    }

    private static void refused(int number, byte[] request, RawHttp.Answer answer) {
        String told = "request " + number + ": " + new String(request, StandardCharsets.UTF_8);
        String shown = told.substring(0, Math.min(told.length(), 600));
        assertThat(answer.status()).as("%s%n%s", shown, answer.body()).isBetween(400, 499);
        boolean compatible = answer.status() == 405 && answer.body().isEmpty()
                || answer.body().equals("404 page not found\n") || answer.status() == 403;
        assertThat(compatible || answer.body().startsWith("{\"error\":")).as("%s%n%s", shown, answer.body()).isTrue();
    }

    private static String body(Random random) {
        if (random.nextInt(3) == 0) {
            return BODIES.get(random.nextInt(BODIES.size()));
        }
        StringBuilder body = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            body.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        // A body that happens to be an empty array or null is a valid populate of nothing.
        return body.toString().strip().matches("(?s)\\ufeff?\\s*(null|\\[\\s*]).*") ? "{" + body : body.toString();
    }

    private static byte[] hostile(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> {
                byte[] bytes = new byte[random.nextInt(300)];
                random.nextBytes(bytes);
                yield bytes;
            }
            case 1 -> head(random,
                    "Content-Length: "
                            + List.of("-1", "99999999999", "x", "1073741824", "2000000").get(random.nextInt(5)),
                    body(random));
            case 2 -> head(random, "Transfer-Encoding: chunked", "zz\r\n" + body(random));
            case 3 -> head(random, "X: " + "y".repeat(random.nextInt(20_000)), body(random));
            case 4 -> head(random, "Expect: " + (random.nextBoolean() ? "100-continue" : "nothing good"), body(random));
            default -> {
                String body = body(random);
                yield head(random, "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length, body);
            }
        };
    }

    private static byte[] head(Random random, String header, String body) {
        String host = List.of("127.0.0.1", "localhost:1", "example.com", "", "[::1").get(random.nextInt(5));
        return (METHODS.get(random.nextInt(METHODS.size())) + " " + PATHS.get(random.nextInt(PATHS.size()))
                + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + header + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
