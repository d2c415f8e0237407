package io.gameday.reference.orders.process;

import java.util.List;

/// The environment variables of a process are not usable. The message holds every problem, one to a line.
public final class InvalidEnvironment extends Exception {
    private final transient List<String> problems;

    InvalidEnvironment(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /// Each problem names the variable, its value and what is allowed.
    public List<String> problems() {
        return problems;
    }
}
