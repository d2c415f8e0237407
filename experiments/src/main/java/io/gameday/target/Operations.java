package io.gameday.target;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Has the system do what its operators can do. What is in force for a time ends there by itself, whether or not anybody
/// of ours still lives.
public interface Operations {

    /// Begins `operation`; fails with the reason where the system refuses.
    ///
    /// @param lasts how long it stays in force at most; null for what does not
    void begin(Operation operation, @Nullable Duration lasts, Reply<Done> reply);

    /// Takes a lasting operation back. Without effect when it has ended already.
    void takeBack(Operation operation, Reply<Done> reply);

    /// @param text what the system says that it did
    record Done(String text) {
    }
}
