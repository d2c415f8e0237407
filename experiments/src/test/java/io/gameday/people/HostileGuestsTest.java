package io.gameday.people;

import io.gameday.hostile.GoodCall;
import io.gameday.hostile.HostileRequests;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(300)
class HostileGuestsTest {

    private static final String ID = "\"id\":\"0123456789abcdef\"";
    private static final List<GoodCall> CALLS = List.of(GoodCall.get("/v1/view?after=1"),
            GoodCall.post("/v1/notes", "{" + ID + ",\"text\":\"it is slow\"}", "text"),
            GoodCall.post("/v1/noticed", "{" + ID + ",\"text\":\"it is slow\"}", "text"),
            GoodCall.post("/v1/acknowledgements", "{" + ID + "}"), GoodCall.post("/v1/stop", "{\"why\":\"x\"}", "why"));

    @Test
    void whateverComesNothingIsJournalledAndTheRunGoesOn(@TempDir Path folder) throws Exception {
        try (Table table = new Table(folder, "responder", "observer")) {
            String before = Files.readString(table.folder.journal());
            URI at = table.at("/");
            var seen = new HostileRequests(new InetSocketAddress("127.0.0.1", at.getPort()), table.token("responder"),
                    CALLS, Set.of(), 1).send();

            assertThat(seen.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(HostileRequests.COUNT);
            assertThat(Files.readString(table.folder.journal())).isEqualTo(before);
            assertThat(table.escaped).isEmpty();
        }
    }

    @Test
    void theTokenOfAnotherRunLetsNobodyIn(@TempDir Path folder) throws Exception {
        try (Table other = new Table(folder, "responder"); Table table = new Table(folder, "responder")) {
            Random random = new Random(1);
            for (int i = 0; i < 100; i++) {
                String token = i % 2 == 0 ? other.token("responder") : mutated(table.token("responder"), random);
                assertThat(raw(table, "POST /v1/stop HTTP/1.1\r\nHost: " + table.at("/").getAuthority()
                        + "\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"))
                        .startsWith("HTTP/1.1 401").contains("\"code\":\"link-refused\"");
            }
            assertThat(table.stopping()).isFalse();
        }
    }

    @Test
    void requestsSentAheadOnOneConnectionAreEachAskedForTheirToken(@TempDir Path folder) throws Exception {
        try (Table table = new Table(folder, "responder")) {
            String host = "Host: " + table.at("/").getAuthority() + "\r\n";
            String good = "GET /v1/view HTTP/1.1\r\n" + host + "Authorization: Bearer " + table.token("responder")
                    + "\r\n\r\n";
            String bad = "POST /v1/stop HTTP/1.1\r\n" + host
                    + "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
            assertThat(raw(table, good + bad)).startsWith("HTTP/1.1 200").contains("HTTP/1.1 401");
            assertThat(table.stopping()).isFalse();
        }
    }

    private static String mutated(String token, Random random) {
        StringBuilder changed = new StringBuilder(token);
        int at = random.nextInt(token.length());
        changed.setCharAt(at, token.charAt(at) == 'A' ? 'B' : 'A');
        return changed.toString();
    }

    private static String raw(Table table, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", table.at("/").getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
