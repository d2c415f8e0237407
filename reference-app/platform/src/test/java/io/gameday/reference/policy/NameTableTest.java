package io.gameday.reference.policy;

import io.gameday.reference.policy.NameTable.Name;
import java.util.HashSet;
import java.util.List;
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

        assertThat(NameTable.of(cells, List.of("cell-2"), "cell-1"::equals, random)).containsExactly(
                new Name("orders", 5, List.of("cell-2"), false), new Name("cell-1.orders", 5, List.of("cell-1"), true),
                new Name("cell-2.orders", 5, List.of("cell-2"), false));
    }

    @Test
    void whereNoCellIsWellTheClustersNameFailsOpen() {
        List<String> cells = List.of("cell-1", "cell-2");

        Name cluster = NameTable.of(cells, cells, cell -> true, random).getFirst();

        assertThat(cluster.failOpen()).isTrue();
        assertThat(cluster.cells()).containsExactlyInAnyOrderElementsOf(cells);
    }

    @Test
    void anAnswerHasEightCellsAtMostAndEachCellIsInSomeAnswer() {
        Set<String> named = new HashSet<>();
        for (int n = 0; n < 50; n++) {
            List<String> answer = NameTable.of(TWELVE, TWELVE, cell -> false, random).getFirst().cells();
            assertThat(answer).hasSize(8).doesNotHaveDuplicates();
            named.addAll(answer);
        }
        assertThat(named).hasSize(12);
    }

    @Test
    void withoutACellInServiceTheClustersNameHasNoAnswer() {
        assertThat(NameTable.of(List.of(), List.of(), cell -> false, random))
                .containsExactly(new Name("orders", 5, List.of(), false));
    }
}
