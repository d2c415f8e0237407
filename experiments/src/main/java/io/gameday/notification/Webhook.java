package io.gameday.notification;

import io.gameday.engine.Pager;
import io.gameday.journal.JournalFormat;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// To the operator's webhook: a POST with a `text` that chat tools show, and the message's fields. The address is a
/// secret: it comes from the operator's environment, never from an experiment, and appears in no reason.
public final class Webhook implements Pager {

    private final Deliveries deliveries;

    /// @param address http or https
    /// @param clock   the engine's
    /// @param loop    the engine's
    /// @throws IllegalArgumentException when it is no web address
    public Webhook(String address, Clock clock, Executor loop) {
        this(address, clock, loop, Post.LIMIT, BackOff.DEFAULT);
    }

    Webhook(String address, Clock clock, Executor loop, Duration limit, BackOff backOff) {
        deliveries = new Deliveries(
                new Post("the webhook", address, List.of(), status -> status / 100 == 2, clock, loop, limit), backOff,
                clock);
    }

    @Override
    public void send(Message message, Reply<String> sent) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("text", message.text());
        body.putAll(Said.fields(message));
        deliveries.deliver(JournalFormat.mapper().writeValueAsString(body), "webhook", sent);
    }
}
