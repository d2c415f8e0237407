package io.gameday.reference.control;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DirectoryTest {

    private static final List<String> CELLS = List.of("cell-1", "cell-2");
    private static final List<String> THREE = List.of("cell-1", "cell-2", "cell-3");

    private static List<String> customers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(n -> "c-" + n).toList();
    }

    private static Map<String, Long> counts(Map<String, String> cells) {
        return cells.values().stream().collect(Collectors.groupingBy(cell -> cell, Collectors.counting()));
    }

    @Test
    void customersAreSpreadEvenlyAndStayWhereTheyAre() {
        Directory directory = new Directory(CELLS, Map.of(), Map.of());

        Map<String, String> first = directory.assign(customers(1, 40));
        directory.assign(customers(41, 80));

        assertThat(counts(first)).isEqualTo(Map.of("cell-1", 20L, "cell-2", 20L));
        assertThat(directory.assign(customers(1, 40))).isEqualTo(first);
    }

    @Test
    void aCellThatIsAddedMovesNobodyAndGetsNewCustomersUntilItHasItsShare() {
        Map<String, String> before = new Directory(CELLS, Map.of(), Map.of()).assign(customers(1, 40));
        Directory directory = new Directory(THREE, Map.of(), before);

        assertThat(directory.assign(customers(1, 40))).isEqualTo(before);
        assertThat(directory.assign(customers(41, 60)).values()).containsOnly("cell-3");
        assertThat(counts(directory.assign(customers(1, 90))))
                .isEqualTo(Map.of("cell-1", 30L, "cell-2", 30L, "cell-3", 30L));
    }

    @Test
    void anOverrideGivesANewCustomerItsCellAndTheOthersEvenOutAroundIt() {
        Directory directory = new Directory(CELLS, Map.of("c-3", "cell-2", "c-4", "cell-2"), Map.of());

        Map<String, String> cells = directory.assign(customers(1, 4));

        assertThat(cells).containsExactlyInAnyOrderEntriesOf(
                new TreeMap<>(Map.of("c-1", "cell-1", "c-2", "cell-1", "c-3", "cell-2", "c-4", "cell-2")));
        assertThat(cells.keySet()).as("in the order asked").containsExactly("c-1", "c-2", "c-3", "c-4");
    }

    @Test
    void anOverrideMovesNobodyWhoHasACellAlready() {
        Directory directory = new Directory(CELLS, Map.of("c-1", "cell-2"), Map.of("c-1", "cell-1"));

        assertThat(directory.assign(List.of("c-1"))).isEqualTo(Map.of("c-1", "cell-1"));
    }

    @Test
    void whatIsKnownFromBeforeCounts() {
        Directory directory = new Directory(CELLS, Map.of(), Map.of("c-1", "cell-1", "c-2", "cell-1", "c-3", "cell-9"));

        assertThat(directory.customers()).isEqualTo(Map.of("c-1", "cell-1", "c-2", "cell-1"));
        assertThat(directory.assign(List.of("c-3"))).isEqualTo(Map.of("c-3", "cell-2"));
    }
}
