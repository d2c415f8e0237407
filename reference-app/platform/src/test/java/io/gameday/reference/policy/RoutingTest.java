package io.gameday.reference.policy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoutingTest {

    private record Instance(String id, String zone, int outstanding) {
    }

    private static final Instance ONE = new Instance("orders-1", "az1", 2);
    private static final Instance TWO = new Instance("orders-2", "az2", 1);
    private static final Instance THREE = new Instance("orders-3", "az3", 4);
    private final Random random = new Random(7);

    @Test
    void theFewestOutstandingWins() {
        assertThat(Routing.choose(List.of(ONE, TWO, THREE), i -> true, Instance::outstanding, random)).contains(TWO);
    }

    @Test
    void aRetryGoesToAnotherZoneOrNowhere() {
        assertThat(
                Routing.choose(List.of(ONE, TWO, THREE), i -> !i.zone().equals("az2"), Instance::outstanding, random))
                .contains(ONE);
        assertThat(Routing.choose(List.of(TWO), i -> !i.zone().equals("az2"), Instance::outstanding, random)).isEmpty();
    }

    @Test
    void equalsShareEvenly() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int n = 0; n < 3000; n++) {
            counts.merge(Routing.choose(List.of(ONE, TWO, THREE), i -> true, i -> 0, random).orElseThrow().id(), 1,
                    Integer::sum);
        }
        assertThat(counts.values()).hasSize(3).allMatch(count -> count > 900 && count < 1100);
    }

    @Test
    void evictedTasksAreLeftOutUntilAllAreAndThenTheRouterFailsOpenOrNot() {
        assertThat(Routing.candidates(List.of(ONE, TWO), i -> i == ONE, true)).containsExactly(TWO);
        assertThat(Routing.candidates(List.of(ONE, TWO), i -> true, true)).containsExactly(ONE, TWO);
        assertThat(Routing.candidates(List.of(ONE, TWO), i -> true, false)).isEmpty();
    }

    @Test
    void aShiftedZoneGetsNothingUntilEveryOtherTaskIsEvicted() {
        List<Instance> all = List.of(ONE, TWO, THREE);
        assertThat(Routing.candidates(all, i -> false, i -> i == ONE, true)).containsExactly(TWO, THREE);
        assertThat(Routing.candidates(all, i -> i == TWO, i -> i == ONE, true)).containsExactly(THREE);
        assertThat(Routing.candidates(all, i -> i != ONE, i -> i == ONE, false)).containsExactly(ONE);
        assertThat(Routing.candidates(all, i -> true, i -> i == ONE, true)).containsExactly(ONE, TWO, THREE);
        assertThat(Routing.candidates(all, i -> true, i -> i == ONE, false)).isEmpty();
    }

    @Test
    void whatIsNearComesFirstWhileThereIsAny() {
        List<Instance> all = List.of(ONE, TWO, THREE);
        assertThat(Routing.near(all, i -> i.zone().equals("az3"))).containsExactly(THREE);
        assertThat(Routing.near(List.of(ONE, TWO), i -> i.zone().equals("az3"))).containsExactly(ONE, TWO);
        assertThat(Routing.near(List.<Instance>of(), i -> true)).isEmpty();
    }
}
