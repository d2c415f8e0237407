package io.gameday.reference.host;

import io.gameday.reference.policy.RevisionName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is wrong with which revision. Every revision is the same program; one that is wrong is told by its environment how
/// to misbehave, as if the wrong code had been built into it. For the host's loop.
public final class Revisions {

    private final Map<String, String> defects = new HashMap<>();

    /// @param defect one of `Fault.DEFECTS`
    void wrong(String revision, String defect) {
        defects.put(revision, defect);
    }

    /// A wrong revision that comes after another one, named after its defect, such as `2-errors` after `1`. It stays
    /// known, since a task of it may still be ordered when it is no longer wanted.
    ///
    /// @param defect one of `Fault.DEFECTS`
    String wrongAfter(String revision, String defect) {
        String wrong = RevisionName.after(revision, defect);
        wrong(wrong, defect);
        return wrong;
    }

    /// What is wrong with a revision; empty when nothing is.
    public Optional<String> defect(String revision) {
        return Optional.ofNullable(defects.get(RevisionName.image(revision)));
    }

    /// What a task is told at its start; nothing when its revision is right.
    Map<String, String> environment(TaskOrder order) {
        return defect(order.revision()).map(defect -> Map.of("GAMEDAY_DEFECT", defect)).orElse(Map.of());
    }
}
