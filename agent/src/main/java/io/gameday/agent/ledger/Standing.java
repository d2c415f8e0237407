package io.gameday.agent.ledger;

import io.gameday.target.Fault;
import io.gameday.target.Faults;

/// How a fault stands by its ledger.
public record Standing(String run, LedgerEntry.Intent intent, Stage stage) {

    public enum Stage {
        /// Written down; whether it was injected is not known.
        INTENDED,
        /// Injected.
        IN_FORCE,
        /// Asked to end, not known to have.
        REVERTING,
        /// The driver says it ended; nobody has looked yet.
        REVERTED,
        /// Over for certain.
        ENDED
    }

    public String id() {
        return intent.id();
    }

    public Fault fault() {
        return intent.plan().fault();
    }

    /// Anything but over for certain.
    public boolean mayBeInForce() {
        return stage != Stage.ENDED;
    }

    public Faults.InForce inForce() {
        return new Faults.InForce(id(), run, fault(), intent.undo());
    }

    public Standing at(Stage next) {
        return new Standing(run, intent, next);
    }

    /// What `entry`, which is about this fault, makes of it.
    Standing after(LedgerEntry entry) {
        return switch (entry) {
            case LedgerEntry.AgentStarted started -> this;
            case LedgerEntry.Intent again -> this;
            case LedgerEntry.Injected injected -> at(Stage.IN_FORCE);
            case LedgerEntry.InjectionFailed failed -> at(failed.nothingLeft() ? Stage.ENDED : Stage.REVERTING);
            case LedgerEntry.Reverting reverting -> at(Stage.REVERTING);
            case LedgerEntry.Reverted reverted -> at(reverted.done() ? Stage.REVERTED : Stage.REVERTING);
            case LedgerEntry.ConfirmedGone gone -> at(Stage.ENDED);
            case LedgerEntry.GoneWithTarget gone -> at(Stage.ENDED);
        };
    }
}
