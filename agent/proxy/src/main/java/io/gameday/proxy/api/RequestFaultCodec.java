package io.gameday.proxy.api;

import io.gameday.proxy.RequestFault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Request faults as the API writes and reads them.
///
/// ```json
/// {"name":"refusals","share":0.3,"effect":"status","status":503,"path":"/orders"}
/// {"name":"slow","share":1,"effect":"delay","delay":250}
/// {"name":"lost","share":0.01,"effect":"drop","header":"x-customer","headerValue":"c7"}
/// ```
final class RequestFaultCodec {

    private RequestFaultCodec() {
    }

    static Map<String, @Nullable Object> fields(RequestFault fault) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", fault.name());
        fields.put("share", fault.share());
        switch (fault.effect()) {
            case RequestFault.Status(int code) -> {
                fields.put("effect", "status");
                fields.put("status", code);
            }
            case RequestFault.Delay(Duration time) -> {
                fields.put("effect", "delay");
                fields.put("delay", time.toMillis());
            }
            case RequestFault.Drop() -> fields.put("effect", "drop");
        }
        putGiven(fields, "path", fault.path());
        putGiven(fields, "header", fault.header());
        putGiven(fields, "headerValue", fault.headerValue());
        return fields;
    }

    private static void putGiven(Map<String, @Nullable Object> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    static RequestFault read(JsonValue.Fields body) throws BadBody, Refusal {
        String name = body.text("name");
        Double share = body.number("share");
        String effect = body.text("effect");
        Long status = body.whole("status");
        Long delay = body.whole("delay");
        String path = body.text("path");
        String header = body.text("header");
        String headerValue = body.text("headervalue");
        if (name == null || name.isEmpty()) {
            throw Refusal.missing("name");
        }
        if (effect == null) {
            throw Refusal.missing("effect");
        }
        try {
            return new RequestFault(name, share == null ? 1 : share, effect(effect, status, delay), path, header,
                    headerValue);
        } catch (IllegalArgumentException outOfRange) {
            throw Refusal.badBody(String.valueOf(outOfRange.getMessage()));
        }
    }

    private static RequestFault.Effect effect(String effect, @Nullable Long status, @Nullable Long delay)
            throws Refusal {
        return switch (effect) {
            case "status" -> new RequestFault.Status(given("status", status, 200, 599));
            case "delay" -> new RequestFault.Delay(Duration.ofMillis(given("delay", delay, 0, 30_000)));
            case "drop" -> new RequestFault.Drop();
            default -> throw Refusal
                    .badBody("effect is " + GoJson.text(effect) + "; allowed: \"status\", \"delay\" or \"drop\"");
        };
    }

    private static int given(String field, @Nullable Long value, int least, int most) throws Refusal {
        if (value == null) {
            throw Refusal.missing(field);
        }
        if (value < least || value > most) {
            throw Refusal.badBody(field + " is " + value + "; allowed: " + least + " to " + most);
        }
        return value.intValue();
    }
}
