package io.gameday.experiment;

import io.gameday.target.Fault;
import java.util.List;

/// A field that a step has because of the kind of fault that it injects.
///
/// @param name     as in the file
/// @param required whether the file must give it
/// @param sample   a value that can be taken as a start; empty for `zone`, `cell` and `for`, which the system and the
///                 day decide
public record FaultField(String name, boolean required, String sample) {

    private static final FaultField ZONE = needed("zone", "");
    private static final FaultField CELL = needed("cell", "");
    private static final FaultField ANY_ZONE = new FaultField("zone", false, "");
    private static final FaultField ANY_CELL = new FaultField("cell", false, "");
    private static final FaultField DELAY = needed("delay", "300ms");
    private static final FaultField SHARE = needed("share", "30 %");
    private static final FaultField FOR = needed("for", "40s");
    private static final FaultField DEPENDENCY = needed("dependency", "inventory");

    /// The fields of a kind; empty when there is no such kind.
    public static List<FaultField> of(String kind) {
        return switch (kind) {
            case Fault.ZONE_POWER_LOSS, Fault.ZONE_PARTITION -> List.of(ZONE, FOR);
            case Fault.ZONE_LATENCY -> List.of(ZONE, DELAY, new FaultField("jitter", false, "50ms"), FOR);
            case Fault.ZONE_LOSS -> List.of(ZONE, SHARE, FOR);
            case Fault.TASK_CRASH -> List.of(ZONE, CELL);
            case Fault.TASK_HANG -> List.of(ZONE, CELL, FOR);
            case Fault.TASK_LATENCY -> List.of(ZONE, CELL, DELAY, FOR);
            case Fault.TASK_ERRORS -> List.of(ZONE, CELL, SHARE, FOR);
            case Fault.TASK_MEMORY -> List.of(ZONE, CELL, new FaultField("fill", false, "85 %"), FOR);
            case Fault.LOG_SINK_STALL -> List.of(ANY_ZONE, ANY_CELL, FOR);
            case Fault.DEPENDENCY_SLOW -> List.of(DEPENDENCY, ANY_ZONE, ANY_CELL, DELAY, FOR);
            case Fault.DEPENDENCY_DOWN -> List.of(DEPENDENCY, ANY_ZONE, ANY_CELL, FOR);
            case Fault.DATABASE_SLOW -> List.of(CELL, DELAY, FOR);
            case Fault.CONTROL_PLANE_DOWN -> List.of(CELL, FOR);
            case Fault.BAD_DEPLOY -> List.of(CELL, needed("defect", "errors"), FOR);
            case Fault.BAD_CONFIG -> List.of(ZONE, ANY_CELL, FOR);
            case Fault.BAD_ALARM -> List.of(FOR);
            case Fault.POISON_PILL -> List.of(needed("customer", "c-01"), FOR);
            case Fault.SURGE -> List.of(needed("rate", "120/s"), FOR);
            case Fault.EXTERNAL -> List.of(needed("what", "switch it off by hand"), ZONE, ANY_CELL, FOR);
            default -> List.of();
        };
    }

    private static FaultField needed(String name, String sample) {
        return new FaultField(name, true, sample);
    }
}
