package io.gameday.reference.host;

import io.gameday.target.Fault;
import java.util.function.Consumer;

/// One kind of fault, where it acts. Runs on the host's loop; answers there.
interface Effect {

    /// Applies the fault. Anything but Applied or Over: nothing has been left applied.
    void apply(String id, Fault fault, Consumer<Applying> then);

    sealed interface Applying {

        /// In force until it is undone.
        record Applied(Undo undo) implements Applying {
        }

        /// Done; nothing stays, as after a crash.
        record Over(String what) implements Applying {
        }

        /// It cannot be now.
        record Refused(String why) implements Applying {
        }

        /// It can never be.
        record Invalid(String why) implements Applying {
        }
    }

    /// Takes it away, trying again by itself until it is done or its target is gone; `done` is called once then.
    /// Calling it twice is without effect.
    interface Undo {
        void undo(Runnable done);
    }
}
