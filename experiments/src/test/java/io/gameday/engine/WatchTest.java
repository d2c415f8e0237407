package io.gameday.engine;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.observability.Meter;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Second;
import io.gameday.observability.Server;
import io.gameday.observability.ServerReport.Counted;
import io.gameday.observability.ServerReport.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WatchTest {

    private static final Server ONE = new Server("orders-1", "cell-1", "az1");
    private static final Server TWO = new Server("orders-2", "cell-1", "az1");

    private final List<Event> journal = new ArrayList<>();
    private final Watch watch = new Watch(event -> {
        journal.add(event);
        return new Entry(journal.size(), Instant.EPOCH, "run", event);
    }, List.of(), new Composites(List.of()), 40, new Meter());

    @Test
    void aSilentServerIsSaidOnceAndStandsInEachSecondUntilItTells() {
        for (int second = 0; second < 3; second++) {
            watch.told(new Unknown(ONE, "did not answer within 800 ms"));
            watch.told(new Counted(TWO, 20, 19, 1, List.of()));
            watch.close(Instant.ofEpochSecond(second));
        }
        watch.told(new Counted(ONE, 0, 0, 0, List.of()));
        Second last = watch.close(Instant.ofEpochSecond(3));

        assertThat(journal.getFirst()).isEqualTo(new Event.ServerSilent(ONE, "did not answer within 800 ms"));
        assertThat(journal).filteredOn(Event.ServerSilent.class::isInstance).hasSize(1);
        assertThat(journal).filteredOn(Event.SecondMeasured.class::isInstance)
                .extracting(second -> ((Event.SecondMeasured) second).silent())
                .containsExactly(List.of(ONE), List.of(ONE), List.of(ONE), List.of());
        assertThat(((Event.SecondMeasured) journal.get(1)).series()).containsOnlyKeys("server site",
                "server cell cell-1", "server zone az1", "server cell cell-1 zone az1", "server instance orders-2");
        assertThat(last.tally(Observer.SERVER, new Scope.Instance("orders-1")).requests()).isZero();
        assertThat(last.series()).isNotEmpty();
    }
}
