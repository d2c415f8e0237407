package io.gameday.agent.prober;

import io.gameday.agent.ledger.Doors;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import io.gameday.target.Answer;
import io.gameday.target.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the app's control plane and router tell anybody who operates it. Nothing of it is about faults. Answers on the
/// loop.
final class Platform {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JournalFormat.mapper();

    private final SyntheticCustomer customer;
    private final Doors doors;

    Platform(SyntheticCustomer customer, Doors doors) {
        this.customer = customer;
        this.doors = doors;
    }

    /// @param cells every cell
    /// @param tasks with an address each, which is empty while a task has none
    record There(List<String> cells, List<Task> tasks) {
    }

    /// @param evicted  tasks that the router leaves out
    /// @param failOpen whether it sends to them all the same, because a cell has no others
    /// @param rule     by which it leaves a task out, in its words; empty where it does not tell
    record Evictions(List<String> evicted, boolean failOpen, String rule) {
    }

    private record TopologyAnswer(@Nullable List<String> cells, @Nullable List<TaskThere> tasks) {
    }

    private record TaskThere(String id, String cell, String zone, Task.State state, @Nullable String address) {
        Task task() {
            return new Task(id, cell, zone, state, address == null ? "" : address, 1);
        }
    }

    private record EvictedAnswer(@Nullable List<String> evicted, boolean failOpen, @Nullable String rule) {
    }

    private record Attempts(long requests) {
    }

    /// `GET /topology`.
    void topology(Consumer<Answer<There>> then) {
        ask(doors.controlPlane(), "/topology", sight -> then.accept(read(sight, "the control plane", body -> {
            TopologyAnswer answer = JSON.readValue(body, TopologyAnswer.class);
            List<TaskThere> tasks = answer.tasks() == null ? List.of() : answer.tasks();
            return new There(answer.cells() == null ? List.of() : answer.cells(),
                    tasks.stream().map(TaskThere::task).toList());
        })));
    }

    /// `GET /services/<cell>`, as it is answered.
    void service(String cell, Consumer<Sight> then) {
        ask(doors.controlPlane(), "/services/" + cell, then);
    }

    /// The cell that a customer's requests go to; null where nobody tells.
    void cellOf(String name, Consumer<@Nullable String> then) {
        ask(doors.controlPlane(), "/routes", sight -> {
            Answer<JsonNode> routes = read(sight, "the control plane", JSON::readTree);
            JsonNode cell = routes instanceof Answer.Ok(JsonNode there)
                    ? there.path("customers").path(name)
                    : JSON.missingNode();
            then.accept(cell.isString() ? cell.asString() : null);
        });
    }

    /// `GET /evicted` of the router.
    void evictions(Consumer<Answer<Evictions>> then) {
        router("/evicted", sight -> then.accept(read(sight, "the router", body -> {
            EvictedAnswer answer = JSON.readValue(body, EvictedAnswer.class);
            return new Evictions(answer.evicted() == null ? List.of() : answer.evicted(), answer.failOpen(),
                    Objects.requireNonNullElse(answer.rule(), ""));
        })));
    }

    /// `GET /attempts` of the router: how often it has tried each task since it began.
    void attempts(Consumer<Answer<Map<String, Long>>> then) {
        router("/attempts", sight -> then.accept(read(sight, "the router", body -> {
            Map<String, Long> counts = new HashMap<>();
            JSON.readTree(body).properties().forEach(
                    entry -> counts.put(entry.getKey(), JSON.treeToValue(entry.getValue(), Attempts.class).requests()));
            return counts;
        })));
    }

    private void router(String path, Consumer<Sight> then) {
        if (doors.routerAdmin().isEmpty()) {
            then.accept(new Sight.Silent("nobody told where the router can be asked", Duration.ZERO));
        } else {
            ask(doors.routerAdmin(), path, then);
        }
    }

    private void ask(String door, String path, Consumer<Sight> then) {
        String token;
        try {
            token = Files.readString(Path.of(doors.appFolder(), "token")).strip();
        } catch (IOException unreadable) {
            then.accept(new Sight.Silent("the app's token cannot be read: " + unreadable.getMessage(), Duration.ZERO));
            return;
        }
        customer.ask(door, HttpRequest.get(path).with("authorization", "Bearer " + token), LIMIT, then);
    }

    private interface Reading<T> {
        T of(String body);
    }

    private static <T> Answer<T> read(Sight sight, String who, Reading<T> reading) {
        if (sight instanceof Sight.Answers(int status, String body, Duration _) && status == 200) {
            try {
                return new Answer.Ok<>(reading.of(body));
            } catch (JacksonException | NullPointerException unreadable) {
                return new Answer.Failed<>(who + " answered what is not understood: " + unreadable.getMessage());
            }
        }
        return new Answer.Failed<>(who + " " + new Look(Map.of("", sight)).words(""));
    }
}
