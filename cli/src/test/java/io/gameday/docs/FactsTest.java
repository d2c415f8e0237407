package io.gameday.docs;

import io.gameday.cli.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FactsTest {

    @Test
    void everyFactHasItsRowOnce() throws IOException {
        Stream<String> a = IntStream.rangeClosed(1, 25).mapToObj(n -> "A" + n);
        Stream<String> b = IntStream.rangeClosed(1, 22).mapToObj(n -> "B" + n);

        assertThat(rows()).extracting(List::getFirst).containsExactlyElementsOf(Stream.concat(a, b).toList());
    }

    @Test
    void noCellOfARowIsEmpty() throws IOException {
        assertThat(rows()).allSatisfy(row -> assertThat(row).as(row.getFirst()).hasSize(3).noneMatch(String::isBlank));
    }

    @Test
    void everyClassNamedAsEvidenceExists() throws IOException {
        List<String> named = JavaNames.in(Files.readString(Repository.root().resolve("docs/facts.md")));

        assertThat(named).isNotEmpty()
                .allSatisfy(name -> assertThat(JavaNames.sources()).as("docs/facts.md names " + name).contains(name));
    }

    private static List<List<String>> rows() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Repository.root().resolve("docs/facts.md"))) {
            if (line.matches("\\| [AB]\\d+ \\|.*")) {
                String[] cells = line.substring(1, line.lastIndexOf('|')).split("\\|", -1);
                rows.add(Arrays.stream(cells).map(String::strip).toList());
            }
        }
        return rows;
    }
}
