package io.gameday.reference.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `GET /state` tells.
public record HostState(List<Zone> zones, List<Task> tasks) {

    /// @param machine `host:port` of the zone's machine, also while it has no power
    public record Zone(String zone, boolean power, String machine, int slots, int usedSlots) {
    }

    /// @param service    absent until the task is running
    /// @param management absent until the task is running
    /// @param startTicks of the process, see `ProcessIdentity`; -1 where unknown
    /// @param lostLines  of its log, since it began
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Task(String id, String cell, String zone, Status status, @Nullable String service,
            @Nullable String management, int slots, String revision, long pid, long startTicks,
            @Nullable String stoppedReason, long lostLines) {

        public Task(String id, String cell, String zone, Status status, @Nullable String service,
                @Nullable String management, int slots, String revision, long pid, long startTicks,
                @Nullable String stoppedReason) {
            this(id, cell, zone, status, service, management, slots, revision, pid, startTicks, stoppedReason, 0);
        }
    }

    public enum Status {
        STARTING, RUNNING, STOPPED
    }
}
