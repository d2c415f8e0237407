package io.gameday.target;

import java.util.Optional;

/// A port that a target fills, or the reason why it does not.
public sealed interface Port<T> {

    record Present<T>(T port) implements Port<T> {
    }

    record Absent<T>(String reason) implements Port<T> {
    }

    default Optional<T> get() {
        return switch (this) {
            case Present<T>(T port) -> Optional.of(port);
            case Absent<T> absent -> Optional.empty();
        };
    }

    static <T> Port<T> of(T port) {
        return new Present<>(port);
    }

    static <T> Port<T> absent(String reason) {
        return new Absent<>(reason);
    }
}
