package io.gameday.target;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.gameday.observability.Scope;
import java.util.List;

/// Something to break, in the words of the experiment file.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = Fault.ZonePowerLoss.class, name = Fault.ZONE_POWER_LOSS),
        @JsonSubTypes.Type(value = Fault.TaskCrash.class, name = Fault.TASK_CRASH)})
public sealed interface Fault {

    String ZONE_POWER_LOSS = "zone-power-loss";
    String TASK_CRASH = "task-crash";
    List<String> KINDS = List.of(ZONE_POWER_LOSS, TASK_CRASH);

    /// The word used in the experiment file.
    String kind();

    /// What it is aimed at.
    Scope scope();

    /// All tasks of the zone die, and none can start there while the fault lasts.
    record ZonePowerLoss(String zone) implements Fault {
        @Override
        public String kind() {
            return ZONE_POWER_LOSS;
        }

        @Override
        public Scope scope() {
            return new Scope.Zone(zone);
        }
    }

    /// One task of a cell in a zone is killed (SIGKILL). Nothing stays in force; the platform starts another.
    record TaskCrash(String cell, String zone) implements Fault {
        @Override
        public String kind() {
            return TASK_CRASH;
        }

        @Override
        public Scope scope() {
            return new Scope.CellZone(cell, zone);
        }
    }
}
