package io.gameday.reference.policy;

import io.gameday.reference.policy.CellEvacuation.Back;
import io.gameday.reference.policy.CellEvacuation.Change;
import io.gameday.reference.policy.CellEvacuation.Hosts;
import io.gameday.reference.policy.CellEvacuation.Mode;
import io.gameday.reference.policy.CellEvacuation.Out;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CellEvacuationTest {

    private static final List<String> CELLS = List.of("cell-1", "cell-2", "cell-3", "cell-4", "cell-5");
    private static final Hosts WELL = new Hosts(2, 2);
    private static final Hosts ILL = new Hosts(0, 2);
    private static final String WHY = "0 of 2 hosts healthy for 3 s, wanted at least half";

    private final CellEvacuation any = new CellEvacuation(Mode.ANY);
    private final CellEvacuation limited = new CellEvacuation(Mode.LIMITED);
    private int second;

    /// Looks for so many seconds at these cells being ill, all others well.
    private List<Change> look(CellEvacuation evacuation, int seconds, String... ill) {
        Map<String, Hosts> hosts = new LinkedHashMap<>();
        CELLS.forEach(cell -> hosts.put(cell, List.of(ill).contains(cell) ? ILL : WELL));
        return look(evacuation, seconds, hosts);
    }

    private List<Change> look(CellEvacuation evacuation, int seconds, Map<String, Hosts> hosts) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < seconds; i++) {
            changes.addAll(evacuation.look(hosts, Duration.ofSeconds(second++).toNanos()));
        }
        return changes;
    }

    @Test
    void aCellThatIsIllForThreeSecondsLeavesTheName() {
        assertThat(look(any, 3, "cell-2")).isEmpty();
        assertThat(look(any, 1, "cell-2")).containsExactly(new Out("cell-2", WHY, false));
        assertThat(any.inName(CELLS)).containsExactly("cell-1", "cell-3", "cell-4", "cell-5");
    }

    @Test
    void halfOfTheHostsIsEnoughAndNoHostAtAllIsNot() {
        assertThat(look(any, 10, Map.of("cell-1", new Hosts(1, 2)))).isEmpty();
        assertThat(look(any, 10, Map.of("cell-1", new Hosts(0, 0)))).hasSize(1);
    }

    @Test
    void aCellThatHasHadNoHostYetIsNotTakenOut() {
        assertThat(look(any, 10, Map.of("cell-1", new Hosts(0, 0)))).isEmpty();
        assertThat(look(any, 10, Map.of("cell-1", new Hosts(1, 1)))).isEmpty();
    }

    @Test
    void itIsBackOnceItHasBeenWellForTenSeconds() {
        look(any, 4, "cell-2");
        assertThat(look(any, 9)).isEmpty();
        assertThat(look(any, 1, "cell-2")).isEmpty();
        assertThat(look(any, 10)).isEmpty();
        assertThat(look(any, 1)).containsExactly(new Back("cell-2"));
        assertThat(any.inName(CELLS)).isEqualTo(CELLS);
    }

    @Test
    void whenNoCellIsLeftTheNameFailsOpen() {
        List<Change> changes = look(any, 4, CELLS.toArray(String[]::new));
        assertThat(changes).hasSize(5).contains(new Out("cell-4", WHY, false), new Out("cell-5", WHY, true));
        assertThat(any.inName(CELLS)).isEqualTo(CELLS);
    }

    @Test
    void itStaysOpenUntilAllButOneInFiveAreBackSoThatTheFirstOneDoesNotGetEverything() {
        look(any, 4, CELLS.toArray(String[]::new));
        assertThat(look(any, 11, "cell-4", "cell-5")).hasSize(3).allMatch(Back.class::isInstance);
        assertThat(any.inName(CELLS)).isEqualTo(CELLS);
        assertThat(look(any, 11, "cell-5")).containsExactly(new Back("cell-4"));
        assertThat(any.inName(CELLS)).containsExactly("cell-1", "cell-2", "cell-3", "cell-4");
    }

    @Test
    void withALimitOneInFiveIsOutAtATimeTheWorstFirst() {
        Map<String, Hosts> hosts = new LinkedHashMap<>();
        CELLS.forEach(cell -> hosts.put(cell, new Hosts(1, 3)));
        hosts.put("cell-4", new Hosts(0, 3));
        assertThat(look(limited, 30, hosts))
                .containsExactly(new Out("cell-4", "0 of 3 hosts healthy for 3 s, wanted at least half", false));
        hosts.put("cell-4", new Hosts(3, 3));
        assertThat(look(limited, 11, hosts)).containsExactly(new Back("cell-4"),
                new Out("cell-1", "1 of 3 hosts healthy for 3 s, wanted at least half", false));
    }

    @Test
    void ofFewCellsOneMayLeaveAllTheSame() {
        assertThat(look(limited, 4, Map.of("cell-1", ILL, "cell-2", WELL))).hasSize(1);
    }

    @Test
    void switchedOffNoneLeaves() {
        assertThat(look(new CellEvacuation(Mode.NONE), 60, "cell-1", "cell-2")).isEmpty();
    }

    @Test
    void aCellOfWhichNothingIsKnownStaysAsItIs() {
        look(any, 4, "cell-2");
        assertThat(look(any, 30, Map.of("cell-1", WELL))).isEmpty();
        assertThat(any.out("cell-2")).isTrue();
        assertThat(any.out("cell-9")).isFalse();
    }
}
