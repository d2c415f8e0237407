package io.gameday.observability;

import org.jspecify.annotations.Nullable;

/// Who tells what it counted itself.
///
/// @param instance name of the task, or of what stands in front of the tasks, such as `router`
/// @param cell     null for what stands in front of the tasks
/// @param zone     likewise
public record Server(String instance, @Nullable String cell, @Nullable String zone) {

    /// Whether it is a task of `scope`; the site is all tasks.
    public boolean within(Scope scope) {
        return switch (scope) {
            case Scope.Site _ -> cell != null;
            case Scope.Cell(String name) -> name.equals(cell);
            case Scope.Zone(String name) -> name.equals(zone);
            case Scope.CellZone(String ofCell, String ofZone) -> ofCell.equals(cell) && ofZone.equals(zone);
            case Scope.Instance(String name) -> name.equals(instance);
        };
    }
}
