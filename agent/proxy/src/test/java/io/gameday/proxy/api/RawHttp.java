package io.gameday.proxy.api;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Speaks HTTP over a bare socket, one connection per request, so that nothing between a test and the server mends,
/// adds or hides anything.
final class RawHttp {

    private static final int PATIENCE_MS = 30_000;

    private final InetSocketAddress server;

    RawHttp(InetSocketAddress server) {
        this.server = server;
    }

    Answer get(String path) throws IOException {
        return send("GET", path, Map.of(), "");
    }

    Answer send(String method, String path, Map<String, String> headers, String body) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Host", server.getHostString() + ":" + server.getPort());
        all.put("User-Agent", "a-test");
        all.putAll(headers);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Connection: close\r\nContent-Length: ").append(bytes.length).append("\r\n\r\n");
        return exchange((head + body).getBytes(StandardCharsets.UTF_8), false).orThrow();
    }

    /// Sends bytes as they are, and the end of them, and reads until the server closes.
    Bytes sendAll(byte[] request) throws IOException {
        return exchange(request, true);
    }

    private Bytes exchange(byte[] request, boolean end) throws IOException {
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                if (end) {
                    socket.shutdownOutput();
                }
            } catch (IOException closedEarly) {
                // The server need not read to the end what it has refused already; its answer is read all the same.
                assert !socket.isClosed();
            }
            return new Bytes(socket.getInputStream().readAllBytes());
        }
    }

    /// All that came back: nothing, or one answer.
    record Bytes(byte[] bytes) {

        boolean isEmpty() {
            return text().isEmpty();
        }

        /// Without the invitation to send a body, which is no answer yet.
        private String text() {
            return new String(bytes, StandardCharsets.UTF_8).replaceFirst("^HTTP/1.1 100 Continue\r\n\r\n", "");
        }

        Answer orThrow() {
            String text = text();
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new AssertionError("no HTTP answer: " + text);
            }
            List<String> lines = text.substring(0, end).lines().toList();
            Map<String, String> headers = new LinkedHashMap<>();
            lines.stream().skip(1)
                    .forEach(line -> headers.put(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                            line.substring(line.indexOf(':') + 1).strip()));
            return new Answer(Integer.parseInt(lines.getFirst().split(" ")[1]), headers, text.substring(end + 4));
        }
    }

    /// @param headers names in lower case
    record Answer(int status, Map<String, String> headers, String body) {

        @Nullable
        String header(String name) {
            return headers.get(name);
        }
    }
}
