package io.gameday.reference.policy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClusterNameTest {

    private static final List<String> CELLS = List.of("cell-1", "cell-2", "cell-3");

    private final ClusterName name = new ClusterName();
    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void customersAreSpreadOverTheCellsInTheName() {
        Map<String, Integer> counts = new HashMap<>();
        for (int customer = 0; customer < 3000; customer++) {
            counts.merge(name.cell("c-" + customer, CELLS, 0, random).orElseThrow(), 1, Integer::sum);
        }
        assertThat(counts.values()).hasSize(3).allSatisfy(count -> assertThat(count).isBetween(900, 1100));
    }

    @Test
    void anAnswerIsKeptForFiveSecondsAlsoWhenItsCellLeavesTheName() {
        String cell = name.cell("c-01", CELLS, 0, random).orElseThrow();
        List<String> others = CELLS.stream().filter(other -> !other.equals(cell)).toList();
        long end = Duration.ofSeconds(5).toNanos();
        assertThat(name.cell("c-01", others, end - 1, random)).hasValue(cell);
        assertThat(name.cell("c-01", others, end, random)).hasValueSatisfying(now -> assertThat(others).contains(now));
    }

    @Test
    void withNoCellInTheNameThereIsNoAnswer() {
        assertThat(name.cell("c-01", List.of(), 0, random)).isEmpty();
    }

    @Test
    void aCustomerThatIsGoneIsForgotten() {
        name.cell("c-01", List.of("cell-1"), 0, random);
        name.retain(Set.of("c-02"));
        assertThat(name.cell("c-01", List.of("cell-2"), 1, random)).hasValue("cell-2");
    }
}
