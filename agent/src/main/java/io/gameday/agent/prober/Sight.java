package io.gameday.agent.prober;

/// What a knock at an address showed.
sealed interface Sight {

    /// @param body what was answered, with any status
    record Answers(int status, String body) implements Sight {
    }

    /// Nothing listens there.
    record Refuses() implements Sight {
    }

    /// Neither: no answer in time, or a broken one.
    record Silent(String why) implements Sight {
    }
}
