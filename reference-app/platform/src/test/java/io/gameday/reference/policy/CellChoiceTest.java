package io.gameday.reference.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CellChoiceTest {

    private static final List<String> CELLS = List.of("cell-1", "cell-2", "cell-3", "cell-4", "cell-5");

    /// Whoever changes the hash sends the customers of every running app elsewhere when its memory is lost.
    @Test
    void theHashIsTheSameInEveryRelease() {
        assertThat(Long.toUnsignedString(CellChoice.score("cell-1", "c-01"), 16)).isEqualTo("3ea07d0089badde7");
        assertThat(Long.toUnsignedString(CellChoice.score("cell-2", "c-01"), 16)).isEqualTo("f6feaad044af0ad9");
    }

    @Test
    void withoutABoundEachCellWouldHaveAboutAsManyOfThem() {
        Map<String, Integer> highest = new HashMap<>();
        for (int n = 0; n < 10_000; n++) {
            String customer = "c-" + n;
            // Nobody has a customer yet, so the highest score wins.
            highest.merge(CellChoice.of(customer, CELLS, cell -> 0), 1, Integer::sum);
        }
        assertThat(highest).hasSize(5).allSatisfy((cell, count) -> assertThat(count).isBetween(1_850, 2_150));
    }

    @Test
    void theOrderOfTheCellsDoesNotMatter() {
        List<String> shuffled = new ArrayList<>(CELLS);
        Collections.shuffle(shuffled, new Random(1));
        for (int n = 0; n < 100; n++) {
            assertThat(CellChoice.of("c-" + n, shuffled, cell -> 0)).isEqualTo(CellChoice.of("c-" + n, CELLS, c -> 0));
        }
    }

    @Test
    void noCellIsGivenMoreThanItsFairShareRoundedUp() {
        Map<String, Long> counts = new HashMap<>();
        for (int n = 1; n <= 1_000; n++) {
            counts.merge(CellChoice.of("c-" + n, CELLS, cell -> counts.getOrDefault(cell, 0L)), 1L, Long::sum);
            long share = Math.ceilDiv(n, CELLS.size());
            assertThat(counts.values()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(share));
        }
    }
}
