package io.gameday.proxy.api;

import io.gameday.http.HttpAnswer;
import io.gameday.proxy.Leases;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The calls on leases: ours, a toxic of Toxiproxy stays until somebody deletes it.
final class LeaseCalls {

    private static final Duration LONGEST = Duration.ofHours(24);
    /// Without a point, which ends the id within the name of a toxic.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_:-]{1,100}");

    private final LeaseBook leases;

    LeaseCalls(LeaseBook leases) {
        this.leases = leases;
    }

    HttpAnswer index(Call call) {
        return Replies.json(200, Map.of("leases", leases.held().stream().map(LeaseCalls::fields).toList()));
    }

    HttpAnswer grant(Call call) throws Refusal {
        String id = id(call);
        try {
            JsonValue.Fields body = call.fields();
            Duration lease = duration(body, "lease");
            Duration duration = duration(body, "duration");
            leases.grant(id, lease, duration);
            return Replies.json(201, fields(new Leases.Held(id, lease, duration)));
        } catch (BadBody bad) {
            throw Refusal.badBody(bad);
        }
    }

    HttpAnswer renew(Call call) throws Refusal {
        String id = id(call);
        if (!leases.renew(id)) {
            throw notHeld(id);
        }
        return Replies.json(200, fields(leases.held(id).orElseThrow(() -> notHeld(id))));
    }

    private static Refusal notHeld(String id) {
        return new Refusal(404, "lease " + id + " is not held; it has run out or was never granted");
    }

    HttpAnswer end(Call call) throws Refusal {
        String id = id(call);
        LeaseBook.Ended ended = leases.end(id);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("ended", ended.why());
        fields.put("taken", ended.taken().stream().map(LeaseCalls::fields).toList());
        return Replies.json(200, fields);
    }

    private static Map<String, @Nullable Object> fields(LeaseBook.Taken taken) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("proxy", taken.proxy());
        fields.put(taken.kind(), taken.name());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Leases.Held held) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", held.id());
        fields.put("leaseLeft", held.leaseLeft().toString());
        fields.put("durationLeft", held.durationLeft().toString());
        return fields;
    }

    private static String id(Call call) throws Refusal {
        String id = call.name(0);
        if (!ID.matcher(id).matches()) {
            throw new Refusal(400, "lease id is " + GoJson.text(id) + "; allowed: 1 to 100 of letters, digits, _ : -");
        }
        return id;
    }

    private static Duration duration(JsonValue.Fields body, String field) throws BadBody, Refusal {
        String given = body.text(field);
        if (given == null) {
            throw Refusal.missing(field);
        }
        List<Duration> parsed = parsed(given);
        if (parsed.isEmpty() || !parsed.getFirst().isPositive() || parsed.getFirst().compareTo(LONGEST) > 0) {
            throw new BadBody(body.at(field), field + " is " + body.at(field).shown()
                    + "; allowed: a duration such as PT8S, more than zero and at most " + LONGEST);
        }
        return parsed.getFirst();
    }

    private static List<Duration> parsed(String given) {
        try {
            return List.of(Duration.parse(given));
        } catch (DateTimeParseException | ArithmeticException noDuration) {
            return List.of();
        }
    }
}
