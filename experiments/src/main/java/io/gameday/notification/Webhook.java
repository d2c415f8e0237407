package io.gameday.notification;

import io.gameday.engine.Pager;
import io.gameday.journal.JournalFormat;
import io.gameday.target.Reply;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// Pages to the operator's webhook: a POST with a `text` that chat tools show, and the page's fields. The address is a
/// secret: it comes from the operator's environment, never from an experiment, and appears in no message.
public final class Webhook implements Pager {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final URI address;
    private final Executor loop;
    private final Duration limit;
    private final HttpClient client;

    /// @param address http or https
    /// @param loop    the engine's
    /// @throws IllegalArgumentException when it is no web address
    public Webhook(String address, Executor loop) {
        this(address, loop, LIMIT);
    }

    /// @param limit after which an answer counts as missing
    Webhook(String address, Executor loop, Duration limit) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException secret) {
            // Without the cause, whose message holds the address.
            throw new IllegalArgumentException("the webhook is no address; allowed: http://… or https://…");
        }
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("the webhook is no web address; allowed: http://… or https://…");
        }
        this.address = uri;
        this.loop = loop;
        this.limit = limit;
        client = HttpClient.newBuilder().connectTimeout(limit).build();
    }

    @Override
    public void page(Page page, Reply<String> sent) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("text", page.to() + ": " + page.subject() + " (" + page.evidence() + ")");
        body.put("run", page.run());
        body.put("alarm", page.alarm());
        body.put("scope", page.scope().toString());
        HttpRequest request = HttpRequest.newBuilder(address).timeout(limit).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JournalFormat.mapper().writeValueAsString(body))).build();
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .whenComplete((response, failure) -> loop.execute(() -> {
                    if (failure != null) {
                        sent.failed("the webhook did not answer: " + kind(failure));
                    } else if (response.statusCode() / 100 != 2) {
                        sent.failed("the webhook answered " + response.statusCode());
                    } else {
                        sent.ok("webhook");
                    }
                }));
    }

    /// The kind alone: messages of failures may hold the address.
    private static String kind(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return cause.getClass().getSimpleName();
    }
}
