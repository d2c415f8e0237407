package io.gameday.target;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gameday.observability.Scope;
import java.util.Arrays;
import java.util.List;

/// Something that whoever runs the system does to it, as a step of an experiment: it breaks nothing, so that it needs no
/// lease, and it is no intervention.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@Type(Operation.Shift.class), @Type(Operation.Scale.class), @Type(Operation.Weights.class),
        @Type(Operation.Backup.class), @Type(Operation.Restore.class), @Type(Operation.Leave.class),
        @Type(Operation.Calm.class)})
public sealed interface Operation {

    String SHIFT = "shift";
    String SCALE = "scale";
    String WEIGHTS = "weights";
    String BACKUP = "backup";
    String RESTORE = "restore";
    String LEAVE = "leave";
    String CALM = "calm";

    /// Every kind that a step can ask for, in the order above.
    List<String> KINDS = Arrays.stream(Operation.class.getPermittedSubclasses())
            .map(kind -> kind.getAnnotation(JsonTypeName.class).value()).filter(kind -> !kind.equals(CALM)).toList();

    /// Tasks of a cell at most; a step that asks for more is a slip of the pen.
    int MOST_TASKS = 100;

    /// What it is done to.
    Scope scope();

    /// The word used in the experiment file.
    default String kind() {
        return getClass().getAnnotation(JsonTypeName.class).value();
    }

    /// Whether it stays in force until it is taken back.
    boolean lasting();

    /// For people, such as `zonal shift away from az1`.
    String words();

    /// Zonal shift: new requests leave the zone.
    @JsonTypeName(SHIFT)
    record Shift(String zone) implements Operation {
        @Override
        public Scope scope() {
            return new Scope.Zone(zone);
        }

        @Override
        public boolean lasting() {
            return true;
        }

        @Override
        public String words() {
            return "zonal shift away from " + zone;
        }
    }

    /// Desired tasks of a cell.
    ///
    /// @param tasks 1 to [#MOST_TASKS]
    @JsonTypeName(SCALE)
    record Scale(String cell, int tasks) implements Operation {

        public Scale {
            if (tasks < 1 || tasks > MOST_TASKS) {
                throw new IllegalArgumentException("tasks is " + tasks + "; allowed: 1 to " + MOST_TASKS);
            }
        }

        @Override
        public Scope scope() {
            return new Scope.Cell(cell);
        }

        @Override
        public boolean lasting() {
            return false;
        }

        @Override
        public String words() {
            return cell + " scaled to " + tasks + (tasks == 1 ? " task" : " tasks");
        }
    }

    /// How requests are shared between the old stack and the new one. It stays until it is changed again: by another step, a
    /// person, or the platform on suspicion.
    ///
    /// @param newPercent of the requests for the new stack, the rest for the old one; 0 to 100
    @JsonTypeName(WEIGHTS)
    record Weights(int newPercent) implements Operation {

        public Weights {
            if (newPercent < 0 || newPercent > 100) {
                throw new IllegalArgumentException("newPercent is " + newPercent + "; allowed: 0 to 100");
            }
        }

        @Override
        public Scope scope() {
            return Scope.SITE;
        }

        @Override
        public boolean lasting() {
            return false;
        }

        @Override
        public String words() {
            return newPercent + " % of the requests to the new stack";
        }
    }

    /// The orders of a cell's database as they are now, to restore from; the newest alone is kept.
    @JsonTypeName(BACKUP)
    record Backup(String cell) implements Operation {
        @Override
        public Scope scope() {
            return new Scope.Cell(cell);
        }

        @Override
        public boolean lasting() {
            return false;
        }

        @Override
        public String words() {
            return "backup of the database of " + cell;
        }
    }

    /// A cell's database goes back to its newest backup: orders since then are lost, and until it is done the cell takes none.
    @JsonTypeName(RESTORE)
    record Restore(String cell) implements Operation {
        @Override
        public Scope scope() {
            return new Scope.Cell(cell);
        }

        @Override
        public boolean lasting() {
            return false;
        }

        @Override
        public String words() {
            return "database of " + cell + " restored from its backup";
        }
    }

    /// A configuration without the zone is ordered for every cell, and deployed unit by unit: the way to leave a zone where there
    /// is no zonal shift. Taken back, the configuration of before is ordered again.
    @JsonTypeName(LEAVE)
    record Leave(String zone) implements Operation {
        @Override
        public Scope scope() {
            return new Scope.Zone(zone);
        }

        @Override
        public boolean lasting() {
            return true;
        }

        @Override
        public String words() {
            return "deployment that leaves " + zone;
        }
    }

    /// Nothing at all, for as long as a fault would have been in force: what happens now, happens without the fault.
    ///
    /// @param insteadOf the fault, in words
    @JsonTypeName(CALM)
    record Calm(String insteadOf) implements Operation {
        @Override
        public Scope scope() {
            return Scope.SITE;
        }

        @Override
        public boolean lasting() {
            return true;
        }

        @Override
        public String words() {
            return "nothing, in place of " + insteadOf;
        }
    }
}
