package io.gameday.reference.policy;

import io.gameday.reference.policy.ZoneShift.Reach;
import io.gameday.reference.policy.ZoneShift.Shift;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ZoneShiftTest {

    private static final Instant NOW = Instant.parse("2026-11-19T14:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(60);
    private static final Map<String, Set<String>> WELL = Map.of("cell-1", Set.of("az1", "az2"), "cell-2",
            Set.of("az1", "az2", "az3"));

    private final ZoneShift shift = new ZoneShift();

    @Test
    void aShiftIsInForceUntilItsTimeIsOverAndThatIsToldOnce() {
        assertThat(shift.refusal("az1", WELL, Reach.OWN_CELL, NOW)).isEmpty();
        shift.begin("az1", UNTIL);

        assertThat(shift.inForce(UNTIL.minusMillis(1))).contains(new Shift("az1", UNTIL));
        assertThat(shift.expired(UNTIL.minusMillis(1))).isEmpty();
        assertThat(shift.inForce(UNTIL)).isEmpty();
        assertThat(shift.expired(UNTIL)).contains(new Shift("az1", UNTIL));
        assertThat(shift.expired(UNTIL)).isEmpty();
    }

    @Test
    void onlyOneZoneAtATimeIsLeft() {
        shift.begin("az1", UNTIL);

        assertThat(shift.refusal("az2", WELL, Reach.OWN_CELL, NOW))
                .contains("one zone at a time: az1 is shifted away until 2026-11-19T14:01:00Z; take that back first");
        assertThat(shift.refusal("az2", Map.of("cell-1", Set.of("az2", "az3")), Reach.OWN_CELL, UNTIL)).isEmpty();
    }

    @Test
    void theLastHealthyZoneOfACellIsNotLeft() {
        var ill = Map.of("cell-1", Set.of("az1"), "cell-2", Set.of("az1", "az2"));

        assertThat(shift.refusal("az1", ill, Reach.OWN_CELL, NOW))
                .contains("without az1 there would be no healthy task in cell-1; nothing was shifted");
        assertThat(shift.refusal("az2", ill, Reach.OWN_CELL, NOW)).isEmpty();
    }

    @Test
    void whereCustomersMayUseAnotherCellOneOfThemMustBeLeft() {
        var oneZoneEach = Map.of("cell-1", Set.of("az1"), "cell-2", Set.of("az2"));

        assertThat(shift.refusal("az1", oneZoneEach, Reach.ANY_CELL, NOW)).isEmpty();
        assertThat(
                shift.refusal("az1", Map.of("cell-1", Set.of("az1"), "cell-2", Set.<String>of()), Reach.ANY_CELL, NOW))
                .contains("without az1 there would be no healthy task in cell-1, cell-2; nothing was shifted");
    }

    @Test
    void takingBackEndsTheShiftOfThatZoneAndOfNoOther() {
        shift.begin("az1", UNTIL);

        assertThat(shift.takeBack("az2")).isFalse();
        assertThat(shift.inForce(NOW)).isPresent();
        assertThat(shift.takeBack("az1")).isTrue();
        assertThat(shift.inForce(NOW)).isEmpty();
        assertThat(shift.takeBack("az1")).isFalse();
    }
}
