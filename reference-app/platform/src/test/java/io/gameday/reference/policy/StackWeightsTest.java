package io.gameday.reference.policy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StackWeightsTest {

    private static final List<String> CELLS = List.of("cell-1", "cell-2", "cell-3");
    private static final long KEPT = Duration.ofSeconds(5).toNanos();

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void aStackGetsItsShareAndTheCellsOfAStackGetAboutAsMuchEach() {
        ClusterName name = new ClusterName();
        Map<String, Integer> counts = new HashMap<>();
        for (int customer = 0; customer < 3000; customer++) {
            counts.merge(name.cell("c-" + customer, CELLS, weights(10), 0, random).orElseThrow(), 1, Integer::sum);
        }
        assertThat(counts.get("cell-3")).isBetween(250, 350);
        assertThat(counts.get("cell-1")).isBetween(1250, 1450);
    }

    @Test
    void withWeightZeroNobodyMeansTheNewStackOnceKeptAnswersAreOver() {
        ClusterName name = new ClusterName();
        assertThat(name.cell("c-01", CELLS, weights(100), 0, random)).hasValue("cell-3");
        assertThat(name.cell("c-01", CELLS, weights(0), KEPT - 1, random)).hasValue("cell-3");
        assertThat(name.cell("c-01", CELLS, weights(0), KEPT, random))
                .hasValueSatisfying(cell -> assertThat(cell).isNotEqualTo("cell-3"));
    }

    @Test
    void aStackOfWhichNoCellIsInTheNameIsPassedOverWhateverItsWeight() {
        assertThat(weights(100).draw(List.of("cell-1"), random)).containsExactly("cell-1");
        assertThat(weights(0).draw(List.of("cell-3"), random)).containsExactly("cell-3");
    }

    @Test
    void withOneStackChanceIsNotAsked() {
        RandomGenerator never = () -> {
            throw new AssertionError("drawn");
        };
        assertThat(StackWeights.ONE.draw(CELLS, never)).isEqualTo(CELLS);
    }

    @Test
    void aWeightOutOfItsRangeIsRefused() {
        assertThatThrownBy(() -> weights(101)).hasMessage("weight of the new stack is 101 %; allowed: 0 % to 100 %");
    }

    private static StackWeights weights(int newPercent) {
        return new StackWeights(Set.of("cell-3"), newPercent);
    }
}
