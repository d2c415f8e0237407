package io.gameday.reference.host;

import io.gameday.experiment.Experiment.Inventory;
import io.gameday.experiment.Experiment.Spread;
import io.gameday.observability.Layout.Part;
import io.gameday.reference.AppConfig;
import io.gameday.reference.policy.InventoryCalls;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/// The processes of inventory: one for all, or one for each zone of each cell, which share the capacity evenly.
final class Inventories<L extends Clock & Executor> {

    private final boolean zonal;
    private final Map<String, Resident<L>> processes = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<String>> addresses = new LinkedHashMap<>();

    /// @param process of a name and with an environment
    Inventories(AppConfig config, BiFunction<String, Map<String, String>, Resident<L>> process) {
        Inventory inventory = config.mechanisms().inventory();
        zonal = inventory.spread() == Spread.ZONAL;
        List<String> names = zonal
                ? config.layout().parts().stream().map(part -> name(part)).toList()
                : List.of("inventory");
        Map<String, String> environment = Map.of("GAMEDAY_ADDRESS", "127.0.0.1", "GAMEDAY_ANSWER_MICROS",
                Long.toString(answerMicros(inventory, names.size())));
        names.forEach(name -> {
            processes.put(name, process.apply(name, environment));
            addresses.put(name, new CompletableFuture<>());
        });
    }

    /// What tells a task how it asks.
    static Map<String, String> rules(AppConfig config, int slots) {
        Inventory inventory = config.mechanisms().inventory();
        InventoryCalls calls = config.mechanisms().calls(slots);
        Map<String, String> rules = new HashMap<>();
        rules.put("GAMEDAY_INVENTORY_LIMIT_MS", Long.toString(calls.limit().toMillis()));
        rules.put("GAMEDAY_INVENTORY_TRIES", Integer.toString(calls.tries()));
        rules.put("GAMEDAY_INVENTORY_PAUSE_MS", Long.toString(calls.pause().toMillis()));
        rules.put("GAMEDAY_INVENTORY_BUDGET_PERCENT", Integer.toString(calls.budgetPercent()));
        rules.put("GAMEDAY_INVENTORY_AT_ONCE", Integer.toString(calls.atOnce()));
        rules.put("GAMEDAY_INVENTORY_READ_AT_START",
                inventory.capacity() == null ? "0" : Integer.toString(InventoryCalls.READ_AT_START));
        rules.put("GAMEDAY_INVENTORY_NEEDED", inventory.needed() ? "1" : "0");
        return rules;
    }

    void start() {
        processes.forEach((name, process) -> process.start().thenAccept(
                ready -> addresses.get(name).complete("http://127.0.0.1:" + ready.path("service").asInt())));
    }

    /// Base address of the one that tasks of the cell in the zone ask.
    CompletableFuture<String> address(String cell, String zone) {
        return addresses.get(zonal ? name(new Part(cell, zone)) : "inventory");
    }

    /// Base address of one of them.
    CompletableFuture<String> any() {
        return addresses.values().iterator().next();
    }

    /// What ends them for good.
    List<Runnable> ends(int seconds) {
        return processes.values().stream().<Runnable>map(process -> () -> process.end(seconds)).toList();
    }

    private static String name(Part part) {
        return "inventory-" + part.cell() + "-" + part.zone();
    }

    private static long answerMicros(Inventory inventory, int processes) {
        Double capacity = inventory.capacity();
        return capacity == null ? 0 : Math.round(Duration.ofSeconds(1).toNanos() / 1000.0 * processes / capacity);
    }
}
