package io.gameday.reference.control;

/// What the host is asked to do.
public sealed interface Command {

    /// @param key by which the answer is given back to [CellControl]
    record Start(int key, String cell, String zone, String revision) implements Command {
    }

    record Stop(String task) implements Command {
    }
}
