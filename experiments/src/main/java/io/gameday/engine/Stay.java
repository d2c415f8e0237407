package io.gameday.engine;

import io.gameday.target.Answer;
import io.gameday.target.Reply;
import io.gameday.target.Traffic;
import io.gameday.target.Transfer;
import java.util.Optional;
import java.util.function.Consumer;

/// The customers' stay: they come, they go home, and what they were promised is read back.
final class Stay {

    private final Traffic traffic;
    private boolean coming;
    private boolean there;

    Stay(Traffic traffic) {
        this.traffic = traffic;
    }

    /// @param then told the reason when they cannot come, nothing when they are there
    void begin(Traffic.Plan plan, Consumer<Optional<String>> then) {
        coming = true;
        traffic.start(plan, answer -> {
            coming = false;
            there = answer instanceof Answer.Ok<Traffic.Started>;
            then.accept(
                    answer instanceof Answer.Failed<Traffic.Started>(String why) ? Optional.of(why) : Optional.empty());
        });
    }

    /// They were asked and have not answered: whoever wants to end waits for that.
    boolean coming() {
        return coming;
    }

    boolean there() {
        return there;
    }

    /// Why nothing of what they were promised can be read back; empty where it can.
    Optional<String> nothingToReadBack() {
        return traffic.nothingToReadBack();
    }

    /// What went between zones, once they have gone home.
    Optional<Transfer> transfer() {
        return traffic.transfer();
    }

    /// Sends them home.
    void end(Reply<Traffic.Stopped> stopped) {
        traffic.stop(stopped);
    }

    /// Sends them home and reads back what they were promised.
    void readBack(Reply<Traffic.ReadBack> readBack) {
        traffic.stop(stopped -> traffic.readBack(readBack));
    }

    /// Sends them home without asking for anything.
    void abandon() {
        traffic.stop(stopped -> {
        });
    }
}
