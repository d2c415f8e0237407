package io.gameday.reference.host;

import io.gameday.observability.Scope;
import java.util.LinkedHashMap;
import java.util.Map;

/// The settings that somebody wants the tasks of a scope to have, beyond what is built into them. A task that starts is
/// given them by its environment: a setting that was pushed is a desired state and not an event. For the host's loop.
final class DesiredSettings {

    private final Map<String, Wish> wishes = new LinkedHashMap<>();

    /// @param id     whose wish this is
    /// @param schema where the orders table is looked for
    void put(String id, Scope scope, String schema) {
        wishes.put(id, new Wish(scope, schema));
    }

    void remove(String id) {
        wishes.remove(id);
    }

    /// What a task is told at its start.
    Map<String, String> environment(TaskOrder order) {
        return wishes.values().stream().filter(wish -> wish.scope.covers(order.cell(), order.zone())).findFirst()
                .map(wish -> Map.of("GAMEDAY_SCHEMA", wish.schema)).orElse(Map.of());
    }

    private record Wish(Scope scope, String schema) {
    }
}
