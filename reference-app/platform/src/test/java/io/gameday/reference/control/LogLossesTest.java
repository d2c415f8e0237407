package io.gameday.reference.control;

import io.gameday.reference.control.HostState.HostTask;
import io.gameday.reference.control.HostState.Status;
import io.gameday.reference.event.AppEvent;
import io.gameday.reference.event.EventLog;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogLossesTest {

    private static final String LOSES = "(service orders-cell-1) (task orders-1) in az1 loses log lines: its buffer is full "
            + "and the log sink takes none.";

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final EventLog log = new EventLog(clock);
    private final LogLosses losses = new LogLosses(new ServiceEvents("cell-1", log));

    @Test
    void theFirstLossIsToldAtOnceAndTheirNumberOnceNoneIsLostForAWhile() {
        look(Status.RUNNING, 0);
        look(Status.RUNNING, 4);
        look(Status.RUNNING, 9);
        assertThat(texts()).containsExactly(LOSES);

        look(Status.RUNNING, 9);
        look(Status.RUNNING, 9);
        look(Status.RUNNING, 9);
        look(Status.RUNNING, 9);

        assertThat(texts()).containsExactly(LOSES, lost(9));
    }

    @Test
    void ofATaskThatStoppedTheNumberIsToldAtOnce() {
        look(Status.RUNNING, 0);
        look(Status.RUNNING, 4);
        look(Status.STOPPED, 5);

        assertThat(texts()).containsExactly(LOSES, lost(5));
    }

    @Test
    void whatIsLostAgainIsToldAgainAndCountedFromThere() {
        look(Status.RUNNING, 0);
        look(Status.RUNNING, 4);
        clock.advance(Duration.ofSeconds(5));
        look(Status.RUNNING, 4);
        look(Status.RUNNING, 6);
        clock.advance(Duration.ofSeconds(5));
        look(Status.RUNNING, 6);

        assertThat(texts()).containsExactly(LOSES, lost(4), LOSES, lost(2));
    }

    @Test
    void whatWasLostBeforeThisControlPlaneBeganIsNotToldAgain() {
        look(Status.RUNNING, 7);
        clock.advance(Duration.ofSeconds(5));
        look(Status.RUNNING, 7);

        assertThat(texts()).isEmpty();
    }

    private void look(Status status, long lines) {
        losses.look(List.of(new HostTask("orders-1", "cell-1", "az1", status, null, null, 2, "v1", null, lines)),
                clock.ticks());
        clock.advance(Duration.ofSeconds(1));
    }

    private static String lost(int lines) {
        return "(service orders-cell-1) (task orders-1) in az1 has lost " + lines + " log lines.";
    }

    private List<String> texts() {
        return log.after(0).stream().map(AppEvent::text).toList();
    }
}
