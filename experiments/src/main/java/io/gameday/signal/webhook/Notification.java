package io.gameday.signal.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One webhook of Alertmanager, version 4 of its payload: what it sent to one receiver about one group of alerts.
///
/// @param heard     by our clock
/// @param truncated alerts that it left out
public record Notification(Instant heard, String receiver, String groupKey, int truncated, List<Alert> alerts) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VERSION = "4";

    /// @param firing false when it is over
    public record Alert(boolean firing, Map<String, String> labels, Instant startsAt) {

        public String name() {
            return labels.getOrDefault("alertname", "");
        }
    }

    /// @throws IllegalArgumentException when `payload` is none; the message names the field and what is allowed
    public static Notification read(Instant heard, String payload) {
        JsonNode sent;
        try {
            sent = JSON.readTree(payload);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("the body is no JSON: " + unreadable.getOriginalMessage(), unreadable);
        }
        if (sent == null || !sent.isObject()) {
            throw new IllegalArgumentException("the body is no JSON object; allowed: a webhook of Alertmanager");
        }
        String version = text(sent, "version");
        if (!version.equals(VERSION)) {
            throw new IllegalArgumentException(
                    "version is '" + version + "'; allowed: " + VERSION + ", which Alertmanager sends since 0.9");
        }
        if (!sent.path("alerts").isArray()) {
            throw new IllegalArgumentException("alerts is no list; allowed: a list of alerts");
        }
        List<Alert> alerts = new ArrayList<>();
        for (JsonNode alert : sent.path("alerts")) {
            alerts.add(alert(alert));
        }
        return new Notification(heard, text(sent, "receiver"), sent.path("groupKey").asString(""),
                sent.path("truncatedAlerts").asInt(0), List.copyOf(alerts));
    }

    private static Alert alert(JsonNode alert) {
        String status = text(alert, "status");
        if (!status.equals("firing") && !status.equals("resolved")) {
            throw new IllegalArgumentException("alerts.status is '" + status + "'; allowed: firing, resolved");
        }
        Map<String, String> labels = new TreeMap<>();
        alert.path("labels").properties().forEach(label -> labels.put(label.getKey(), label.getValue().asString("")));
        String startsAt = text(alert, "startsAt");
        try {
            return new Alert(status.equals("firing"), Map.copyOf(labels), OffsetDateTime.parse(startsAt).toInstant());
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "alerts.startsAt is '" + startsAt + "'; allowed: such as 2026-11-21T14:00:00Z", unreadable);
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString() || value.asString().isBlank()) {
            throw new IllegalArgumentException("'" + field
                    + "' is missing; allowed: a webhook of Alertmanager, version " + VERSION + " of its payload");
        }
        return value.asString();
    }
}
