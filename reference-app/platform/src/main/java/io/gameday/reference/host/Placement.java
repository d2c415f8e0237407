package io.gameday.reference.host;

/// The host's answer to an order for a task.
public sealed interface Placement {

    record Placed(String id) implements Placement {
    }

    record Refused(Reason reason, String why) implements Placement {
    }

    enum Reason {
        NO_POWER, NO_SLOT
    }
}
