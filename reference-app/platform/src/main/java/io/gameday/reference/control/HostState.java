package io.gameday.reference.control;

import io.gameday.reference.policy.EvictionRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the host's `GET /state` tells, as far as the control plane may use it: whether a zone has power is not
/// among it, that has to be observed.
///
/// @param settings what is set from outside; the host keeps it so that it outlives this process
public record HostState(List<Zone> zones, List<HostTask> tasks, Settings settings) {

    /// @param machine address of the endpoint that answers while the zone's machine does
    public record Zone(String zone, String machine) {
    }

    /// @param service    where requests go, once the task has told its port
    /// @param management where its health is asked
    /// @param lostLines  of its log, since it began
    public record HostTask(String id, String cell, String zone, Status status, @Nullable String service,
            @Nullable String management, int slots, String revision, @Nullable String stoppedReason, long lostLines) {

        public HostTask(String id, String cell, String zone, Status status, @Nullable String service,
                @Nullable String management, int slots, String revision, @Nullable String stoppedReason) {
            this(id, cell, zone, status, service, management, slots, revision, stoppedReason, 0);
        }
    }

    /// @param cells  by name
    /// @param latest the image that the tag `latest` means now
    public record Settings(Map<String, CellSettings> cells, EvictionRule eviction, String latest) {
    }

    /// @param revision         that every task is to have
    /// @param controlPlaneDown whether nothing may be done for this cell
    public record CellSettings(String revision, boolean controlPlaneDown) {
    }

    public enum Status {
        STARTING, RUNNING, STOPPED
    }
}
