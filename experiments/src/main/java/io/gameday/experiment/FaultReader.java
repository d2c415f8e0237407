package io.gameday.experiment;

import io.gameday.target.Fault;
import java.util.Optional;

/// Reads what a step injects.
final class FaultReader {

    private final ExpectationReader.Names names;

    FaultReader(ExpectationReader.Names names) {
        this.names = names;
    }

    /// Empty when it could not be read; the problem has been told.
    Optional<Fault> read(Fields step) {
        String kind = step.oneOf("inject", Fault.KINDS);
        return switch (kind) {
            case Fault.ZONE_POWER_LOSS -> Optional.of(new Fault.ZonePowerLoss(step.oneOf("zone", names.zones())));
            case Fault.TASK_CRASH ->
                Optional.of(new Fault.TaskCrash(step.oneOf("cell", names.cells()), step.oneOf("zone", names.zones())));
            default -> {
                // The place is checked all the same, so that one pass tells everything.
                names.scope(step);
                yield Optional.empty();
            }
        };
    }
}
