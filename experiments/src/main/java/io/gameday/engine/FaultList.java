package io.gameday.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The faults of a run, in the order of their steps.
final class FaultList {

    private final List<FaultRun> faults = new ArrayList<>();

    void add(FaultRun fault) {
        faults.add(fault);
    }

    List<FaultRun> all() {
        return faults;
    }

    void forEach(Consumer<FaultRun> action) {
        faults.forEach(action);
    }

    /// Every fault is over, proven gone or not.
    boolean allOver() {
        return faults.stream().allMatch(FaultRun::over);
    }

    boolean noneInjected() {
        return faults.stream().allMatch(fault -> fault.state() == FaultRun.State.PLANNED);
    }

    /// None of them ends by itself, so what they lead to does not come after their end.
    boolean allLasting() {
        return faults.stream().allMatch(fault -> fault.step().lasts() != null);
    }

    Optional<FaultRun> inForce(String id) {
        return faults.stream().filter(f -> f.id().equals(id) && f.state() == FaultRun.State.IN_FORCE).findFirst();
    }

    void endAll(String why) {
        faults.forEach(fault -> fault.end(why));
    }
}
