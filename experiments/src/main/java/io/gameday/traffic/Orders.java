package io.gameday.traffic;

import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import io.gameday.observability.Outcome;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Orders, placed through the router of the reference app. Remembers which were acknowledged.
///
/// @param cells by customer
record Orders(OrderNames names, Map<String, String> cells, InetSocketAddress router, Acknowledged acknowledged,
        Transferred transferred) implements Errands {

    /// In an answer, the cell that gave it; in a request, the one that is asked for.
    static final String CELL = "x-gameday-cell";

    private static final Pattern CELL_NAME = Pattern.compile("[a-z0-9-]{1,40}");

    @Override
    public Errand errand(int customer, int round) {
        String name = names.customer(customer);
        String json = "{\"id\":\"" + names.order(customer, round) + "\",\"customer\":\"" + name
                + "\",\"item\":\"book\",\"quantity\":1}";
        return new Errand(customer, round, router, HttpRequest.post("/orders", json).with("x-gameday-customer", name),
                cells.get(name), null);
    }

    @Override
    public List<Measurement> measured(Errand errand, @Nullable HttpAnswer answer, Outcome outcome, Duration latency) {
        List<Attempt> attempts = answer == null ? List.of() : Attempt.of(answer);
        if (answer != null) {
            transferred.add(answer);
        }
        String told = answer == null ? "" : answer.headers().getOrDefault(CELL, "");
        String cell = CELL_NAME.matcher(told).matches() ? told : errand.cell();
        if (outcome == Outcome.USEFUL) {
            acknowledged.add(errand.customer(), errand.round(), cell == null ? "" : cell);
        }
        Attempt last = attempts.isEmpty() ? null : attempts.getLast();
        List<Measurement> measurements = new ArrayList<>();
        measurements.add(new Measurement(Observer.CUSTOMER, cell, last == null ? null : last.zone(),
                last == null ? null : last.instance(), names.customer(errand.customer()), outcome, latency));
        // The header tells no times: each attempt is given the time of all, an upper bound.
        attempts.forEach(a -> measurements
                .add(new Measurement(Observer.ATTEMPT, cell, a.zone(), a.instance(), null, a.outcome(), latency)));
        return measurements;
    }
}
