package io.gameday.reference.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlacementTest {

    private static final List<String> ZONES = List.of("az1", "az2", "az3");

    @ParameterizedTest(name = "{0} tasks, {1} avoided: {2}")
    @CsvSource({"3, '', '{az1=1, az2=1, az3=1}'", "4, '', '{az1=2, az2=1, az3=1}'", "3, az2, '{az1=2, az2=0, az3=1}'",
            "2, az1, '{az1=0, az2=1, az3=1}'"})
    void spreadsOverTheZonesThatAreUsable(int desired, String avoided, String spread) {
        Map<String, Integer> tasks = new HashMap<>(Map.of("az1", 0, "az2", 0, "az3", 0));
        for (int n = 0; n < desired; n++) {
            var decision = Placement.place(ZONES, Optional.of(avoided).filter(z -> !z.isEmpty()), Set.of(), tasks);
            tasks.merge(((Placement.Place) decision).zone(), 1, Integer::sum);
        }
        assertThat(new java.util.TreeMap<>(tasks)).hasToString(spread);
    }

    @Test
    void aZoneThatRefusedIsNotAskedAgainInTheSameRound() {
        assertThat(Placement.place(ZONES, Optional.empty(), Set.of("az1"), Map.of("az2", 1, "az3", 1)))
                .isEqualTo(new Placement.Place("az2"));
    }

    @Test
    void whenEveryUsableZoneRefusesTheWeighedAwayOneIsNotTheWayOut() {
        assertThat(Placement.place(ZONES, Optional.of("az1"), Set.of("az2", "az3"), Map.of()))
                .isEqualTo(new Placement.Refused("no zone takes a task: az2, az3 refused, az1 is weighed away"));
    }

    @Test
    void theOnlyZoneIsUsedThoughWeighedAway() {
        assertThat(Placement.place(List.of("az1"), Optional.of("az1"), Set.of(), Map.of()))
                .isEqualTo(new Placement.Place("az1"));
    }
}
