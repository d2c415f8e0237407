package io.gameday.reference.orders;

import io.gameday.reference.orders.process.ChildProcess;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A process that has started already and waits to be told which task it is: the environment that a task finds at
/// its start, as one JSON object in one line of standard input.
final class StandBy {

    /// How often it starts before: the second start takes a third of the first, from the third on it is a quarter.
    static final int ROUNDS = 3;

    private static final String VARIABLE = "GAMEDAY_STAND_BY";

    private StandBy() {
    }

    static boolean wanted(Map<String, String> environment) {
        return "1".equals(environment.get(VARIABLE));
    }

    /// Says that this process stands by, and waits.
    ///
    /// @param told the line
    static Map<String, String> await(CompletableFuture<String> told) throws InterruptedException, ExecutionException {
        // What the rehearsal left behind is not the task's.
        System.gc();
        ChildProcess.standsBy();
        return environment(told.get());
    }

    static Map<String, String> environment(String json) {
        Map<String, String> environment = new TreeMap<>();
        for (Map.Entry<String, JsonNode> variable : JsonMapper.shared().readTree(json).properties()) {
            environment.put(variable.getKey(), variable.getValue().asString());
        }
        return environment;
    }
}
