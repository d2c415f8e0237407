package io.gameday.reference.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the host's `GET /state` tells, as far as the control plane may use it: whether a zone has power is not
/// among it, that has to be observed.
public record HostState(List<Zone> zones, List<HostTask> tasks) {

    /// @param machine address of the endpoint that answers while the zone's machine does
    public record Zone(String zone, String machine) {
    }

    /// @param service    where requests go, once the task has told its port
    /// @param management where its health is asked
    public record HostTask(String id, String cell, String zone, Status status, @Nullable String service,
            @Nullable String management, int slots, @Nullable String stoppedReason) {
    }

    public enum Status {
        STARTING, RUNNING, STOPPED
    }
}
