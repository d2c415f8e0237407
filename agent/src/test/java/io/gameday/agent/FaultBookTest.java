package io.gameday.agent;

import io.gameday.agent.ledger.Ledger;
import io.gameday.agent.ledger.LedgerEntry;
import io.gameday.agent.ledger.Reach;
import io.gameday.agent.ledger.Standing.Stage;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.agent.prober.Suspects;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.time.VirtualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Whose doing a hit outside the plan may be.
class FaultBookTest {

    private static final Suspects FIRST_EXCUSED = new Suspects(Set.of("az1"), Set.of("orders-1"));

    private Ledger ledger;
    private FaultBook book;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = Ledger.open(new StateFolder(folder.resolve("state")), "r1", folder.resolve("run"),
                new VirtualClock(Instant.EPOCH));
        book = new FaultBook("r1", ledger, line -> {
        });
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /// The fault's number is that of its zone and of its only task.
    private void begin(int number) {
        String zone = "az" + number;
        Reach reach = new Reach(List.of(),
                List.of(new Reach.Place("orders-" + number, zone, "127.0.0.1:1", true, true, null)));
        FaultPlan plan = new FaultPlan(new Fault.ZonePowerLoss(zone), List.of("cell-1"), List.of(zone), List.of(),
                "undo", "host");
        book.begin(new LedgerEntry.Intent("f" + number, "r1.f" + number, plan, reach, "undo", "127.0.0.1:1", "token",
                null, Duration.ofSeconds(40), Duration.ofSeconds(8)));
        book.move("f" + number, Stage.IN_FORCE);
    }

    @Test
    void aFaultInForceExcusesWhatItHits() {
        begin(1);
        begin(2);
        assertThat(book.suspects("f2")).isEqualTo(FIRST_EXCUSED);
    }

    @Test
    void oneThatEndedMeanwhileExcusesItsTasksAllTheSame() {
        begin(1);
        begin(2);
        book.move("f1", Stage.ENDED);
        assertThat(book.suspects("f2")).isEqualTo(new Suspects(Set.of(), Set.of("orders-1")));
    }

    @Test
    void oneThatWasOverBeforeExcusesNobody() {
        begin(1);
        book.move("f1", Stage.ENDED);
        begin(2);
        assertThat(book.suspects("f2")).isEqualTo(Suspects.NONE_EXCUSED);
    }

    @Test
    void oneThatIsOnlySaidToBeOverExcusesWhatItHits() {
        begin(1);
        book.move("f1", Stage.REVERTED);
        begin(2);
        assertThat(book.suspects("f2")).isEqualTo(FIRST_EXCUSED);
    }
}
