package io.gameday.reference.orders;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is wrong with the revision that this task runs. Which revision has which is the deployer's knowledge; the task
/// is told by its environment, as if the wrong code had been built into it.
enum Defect {
    /// Half of the orders fail with an exception ([Shelves]); health and canaries are fine.
    ERRORS,
    /// Every order takes [OrderService#SLOWNESS] longer, slot in hand.
    SLOW,
    /// Health is DOWN while every request is served ([RevisionHealth]).
    UNHEALTHY,
    /// The process ends [Crash#DELAY] after it is ready.
    CRASH;

    /// As it stands in the environment, such as `errors`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String words() {
        return Arrays.stream(values()).map(Defect::word).collect(Collectors.joining(", "));
    }

    static Optional<Defect> of(String word) {
        return Arrays.stream(values()).filter(defect -> defect.word().equals(word)).findFirst();
    }
}
