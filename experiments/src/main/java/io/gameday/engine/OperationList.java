package io.gameday.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The operations of a run, in the order of their steps.
final class OperationList {

    private final List<OperationRun> operations = new ArrayList<>();

    void add(OperationRun operation) {
        operations.add(operation);
    }

    void forEach(Consumer<OperationRun> action) {
        operations.forEach(action);
    }

    boolean allOver() {
        return operations.stream().allMatch(OperationRun::over);
    }

    boolean noneBegun() {
        return operations.stream().allMatch(OperationRun::planned);
    }

    /// None of them is over at once, so what they lead to does not come after their end.
    boolean allLasting() {
        return operations.stream().allMatch(operation -> operation.doing().lasts() != null);
    }

    void endAll(String why) {
        List.copyOf(operations).forEach(operation -> operation.end(why));
    }
}
