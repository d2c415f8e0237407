package io.gameday.reference.orders;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the inventory service. A soft dependency: an order is taken without its answer, but a slow answer is waited
/// for, up to [#PATIENCE], while the order keeps its slot.
final class Stock {
    static final Duration PATIENCE = Duration.ofMillis(400);

    private final @Nullable URI inventory;
    private final JsonMapper json;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE).executor(Runnable::run).build();

    Stock(@Nullable URI inventory, JsonMapper json) {
        this.inventory = inventory;
        this.json = json;
    }

    /// What inventory says of `item`: `available`, `missing`, or `unknown` with what came in the way.
    Answer ask(String item) throws InterruptedException {
        if (inventory == null) {
            return new Answer("unknown", "GAMEDAY_INVENTORY is not set");
        }
        HttpRequest request = HttpRequest.newBuilder(inventory.resolve("stock/" + item)).timeout(PATIENCE).build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode available = response.statusCode() == 200
                    ? json.readTree(response.body()).path("available")
                    : json.missingNode();
            if (!available.isBoolean()) {
                return new Answer("unknown", "inventory answered " + response.statusCode() + " without 'available'");
            }
            return new Answer(available.booleanValue() ? "available" : "missing", null);
        } catch (IOException | JacksonException e) {
            return new Answer("unknown", e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /// @param state   `available`, `missing` or `unknown`
    /// @param problem why it is unknown, else null
    record Answer(String state, @Nullable String problem) {
    }
}
