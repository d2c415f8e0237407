package io.gameday.notification;

import io.gameday.engine.Pager;
import io.gameday.engine.Pager.Message.Page.Standing;
import io.gameday.journal.JournalFormat;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// To PagerDuty by its Events API v2 (https://developer.pagerduty.com/docs/events-api-v2-overview), or to what speaks
/// the same. The routing key is a secret, and so is the address.
///
/// | message | `event_action` | same for the whole incident |
/// |---|---|---|
/// | page | `trigger` | `dedup_key` |
/// | acknowledged | `acknowledge` | `dedup_key` |
/// | resolved | `resolve` | `dedup_key` |
public final class PagerDuty implements Pager {

    /// PagerDuty's own.
    public static final String ADDRESS = "https://events.pagerduty.com/v2/enqueue";

    private static final int ACCEPTED = 202;
    private static final int LONGEST_SUMMARY = 1_024;

    private final String routingKey;
    private final Deliveries deliveries;

    /// @param address    http or https, such as [#ADDRESS]
    /// @param routingKey of the service that pages, as its Events API v2 integration shows it
    /// @param clock      the engine's
    /// @param loop       the engine's
    /// @throws IllegalArgumentException when the address is no web address, or the key cannot be one
    public PagerDuty(String address, String routingKey, Clock clock, Executor loop) {
        this(address, routingKey, clock, loop, Post.LIMIT, BackOff.DEFAULT);
    }

    PagerDuty(String address, String routingKey, Clock clock, Executor loop, Duration limit, BackOff backOff) {
        if (!routingKey.matches("[!-~]{4,255}")) {
            throw new IllegalArgumentException("the routing key of PagerDuty has " + routingKey.length()
                    + " characters, or some that no key has; allowed: the integration key that PagerDuty shows, usually "
                    + "32 letters and digits");
        }
        this.routingKey = routingKey;
        // Any other status comes from somebody else, such as a proxy in between.
        deliveries = new Deliveries(
                new Post("PagerDuty", address, List.of(routingKey), status -> status == ACCEPTED, clock, loop, limit),
                backOff, clock);
    }

    @Override
    public void send(Message message, Reply<String> sent) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("routing_key", routingKey);
        event.put("dedup_key", message.incident().key());
        switch (message) {
            case Message.Page page -> {
                event.put("event_action", "trigger");
                event.put("client", "Gameday");
                event.put("payload", payload(page));
            }
            case Message.Acknowledged _ -> event.put("event_action", "acknowledge");
            case Message.Resolved _ -> event.put("event_action", "resolve");
        }
        deliveries.deliver(JournalFormat.mapper().writeValueAsString(event), channel(message), sent);
    }

    /// Whoever is paged second is known to us, not to PagerDuty: it adds a line to the alert that is open, and calls whom
    /// its own escalation policy names.
    private static String channel(Message message) {
        return message instanceof Message.Page page && page.standing() == Standing.ESCALATED
                ? "pagerduty, as a line of the open alert"
                : "pagerduty";
    }

    private static Map<String, Object> payload(Message.Page page) {
        Incident incident = page.incident();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("summary", shortened("Game day: " + page.text()));
        payload.put("source", "game day " + incident.run());
        payload.put("severity", "critical");
        payload.put("timestamp", incident.began().toString());
        payload.put("component", incident.scope().toString());
        payload.put("group", "game day");
        payload.put("class", incident.alarm());
        payload.put("custom_details", Said.fields(page));
        return payload;
    }

    private static String shortened(String summary) {
        return summary.codePointCount(0, summary.length()) <= LONGEST_SUMMARY
                ? summary
                : summary.substring(0, summary.offsetByCodePoints(0, LONGEST_SUMMARY - 1)) + "…";
    }
}
