package io.gameday.reference.host;

import java.util.HashMap;
import java.util.Map;

/// What is wrong with which revision. Every revision is the same program; one that is wrong is told by its environment how
/// to misbehave, as if the wrong code had been built into it. For the host's loop.
final class Revisions {

    private final Map<String, String> defects = new HashMap<>();

    /// @param defect one of `Fault.DEFECTS`
    void wrong(String revision, String defect) {
        defects.put(revision, defect);
    }

    /// What a task is told at its start; nothing when its revision is right.
    Map<String, String> environment(TaskOrder order) {
        String defect = defects.get(order.revision());
        return defect == null ? Map.of() : Map.of("GAMEDAY_DEFECT", defect);
    }
}
