package io.gameday.traffic;

import io.gameday.http.CallResult;
import io.gameday.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `POST /customers {"customers":["c-01",…]}` at the control plane, answered by the cell of each.
final class Registration {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Registration() {
    }

    static HttpRequest request(List<String> customers, String token) {
        return HttpRequest.post("/customers", JSON.writeValueAsString(Map.of("customers", customers)))
                .with("authorization", "Bearer " + token);
    }

    /// The cell of every customer.
    ///
    /// @throws IllegalArgumentException when it was not told; the message says what came instead
    static Map<String, String> cells(List<String> customers, CallResult result) {
        String text = switch (result) {
            case CallResult.Answered(var answer) when answer.status() == 200 -> answer.text();
            case CallResult.Answered(var answer) ->
                throw new IllegalArgumentException("it answered " + answer.status() + " " + answer.text());
            case CallResult.Unreachable(String why) -> throw new IllegalArgumentException("unreachable: " + why);
            case CallResult.Broken(String why) -> throw new IllegalArgumentException("connection broken: " + why);
            case CallResult.TimedOut timedOut -> throw new IllegalArgumentException("no answer within the limit");
        };
        JsonNode map;
        try {
            map = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("its answer is not JSON: " + e.getOriginalMessage(), e);
        }
        Map<String, String> cells = new HashMap<>();
        for (String customer : customers) {
            JsonNode cell = map.get(customer);
            if (cell == null || !cell.isString()) {
                throw new IllegalArgumentException("its answer names no cell for " + customer);
            }
            cells.put(customer, cell.stringValue());
        }
        return Map.copyOf(cells);
    }
}
