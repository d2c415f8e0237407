package io.gameday.agent.prober;

import io.gameday.agent.ledger.Before;
import io.gameday.agent.ledger.Calm;
import io.gameday.agent.ledger.Reach;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// Two tasks in reach, t1 and t2, and one that is not, t3; each took 100 ms for an order before.
final class Stage {

    static final ProcessIdentity LIVING = new ProcessIdentity(1, 1, "boot");
    static final Sight REFUSES = new Sight.Refuses();
    static final Sight LOST = new Sight.BreaksOff("closed");

    private Stage() {
    }

    static Reach.Place place(String task, boolean planned) {
        Before before = new Before(5, 5, Duration.ofMillis(100), 0, "1", 150L);
        return new Reach.Place(task, planned ? "az1" : "az2", task, planned, true, LIVING,
                planned ? "cell-1" : "cell-2", before);
    }

    static Reach reach() {
        return new Reach(List.of(), List.of(place("t1", true), place("t2", true), place("t3", false)), null,
                new Calm(100, List.of(), "3 in a row"));
    }

    static Scene scene(Presence wanted) {
        return new Scene("az1", reach(), Suspects.NONE_EXCUSED, wanted, process -> true);
    }

    /// Where every process has ended.
    static Scene deserted(Presence wanted) {
        return new Scene("az1", reach(), Suspects.NONE_EXCUSED, wanted, process -> false);
    }

    static Sight served(long millis) {
        return served(millis, "available", "1");
    }

    static Sight served(long millis, String stock, String revision) {
        return new Sight.Answers(201, "{\"stock\":\"" + stock + "\",\"revision\":\"" + revision + "\"}",
                Duration.ofMillis(millis));
    }

    static Sight failed(long millis) {
        return new Sight.Answers(500, "{\"error\":\"failed\",\"revision\":\"1\"}", Duration.ofMillis(millis));
    }

    static Sight overloaded() {
        return new Sight.Answers(503, "{\"error\":\"overloaded\"}", Duration.ofMillis(1));
    }

    static Sight waited(long millis) {
        return new Sight.Silent("within " + millis + " ms", Duration.ofMillis(millis));
    }

    static List<Sight> times(int count, Sight sight) {
        return Collections.nCopies(count, sight);
    }

    /// With all strangers taken for certain.
    static Presence presence(Finding finding) {
        return told(finding).presence();
    }

    static Observation told(Finding finding) {
        return finding.observation(finding.strangers());
    }

    static Suspects excusing(String task) {
        return new Suspects(Set.of(), Set.of(task));
    }
}
