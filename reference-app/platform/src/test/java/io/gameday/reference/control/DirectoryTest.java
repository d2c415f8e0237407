package io.gameday.reference.control;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DirectoryTest {

    private static final List<String> CELLS = List.of("cell-1", "cell-2");

    @Test
    void customersAreSpreadEvenlyAndStayWhereTheyAre() {
        Directory directory = new Directory(CELLS, Map.of());

        assertThat(directory.assign(List.of("c-1", "c-2", "c-3")))
                .isEqualTo(Map.of("c-1", "cell-1", "c-2", "cell-2", "c-3", "cell-1"));
        assertThat(directory.assign(List.of("c-4", "c-3"))).isEqualTo(Map.of("c-4", "cell-2", "c-3", "cell-1"));
    }

    @Test
    void whatIsKnownFromBeforeCounts() {
        Directory directory = new Directory(CELLS, Map.of("c-1", "cell-1", "c-2", "cell-1", "c-3", "cell-9"));

        assertThat(directory.customers()).isEqualTo(Map.of("c-1", "cell-1", "c-2", "cell-1"));
        assertThat(directory.assign(List.of("c-3"))).isEqualTo(Map.of("c-3", "cell-2"));
    }
}
