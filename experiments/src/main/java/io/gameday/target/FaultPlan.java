package io.gameday.target;

import java.util.List;

/// What a fault would reach, computed before it is injected.
///
/// @param cells  cells with at least one task in reach
/// @param zones  zones with at least one task in reach
/// @param tasks  the tasks in reach
/// @param undo   the command that would take the fault away by hand
/// @param endsBy who ends it when all of ours are dead
public record FaultPlan(Fault fault, List<String> cells, List<String> zones, List<Task> tasks, String undo,
        String endsBy) {
}
