package io.gameday.docs;

import io.gameday.cli.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionsTest {

    @Test
    void everyRecordHasItsFiveParts() throws IOException {
        for (Path record : records()) {
            assertThat(Files.readString(record)).as(record.getFileName().toString()).contains("Status", "Context",
                    "Decision", "Consequences", "Confirmation");
        }
    }

    @Test
    void noNumberIsUsedTwice() throws IOException {
        assertThat(records()).extracting(record -> record.getFileName().toString().substring(0, 4))
                .doesNotHaveDuplicates().allMatch(number -> number.matches("\\d{4}"));
    }

    @Test
    void everyClassNamedExists() throws IOException {
        for (Path record : records()) {
            assertThat(JavaNames.sources()).as(record.getFileName().toString())
                    .containsAll(JavaNames.in(Files.readString(record)));
        }
    }

    private static List<Path> records() throws IOException {
        try (Stream<Path> files = Files.list(Repository.root().resolve("docs/decisions"))) {
            List<Path> records = files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
            assertThat(records).hasSizeGreaterThan(2);
            return records;
        }
    }
}
