package io.gameday.reference.host;

import io.gameday.target.Fault;
import java.util.function.Consumer;

/// One kind of fault, where it acts. Runs on the host's loop, and answers there.
public interface Effect {

    /// Applies the fault. Anything but [Applying.Applied] and [Applying.Over]: nothing has been left applied.
    ///
    /// @param id    the fault's name
    /// @param fault of a kind that this effect is for
    void apply(String id, Fault fault, Consumer<Applying> then);

    /// What became of it.
    sealed interface Applying {

        /// In force until `undo`.
        record Applied(Undo undo) implements Applying {
        }

        /// Done; nothing stays in force.
        record Over(String what) implements Applying {
        }

        /// Not now: what it is aimed at is not there, or not as it must be.
        record Refused(String why) implements Applying {
        }

        /// Never: the host has nothing of that name.
        record Invalid(String why) implements Applying {
        }
    }

    /// Takes it away.
    @FunctionalInterface
    interface Undo {

        /// Tries again by itself until it is done or its target is gone. Asked once.
        ///
        /// @param done run once it is
        void undo(Runnable done);
    }
}
