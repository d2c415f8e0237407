package io.gameday.console.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ActionsModelTest {

    private static final String RUN = "2025-12-20T14-01-32Z-az-power-loss-unscaled";

    @TempDir
    private Path folder;
    private HomeFixture home;

    @BeforeEach
    void start() {
        home = new HomeFixture(folder);
    }

    private void coe(String run, String actions) throws IOException {
        Files.createDirectories(home.runs().resolve(run));
        Files.writeString(home.runs().resolve(run).resolve("coe.yaml"), "coe: 1\nactions:\n" + actions);
    }

    private void played() throws IOException {
        new RunFixture(home.runs(), RUN).started("az-power-loss-unscaled").ended(0, "all held");
        coe(RUN, """
                  - id: A1
                    title: Scale each cell to 150 %
                    owner: capacity lead
                    due: 2025-12-30
                    provedBy: az-power-loss
                  - id: A2
                    title: Alarm on each zone
                    owner: platform lead
                    due: 2026-02-01
                  - id: A3
                    title: Done long ago
                    owner: platform lead
                    status: done
                """);
    }

    @Test
    void openActionsAreListedWithOwnerDueAndAgeTheOverdueOnesFirst() throws IOException {
        played();

        home.model.refresh();

        assertThat(home.model.actions().rows()).extracting(row -> row.action().id()).containsExactly("A1", "A2");
        ActionsModel.Row late = home.model.actions().rows().getFirst();
        assertThat(late.line()).isEqualTo("capacity lead · due 2025-12-30 · 0 days old");
        assertThat(late.late()).isEqualTo("overdue 2 days");
        assertThat(home.model.actions().count().get()).isEqualTo("2 open, 1 overdue");
    }

    @Test
    void oneThatNamesItsProofIsVerifiedAndOpensTheDebriefItCameFrom() throws IOException {
        played();
        home.model.refresh();
        ActionsModel.Row row = home.model.actions().rows().getFirst();

        assertThat(row.play()).isEqualTo("Play az-power-loss now, for real: faults are injected on this machine");
        home.model.actions().verify(row);
        home.model.actions().open(row);

        assertThat(home.asked).containsExactly("verify " + RUN + "/A1", "debrief " + RUN);
    }

    @Test
    void oneWithoutAProofOrAboutNoRunOfOursIsNotOfferedToBeVerified() throws IOException {
        played();
        coe("2025-12-21-by-hand", """
                  - id: A9
                    title: Of an incident
                    owner: platform lead
                    provedBy: az-power-loss
                """);
        home.model.refresh();

        assertThat(home.model.actions().rows()).filteredOn(row -> !row.action().id().equals("A1")).hasSize(2)
                .allMatch(row -> row.play().isEmpty());
    }

    @Test
    void withoutActionsItIsSaidWhatComesHere() {
        home.model.refresh();

        assertThat(home.model.actions().rows()).isEmpty();
        assertThat(home.model.actions().empty().get()).startsWith("No open action.");
    }

    @Test
    void aFileThatCannotBeReadIsToldAndTheOthersAreListed() throws IOException {
        played();
        coe("2025-12-22T00-00-00Z-broken", "  - id: [\n");

        home.model.refresh();

        assertThat(home.model.actions().rows()).hasSize(2);
        assertThat(home.model.actions().trouble().get()).contains("2025-12-22T00-00-00Z-broken", "coe.yaml");
    }
}
