package io.gameday.reference.host;

import io.gameday.observability.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The tasks a fault may act on, as they are now. For the host's loop.
///
/// @param state asked every time
record TasksThere(Supplier<HostState> state) {

    /// Those that are running and have not been told to stop, the one that was ordered first at the head.
    List<HostState.Task> running(Scope scope) {
        return alive(scope).stream()
                .filter(task -> task.status() == HostState.Status.RUNNING && task.stoppedReason() == null).toList();
    }

    /// Those that are running or starting.
    List<HostState.Task> alive(Scope scope) {
        return state.get().tasks().stream()
                .filter(task -> task.status() != HostState.Status.STOPPED && scope.covers(task.cell(), task.zone()))
                .toList();
    }

    /// Empty when it has stopped.
    Optional<HostState.Task> alive(String id) {
        return alive(Scope.SITE).stream().filter(task -> task.id().equals(id)).findFirst();
    }
}
