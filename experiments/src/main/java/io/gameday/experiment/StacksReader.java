package io.gameday.experiment;

import io.gameday.experiment.Experiment.Routing;
import io.gameday.yaml.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// Reads which cells are the new stack: `newStack: [cell-3]`.
final class StacksReader {

    private static final String KEY = "newStack";

    private StacksReader() {
    }

    /// @param system `system`
    /// @param cells  how many there are
    /// @return the cells of the new stack; empty where there is one stack only, or it could not be read
    static List<String> read(Fields system, int cells, Routing routing) {
        if (!system.has(KEY)) {
            return List.of();
        }
        List<String> known = IntStream.rangeClosed(1, cells).mapToObj(n -> "cell-" + n).toList();
        List<String> named = system.texts(KEY);
        boolean some = !named.isEmpty() && new HashSet<>(named).size() == named.size() && known.containsAll(named);
        if (!some || named.size() == cells) {
            system.problem(KEY, "system.newStack is " + named + "; allowed: some of " + String.join(", ", known)
                    + ", each once, and at least one cell left for the old stack");
            return List.of();
        }
        if (routing == Routing.STICKY) {
            system.problem(KEY, "system.newStack gets a share of the requests to the cluster's name, and with "
                    + "system.routing sticky nobody uses that; write system.routing: cluster, or take it out");
        }
        return named;
    }
}
