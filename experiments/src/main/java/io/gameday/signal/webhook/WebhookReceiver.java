package io.gameday.signal.webhook;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.function.Consumer;

/// An endpoint of this machine for Alertmanager's webhooks. Every receiver that is to be heard names it once more:
///
/// ```yaml
/// webhook_configs:
/// - url: http://127.0.0.1:9095/alertmanager
///   http_config: { authorization: { credentials: TOKEN } }
/// ```
///
/// What is heard is handed over on a thread of the network.
public final class WebhookReceiver implements AutoCloseable {

    public static final String PATH = "/alertmanager";
    private static final String TOKEN_PLACE = "Alertmanager's http_config.authorization.credentials has to be what "
            + "GAMEDAY_LISTEN_TOKEN is here";

    private final HttpServer server;

    private WebhookReceiver(HttpServer server) {
        this.server = server;
    }

    /// @param port  of the loopback address; 0 lets the machine choose one
    /// @param token that Alertmanager has to show as `Bearer`
    /// @param each  told each notification; when it throws, Alertmanager is asked to send it again
    /// @throws IOException when the port cannot be bound; the message names it
    public static WebhookReceiver start(Network network, int port, String token, InstantSource clock,
            Consumer<Notification> each) throws IOException {
        return new WebhookReceiver(HttpServer.start(network, new InetSocketAddress("127.0.0.1", port),
                Admission.token(token, TOKEN_PLACE), (request, reply) -> reply.accept(answer(request, clock, each))));
    }

    private static HttpAnswer answer(HttpRequest request, InstantSource clock, Consumer<Notification> each) {
        if (!request.path().equals(PATH)) {
            return HttpAnswer.error(404, "there is no " + request.path() + "; allowed: " + PATH);
        }
        if (!request.method().equals("POST")) {
            return HttpAnswer.error(405, request.method() + " is not taken; allowed: POST");
        }
        Notification heard;
        try {
            heard = Notification.read(clock.instant(), request.text());
        } catch (IllegalArgumentException unreadable) {
            return HttpAnswer.error(400, String.valueOf(unreadable.getMessage()));
        }
        try {
            each.accept(heard);
        } catch (RuntimeException notKept) {
            return HttpAnswer.error(503, "it could not be kept: " + notKept.getMessage() + "; send it again");
        }
        return HttpAnswer.json(200, "{}");
    }

    /// Where Alertmanager sends to.
    public String url() {
        return "http://127.0.0.1:" + server.address().getPort() + PATH;
    }

    @Override
    public void close() {
        server.close();
    }
}
