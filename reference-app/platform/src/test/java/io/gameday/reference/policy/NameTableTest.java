package io.gameday.reference.policy;

import io.gameday.reference.policy.NameTable.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NameTableTest {

    private static final List<String> TWELVE = IntStream.rangeClosed(1, 12).mapToObj(n -> "cell-" + n).toList();

    private final Random random = new Random(7);

    @Test
    void theClustersNameMeansTheCellsThatAreWellAndACellsNameThatCellAlone() {
        List<String> cells = List.of("cell-1", "cell-2");

        assertThat(NameTable.of(cells, List.of("cell-2"), "cell-1"::equals, StackWeights.ONE, random)).containsExactly(
                new Name("orders", 5, List.of("cell-2"), false, Map.of()),
                new Name("cell-1.orders", 5, List.of("cell-1"), true, Map.of()),
                new Name("cell-2.orders", 5, List.of("cell-2"), false, Map.of()));
    }

    @Test
    void whereNoCellIsWellTheClustersNameFailsOpen() {
        List<String> cells = List.of("cell-1", "cell-2");

        Name cluster = NameTable.of(cells, cells, cell -> true, StackWeights.ONE, random).getFirst();

        assertThat(cluster.failOpen()).isTrue();
        assertThat(cluster.cells()).containsExactlyInAnyOrderElementsOf(cells);
    }

    @Test
    void anAnswerHasEightCellsAtMostAndEachCellIsInSomeAnswer() {
        Set<String> named = new HashSet<>();
        for (int n = 0; n < 50; n++) {
            List<String> answer = NameTable.of(TWELVE, TWELVE, cell -> false, StackWeights.ONE, random).getFirst()
                    .cells();
            assertThat(answer).hasSize(8).doesNotHaveDuplicates();
            named.addAll(answer);
        }
        assertThat(named).hasSize(12);
    }

    @Test
    void withoutACellInServiceTheClustersNameHasNoAnswer() {
        assertThat(NameTable.of(List.of(), List.of(), cell -> false, StackWeights.ONE, random))
                .containsExactly(new Name("orders", 5, List.of(), false, Map.of()));
    }

    @Test
    void withTwoStacksTheClustersNameIsAWeightedRecordAndMeansTheOneThatWasDrawn() {
        List<String> cells = List.of("cell-1", "cell-2", "cell-3");
        StackWeights weights = new StackWeights(Set.of("cell-3"), 10);

        Set<List<String>> answers = new HashSet<>();
        for (int n = 0; n < 100; n++) {
            Name cluster = NameTable.of(cells, cells, cell -> false, weights, random).getFirst();
            assertThat(cluster.weights()).containsExactly(Map.entry("old", 90), Map.entry("new", 10));
            answers.add(cluster.cells().stream().sorted().toList());
        }
        assertThat(answers).containsExactlyInAnyOrder(List.of("cell-1", "cell-2"), List.of("cell-3"));
    }
}
