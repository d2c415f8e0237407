package io.gameday.reference.simulated;

import io.gameday.engine.ExitCode;
import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Every file of the catalog in virtual time: it plays to a known end, or says why it cannot be played here.
class SimulatedCatalogTest {

    private static final int SEEDS = 2;
    /// Why not, in words of the model's own.
    private static final Map<String, String> NOT_HERE = Map.of("task-memory",
            "a simulated task has no memory that could be filled", "external",
            "nobody is there in a simulation who could break anything");
    /// What is there to be broken: the hypothesis is wrong on purpose.
    private static final List<String> BREAKS = List.of("az-power-loss-unscaled", "rollback-by-tag",
            "regional-dependency", "rebalancing-off", "restore-one-cell");

    static List<String> playable() throws IOException {
        try (Stream<Path> files = Files.list(SimulatedDay.CATALOG)) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .filter(name -> !NOT_HERE.containsKey(name)).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("playable")
    void itEndsAsItSaysItsFaultsBiteAndGoAndTheSameSeedWritesTheSameJournal(String name) {
        String text = SimulatedDay.catalog(name);
        for (int seed = 1; seed <= SEEDS; seed++) {
            SimulatedDay day = new SimulatedDay(text, seed);
            assertThat(day.finish()).as("%s, seed %d\n%s", name, seed, day.rulings())
                    .isEqualTo(BREAKS.contains(name) ? ExitCode.BROKEN : ExitCode.HELD);
            assertThat(day.events(Event.FaultObserved.class)).as("%s, seed %d", name, seed).isNotEmpty()
                    .allSatisfy(seen -> assertThat(seen.bites()).as(seen.toString()).isEqualTo(Verdict.HELD));
            assertThat(day.events(Event.FaultConfirmedGone.class)).as("%s, seed %d", name, seed).isNotEmpty()
                    .allSatisfy(seen -> assertThat(seen.gone()).as(seen.toString()).isEqualTo(Verdict.HELD));
            assertThat(day.inForce()).isEmpty();
            if (seed == SEEDS) {
                SimulatedDay again = new SimulatedDay(text, seed);
                again.finish();
                assertThat(again.journal()).as("same seed, same journal").isEqualTo(day.journal());
            }
        }
    }

    @Test
    void whatHasNoModelIsNotStartedAndSaysWhy() {
        NOT_HERE.forEach((name, why) -> {
            SimulatedDay day = new SimulatedDay(SimulatedDay.catalog(name), 1);
            assertThat(day.finish()).isEqualTo(ExitCode.NOT_STARTED);
            assertThat(day.events(Event.RunEnded.class).getFirst().reason()).contains(why);
            assertThat(day.events(Event.FaultInjected.class)).isEmpty();
        });
    }
}
