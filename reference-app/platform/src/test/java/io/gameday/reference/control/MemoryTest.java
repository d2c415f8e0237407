package io.gameday.reference.control;

import io.gameday.reference.deployment.Standing;
import io.gameday.reference.deployment.Unit;
import io.gameday.reference.policy.ZoneShift.Shift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MemoryTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsRead() throws IOException {
        Path file = folder.resolve("control-plane.json");
        Memory memory = new Memory("1f", Map.of("c-01", "cell-1"), Map.of("cell-1", 4),
                new Shift("az1", Instant.parse("2026-11-19T14:00:00Z")), 25,
                new Standing(Map.of("cell-1", "1"), Map.of("cell-2", "2-errors"), List.of(new Unit("cell-2", "az1")),
                        new Standing.UnderWay("3-slow", List.of("cell-1"), 1, true)));
        memory.write(file);

        assertThat(Memory.read(file, "1f")).isEqualTo(memory);
        assertThat(Memory.read(file, "2e")).isEqualTo(new Memory("2e", Map.of(), Map.of(), null, null, null));
    }

    @Test
    void whatCannotBeReadIsNotTakenForNothing() throws IOException {
        Path file = folder.resolve("control-plane.json");
        Files.writeString(file, "{\"customers\":");

        assertThatThrownBy(() -> Memory.read(file, "1f")).isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " cannot be read: ").hasMessageContaining("customers' cells");
    }
}
