package io.gameday.signal.webhook;

import io.gameday.http.Network;
import io.gameday.signal.Page;
import io.gameday.signal.Pages;
import io.gameday.signal.Period;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Webhooks over real sockets, from the wire to pages.
class WebhookReceiverTest {

    private static final Instant HEARD = Instant.parse("2026-11-22T09:01:00Z");
    private static final Period HOUR = new Period(HEARD.minusSeconds(1800), HEARD.plusSeconds(1800));
    private static final String FIRING = """
            {"version":"4","groupKey":"{}:{}","truncatedAlerts":0,"status":"firing","receiver":"payments",
             "groupLabels":{},"commonLabels":{},"commonAnnotations":{},"externalURL":"http://am","alerts":[
              {"status":"firing","labels":{"alertname":"CheckoutErrors","team":"payments"},"annotations":{},
               "startsAt":"2026-11-22T09:00:55.123Z","endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://p",
               "fingerprint":"f1"}]}
            """;

    @TempDir
    private Path folder;
    private final List<Notification> heard = new CopyOnWriteArrayList<>();
    private final Network network = new Network("webhooks");
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebhookReceiver receiver;

    WebhookReceiverTest() throws IOException {
        receiver = WebhookReceiver.start(network, 0, "secret", InstantSource.fixed(HEARD), one -> {
            if (one.receiver().equals("full")) {
                throw new IllegalStateException("No space left on device");
            }
            heard.add(one);
        });
    }

    @AfterEach
    void stop() {
        receiver.close();
        network.close();
        client.close();
    }

    @Test
    void whatAlertmanagerSendsIsHeard() throws Exception {
        assertThat(post(FIRING, "secret").statusCode()).isEqualTo(200);
        assertThat(heard).containsExactly(new Notification(HEARD, "payments", "{}:{}", 0,
                List.of(new Notification.Alert(true, Map.of("alertname", "CheckoutErrors", "team", "payments"),
                        Instant.parse("2026-11-22T09:00:55.123Z")))));
    }

    @Test
    void whoHasNotTheTokenIsRefusedAndToldWhereItBelongs() throws Exception {
        HttpResponse<String> answer = post(FIRING, "other");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("http_config.authorization.credentials", "GAMEDAY_LISTEN_TOKEN");
        assertThat(heard).isEmpty();
    }

    @Test
    void whatIsNoWebhookIsRefusedWithTheFieldAndWhatIsAllowed() throws Exception {
        for (Map.Entry<String, String> bad : Map.of("{", "no JSON", "[]", "no JSON object",
                FIRING.replace("\"4\"", "\"3\""), "version is '3'; allowed: 4",
                FIRING.replace("\"receiver\":\"payments\",", ""), "'receiver' is missing",
                FIRING.replace("2026-11-22T09:00:55.123Z", "soon"), "alerts.startsAt is 'soon'",
                "{\"version\":\"4\",\"receiver\":\"a\",\"alerts\":7}", "alerts is no list").entrySet()) {
            HttpResponse<String> answer = post(bad.getKey(), "secret");
            assertThat(answer.statusCode()).as(bad.getValue()).isEqualTo(400);
            assertThat(answer.body()).contains(bad.getValue());
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        assertThat(post("{\"a\":\"" + "x".repeat(2 << 20) + "\"}", "secret").statusCode()).isEqualTo(413);
    }

    @Test
    void anotherPathOrMethodIsRefused() throws Exception {
        assertThat(send(request("/", "secret").POST(BodyPublishers.ofString(FIRING))).statusCode()).isEqualTo(404);
        assertThat(send(request(WebhookReceiver.PATH, "secret").GET()).statusCode()).isEqualTo(405);
    }

    @Test
    void whatCannotBeKeptIsAskedForAgain() throws Exception {
        assertThat(post(FIRING.replace("\"payments\",", "\"full\","), "secret").statusCode()).isEqualTo(503);
    }

    @Test
    void ofWhatIsRepeatedAReceiverIsToldOnceAndOfWhatIsOverNever() {
        HeardPages pages = new HeardPages(List.of());
        Notification first = Notification.read(HEARD, FIRING);
        pages.add(first);
        pages.add(Notification.read(HEARD.plusSeconds(60), FIRING));
        pages.add(Notification.read(HEARD.plusSeconds(90), FIRING.replace("\"firing\"", "\"resolved\"")));
        pages.add(Notification.read(HEARD.plusSeconds(120), FIRING.replace("\"payments\",\n", "\"platform\",\n")));
        assertThat(pages.read(HOUR)).isEqualTo(new Pages("Alertmanager",
                List.of(new Page(HEARD, List.of("payments"), "CheckoutErrors", null),
                        new Page(HEARD.plusSeconds(120), List.of("platform"), "CheckoutErrors", null)),
                List.of(), "", List.of()));
    }

    @Test
    void theLogGivesBackWhatWasHeardAlsoAfterALineWasCutOff() throws IOException {
        Path file = folder.resolve("pages.jsonl");
        Notification one = Notification.read(HEARD, FIRING);
        try (WebhookLog log = new WebhookLog(file)) {
            log.accept(one);
        }
        try (WebhookLog log = new WebhookLog(file)) {
            log.accept(one);
        }
        Files.writeString(file, "{\"heard\":\"2026-", StandardOpenOption.APPEND);
        assertThat(WebhookLog.read(file)).containsExactly(one, one);
    }

    @Test
    void aFileThatIsNoLogIsRefusedWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("other.jsonl"), "{\"a\":1}\n");
        assertThatThrownBy(() -> WebhookLog.read(file)).isInstanceOf(IOException.class)
                .hasMessageContaining("other.jsonl:1 is no notification");
    }

    private HttpResponse<String> post(String body, String token) throws IOException, InterruptedException {
        return send(request(WebhookReceiver.PATH, token).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(receiver.url().replace(WebhookReceiver.PATH, path)))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
