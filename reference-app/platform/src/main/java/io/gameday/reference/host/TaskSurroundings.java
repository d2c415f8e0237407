package io.gameday.reference.host;

import io.gameday.reference.AppConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a task of a cell needs to be started.
///
/// @param command   of the process
/// @param database  JDBC address of the cell's database
/// @param inventory base address
record TaskSurroundings(List<String> command, String database, String password, String inventory) {

    /// The environment of a task, as the README of the `orders` module lists it.
    Map<String, String> environment(TaskOrder order, AppConfig config) {
        Map<String, String> environment = new HashMap<>(Inventories.rules(config, order.slots()));
        environment.putAll(Map.ofEntries(Map.entry("GAMEDAY_ADDRESS", order.address()),
                Map.entry("GAMEDAY_INSTANCE", order.id()), Map.entry("GAMEDAY_CELL", order.cell()),
                Map.entry("GAMEDAY_ZONE", order.zone()), Map.entry("GAMEDAY_REVISION", order.revision()),
                Map.entry("GAMEDAY_SLOTS", String.valueOf(order.slots())),
                Map.entry("GAMEDAY_HOLD_MS", String.valueOf(config.hold(order.cell()).toMillis())),
                Map.entry("GAMEDAY_OVERLOAD", config.mechanisms().overload().name().toLowerCase(Locale.ROOT)),
                Map.entry("GAMEDAY_DATABASE", database), Map.entry("GAMEDAY_DATABASE_USER", PostgresProgram.USER),
                Map.entry("GAMEDAY_DATABASE_PASSWORD", password), Map.entry("GAMEDAY_INVENTORY", inventory)));
        return environment;
    }
}
