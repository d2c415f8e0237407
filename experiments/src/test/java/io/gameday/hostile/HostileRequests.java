package io.gameday.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Sends an endpoint what it must refuse, each request over a connection of its own, so that nothing between mends,
/// adds or hides anything. The same seed sends the same requests.
public final class HostileRequests {

    public static final int COUNT = 2_000;

    private static final int PATIENCE_MS = 30_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> METHODS = List.of("PATCH", "TRACE", "OPTIONS", "BREW", "get", "PROPFIND");
    private static final List<String> PATHS = List.of("/../../etc/passwd", "//", "//faults", "/faults/../../../x/y",
            "/%00/%00", "/%2e%2e/%2e%2e/x", "/" + "a".repeat(3000), "/.git/config", "/\u00e9", "/\ud83d\ude48/x", "*",
            "?", "http://evil.example/faults", "/%", "/%zz", "/faults/a/b/c/d", "/;x=y", "/actuator/env", "/a b", "\\",
            "/faults%00", "/FAULTS", "/v1/../v1", "/x?" + "q=1&".repeat(700));
    private static final List<String> HOSTS = List.of("evil.example", "127.0.0.1.evil.example", "0.0.0.0", "",
            "10.0.0.1:80", "localhost@evil.example", "[::2]", "127.0.0.1:1\r\nHost: evil.example");
    private static final List<String> NUMBERS = List.of("-1", "x", "", "1e3", "99999999999999999999", "%00", "0x10",
            "9".repeat(2000), "1.5", "%F0%9F%99%88");
    private static final List<String> TYPES = List.of("text/plain", "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x", "", "text/json", "APPLICATION/XML");

    private final InetSocketAddress server;
    private final @Nullable String token;
    private final List<GoodCall> calls;
    private final Set<Integer> besides;
    private final Random random;
    private final Map<String, Integer> seen = new TreeMap<>();

    /// @param token   that the endpoint demands; null where it is open
    /// @param calls   that it takes; what has a query is sent with worse ones, too
    /// @param besides documented answers other than 4xx, such as 503
    public HostileRequests(InetSocketAddress server, @Nullable String token, List<GoodCall> calls, Set<Integer> besides,
            long seed) {
        this.server = server;
        this.token = token;
        this.calls = List.copyOf(calls);
        this.besides = Set.copyOf(besides);
        random = new Random(seed);
    }

    /// Sends them all.
    ///
    /// @return how often which status came; `closed` where the connection was, which is right for what is not HTTP
    /// @throws AssertionError when one was answered with anything but a refusal in JSON
    public Map<String, Integer> send() throws IOException {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
        if (token == null) {
            kinds.removeIf(kind -> kind.needsToken);
        }
        if (withBody().isEmpty()) {
            kinds.removeIf(kind -> kind.needsBody);
        }
        if (withQuery().isEmpty()) {
            kinds.remove(Kind.QUERY);
        }
        for (int i = 0; i < COUNT; i++) {
            Kind kind = kinds.get(random.nextInt(kinds.size()));
            byte[] request = request(kind);
            check(i, kind, request, exchange(request, kind.raw));
        }
        return Map.copyOf(seen);
    }

    private enum Kind {
        NO_TOKEN(true, false, false), WRONG_TOKEN(true, false, false), HOST(true, false, false), ORIGIN(true, false,
                false), CONTENT_TYPE(true, true, false), METHOD(false, false, false), PATH(false, false,
                        false), QUERY(false, false, false), BODY(false, true, false), MORE_BODY(false, true,
                                false), LENGTH(false, false, true), CHUNKS(false, false,
                                        true), HEADERS(false, false, true), NOT_HTTP(false, false, true);

        private final boolean needsToken;
        private final boolean needsBody;
        /// May be answered by closing the connection.
        private final boolean raw;

        Kind(boolean needsToken, boolean needsBody, boolean raw) {
            this.needsToken = needsToken;
            this.needsBody = needsBody;
            this.raw = raw;
        }
    }

    private List<GoodCall> withBody() {
        return calls.stream().filter(call -> !call.body().isEmpty()).toList();
    }

    private List<GoodCall> withQuery() {
        return calls.stream().filter(call -> call.path().contains("=")).toList();
    }

    private byte[] request(Kind kind) {
        GoodCall call = one(kind.needsBody ? withBody() : kind == Kind.QUERY ? withQuery() : calls);
        String bearer = token == null ? "" : "Bearer " + token;
        String host = "127.0.0.1:" + server.getPort();
        byte[] body = bytes(call.body());
        return switch (kind) {
            case NO_TOKEN -> http(call.method(), call.path(), host, "", "", body);
            case WRONG_TOKEN -> http(call.method(), call.path(), host, wrong(), "", body);
            case HOST -> http(call.method(), call.path(), one(HOSTS), bearer, "", body);
            case ORIGIN -> http(call.method(), call.path(), host, bearer,
                    "Origin: " + one(List.of("http://evil.example", "null", "http://127.0.0.1", "")) + "\r\n", body);
            case CONTENT_TYPE -> typed(call, host, bearer, one(TYPES), body);
            case METHOD -> http(one(METHODS), call.path(), host, bearer, "", body);
            case PATH -> http(one(List.of("GET", "POST", "PUT", "DELETE")), one(PATHS), host, bearer, "", body);
            case QUERY -> http(call.method(), call.path().substring(0, call.path().lastIndexOf('=') + 1) + one(NUMBERS),
                    host, bearer, "", body);
            case BODY, MORE_BODY -> http(call.method(), call.path(), host, bearer, "", HostileBodies.of(call, random));
            case LENGTH -> head(call, host, bearer,
                    "Content-Length: "
                            + one(List.of("-1", "x", "99999999999", "1073741824", "2000000", "5\r\nContent-Length: 6"))
                            + "\r\n\r\n{");
            case CHUNKS -> head(call, host, bearer, "Transfer-Encoding: chunked\r\n\r\n"
                    + one(List.of("zz\r\n{}", "-1\r\n", "ffffffffffff\r\n{", "5", "2\r\n{}")));
            case HEADERS -> head(call, host, bearer, one(List.of("X: " + "y".repeat(20_000), "X\u0000: y", ": y", "x y",
                    "X: \u0000", "Expect: nothing good")) + "\r\n\r\n{");
            case NOT_HTTP -> {
                byte[] noise = new byte[random.nextInt(1, 400)];
                random.nextBytes(noise);
                yield noise;
            }
        };
    }

    private String wrong() {
        String right = String.valueOf(token);
        return one(List.of("Bearer", "Bearer ", "Bearer x", "Basic " + right, right, "bearer " + right,
                "Bearer " + right + "x", "Bearer " + right.substring(1),
                "Bearer " + right.toUpperCase(Locale.ROOT) + " ", "Bearer " + "x".repeat(3000), "Bearer null",
                "Bearer \u00e9"));
    }

    private byte[] typed(GoodCall call, String host, String bearer, String type, byte[] body) {
        return joined(start(call.method(), call.path(), host, bearer) + "Content-Type: " + type + "\r\n", body);
    }

    private byte[] http(String method, String path, String host, String bearer, String header, byte[] body) {
        return joined(start(method, path, host, bearer) + header
                + (body.length == 0 ? "" : "Content-Type: application/json\r\n"), body);
    }

    private static byte[] joined(String head, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(head + "Content-Length: " + body.length + "\r\n\r\n"));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static byte[] head(GoodCall call, String host, String bearer, String rest) {
        return bytes(start(call.method(), call.path(), host, bearer) + "Content-Type: application/json\r\n" + rest);
    }

    private static String start(String method, String path, String host, String bearer) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                + (bearer.isEmpty() ? "" : "Authorization: " + bearer + "\r\n");
    }

    private byte[] exchange(byte[] request, boolean end) throws IOException {
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                if (end) {
                    socket.shutdownOutput();
                }
                return socket.getInputStream().readAllBytes();
            } catch (SocketException closedEarly) {
                // What is refused already need not be read to its end.
                return new byte[0];
            }
        }
    }

    private void check(int number, Kind kind, byte[] request, byte[] answer) {
        String text = new String(answer, StandardCharsets.UTF_8).replaceFirst("^HTTP/1.1 100 Continue\r\n\r\n", "");
        String told = number + " " + kind + ": " + new String(request, StandardCharsets.UTF_8);
        String shown = told.substring(0, Math.min(told.length(), 900)) + "\n=> " + text;
        if (text.isEmpty()) {
            count("closed");
            if (!kind.raw) {
                throw new AssertionError("no answer to " + shown);
            }
            return;
        }
        int status = Integer.parseInt(text.split(" ")[1]);
        count(String.valueOf(status));
        if ((status < 400 || status > 499) && !besides.contains(status)) {
            throw new AssertionError("not refused: " + shown);
        }
        String body = text.substring(text.indexOf("\r\n\r\n") + 4);
        try {
            if (!JSON.readTree(body).path("error").isString()) {
                throw new AssertionError("no error in words: " + shown);
            }
        } catch (JacksonException garbage) {
            throw new AssertionError("no JSON: " + shown, garbage);
        }
    }

    private void count(String what) {
        seen.merge(what, 1, Integer::sum);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
