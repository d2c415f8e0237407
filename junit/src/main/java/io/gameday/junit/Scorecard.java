package io.gameday.junit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a run came to, from its `scorecard.json`.
///
/// @param reason        one sentence
/// @param customersHurt with at least one request without a useful answer since the first fault
/// @param customers     all of them
/// @param failed        requests without a useful answer, from the first fault to the end of impact
/// @param requests      all of these
/// @param durations     by name, such as `detect`; those that were not measured are left out
/// @param raw           everything: objects as maps, arrays as lists, numbers as [Double] or [Long]
public record Scorecard(String reason, List<Prediction> predictions, int customersHurt, int customers, long failed,
        long requests, Map<String, Duration> durations, Map<String, Object> raw) {

    /// @param verdict [Verdict#HELD], [Verdict#BROKEN] or [Verdict#UNKNOWN]
    public record Prediction(String id, String text, Verdict verdict, String wanted, String value, String detail) {
    }

    /// The first whose text begins so, such as `alarm zone-impact`.
    public Optional<Prediction> prediction(String beginning) {
        return predictions.stream().filter(p -> p.text().startsWith(beginning)).findFirst();
    }

    static Scorecard read(String json) {
        Json card = Json.read(json);
        return new Scorecard(card.at("outcome").text("reason"),
                card.list("predictions").stream().map(Scorecard::of).toList(), card.at("customers").integer("hurtEver"),
                card.at("customers").integer("total"), card.at("orders").integer("failed"),
                card.at("orders").integer("of"),
                card.list("durations").stream().filter(d -> d.has("value")).collect(java.util.stream.Collectors
                        .toUnmodifiableMap(d -> d.text("name"), d -> Duration.parse(d.text("value")), (a, b) -> a)),
                card.map());
    }

    private static Prediction of(Json p) {
        return new Prediction(p.text("id"), p.text("text"), Verdict.valueOf(p.text("verdict")), p.text("wanted"),
                p.text("value"), p.text("detail"));
    }
}
