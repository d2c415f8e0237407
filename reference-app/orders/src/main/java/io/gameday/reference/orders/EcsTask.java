package io.gameday.reference.orders;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What only ECS knows of a task: a task definition is the same in every zone, so it cannot say in which one a task runs,
/// nor which of them it is. Both are asked of the task metadata endpoint, version 4.
final class EcsTask {
    private static final String METADATA = "ECS_CONTAINER_METADATA_URI_V4";
    private static final String ZONE = "GAMEDAY_ZONE";
    private static final String INSTANCE = "GAMEDAY_INSTANCE";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private EcsTask() {
    }

    /// The environment with zone and instance of the ECS task, where they are not set and ECS is there to be asked;
    /// otherwise as it was.
    ///
    /// @throws IllegalStateException when ECS does not answer: a task that does not know its zone must not serve
    static Map<String, String> environment(Map<String, String> given) throws InterruptedException {
        String metadata = given.get(METADATA);
        if (metadata == null || given.containsKey(ZONE) && given.containsKey(INSTANCE)) {
            return given;
        }
        JsonNode task = ask(URI.create(metadata + "/task"));
        Map<String, String> environment = new HashMap<>(given);
        environment.putIfAbsent(ZONE, task.path("AvailabilityZone").asString(""));
        String arn = task.path("TaskARN").asString("");
        environment.putIfAbsent(INSTANCE, arn.substring(arn.lastIndexOf('/') + 1));
        return environment;
    }

    private static JsonNode ask(URI task) throws InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(task).timeout(PATIENCE).build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(METADATA + ": " + task + " answered " + answer.statusCode() + "; set "
                        + ZONE + " and " + INSTANCE + " instead");
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(METADATA + ": " + task + " does not answer (" + e + "); set " + ZONE
                    + " and " + INSTANCE + " instead", e);
        }
    }
}
