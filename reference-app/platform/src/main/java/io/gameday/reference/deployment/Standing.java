package io.gameday.reference.deployment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How deployments stand: what has to outlive the control plane, or a revision that failed would be rolled out again by the
/// next one.
///
/// @param completed by cell, the revision that it was deployed to last
/// @param failed    by cell, what was ordered and failed
/// @param outOfUse  failed units whose tasks are not well again yet
/// @param underWay  the deployment that goes on; null when there is none
public record Standing(Map<String, String> completed, Map<String, String> failed, List<Unit> outOfUse,
        @Nullable UnderWay underWay) {

    /// Before anything was deployed.
    public static final Standing NONE = new Standing(Map.of(), Map.of(), List.of(), null);

    public Standing {
        completed = Map.copyOf(completed);
        failed = Map.copyOf(failed);
        outOfUse = List.copyOf(outOfUse);
    }

    /// @param cells         that get the revision
    /// @param wave          that is deployed to now, from 0; those before it are done
    /// @param alarmsIgnored an alarm rang already when it began
    public record UnderWay(String revision, List<String> cells, int wave, boolean alarmsIgnored) {
        public UnderWay {
            cells = List.copyOf(cells);
        }
    }
}
