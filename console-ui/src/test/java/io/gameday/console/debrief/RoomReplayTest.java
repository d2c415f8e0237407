package io.gameday.console.debrief;

import io.gameday.console.SimulatedRun;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// The run shown again to the room, and what people had sealed, without a toolkit.
class RoomReplayTest {

    @TempDir
    private static Path played;
    private static Path original;

    @TempDir
    private Path run;
    private boolean alive;
    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final DebriefViewModel model = new DebriefViewModel(Runnable::run, Runnable::run, clock,
            new FakeNavigator(), new FakeDesk(), _ -> alive, List::of, new PdfPages(), ExportViewModel.atomic(),
            new RunDocuments((folder, number) -> new RunDocuments.Made.Left(number, folder)));

    @BeforeAll
    static void aGameDay() throws IOException {
        original = SimulatedRun.of("az-power-loss-unscaled", played);
    }

    @BeforeEach
    void itsFolder() throws IOException {
        for (String file : List.of("journal.jsonl", "coe.pdf")) {
            Files.copy(original.resolve(file), run.resolve(file));
        }
    }

    /// Before the end of the run.
    private void opened(String outcome, String text, String seen) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(run.resolve("journal.jsonl")));
        lines.add(lines.size() - 1, lines.get(lines.size() - 2).replaceAll("\"event\":.*", "\"event\":"
                + "{\"type\":\"PersonActed\",\"role\":\"responder 2\",\"act\":{\"type\":\"Opened\",\"id\":\"q1\","
                + "\"text\":\"" + text + "\",\"salt\":\"s\",\"outcome\":\"" + outcome + "\",\"seen\":\"" + seen
                + "\"}}}"));
        Files.write(run.resolve("journal.jsonl"), lines);
    }

    @Test
    void whatPeopleSealedStandsBesideThePredictionsWithoutWhoseItWas() throws IOException {
        opened("HIT", "zone-impact within 20 s", "it came after 3.4 s");
        opened("MISS", "nothing is felt", "it did not come");
        opened("NOT_OBSERVED", "somebody restarts a task", "it names no signal and time");
        model.open(run);
        assertThat(model.predictions().subList(model.predictions().size() - 3, model.predictions().size()))
                .extracting(PredictionLine::verdict, PredictionLine::text)
                .containsExactly(tuple("hit", "zone-impact within 20 s"), tuple("miss", "nothing is felt"),
                        tuple("not observed", "somebody restarts a task"));
        assertThat(model.heldProperty().get()).as("the machine's are counted alone").isEqualTo("7 of 10 held");
        assertThat(model.surprises()).filteredOn(surprise -> surprise.text().equals("nothing is felt")).singleElement()
                .satisfies(surprise -> assertThat(surprise.second()).contains("it did not come"));
        assertThat(model.predictions().toString() + model.surprises()).doesNotContain("responder 2");
    }

    @Test
    void itStandsWhereThePlayheadStandsForwardsAndBackwards() {
        model.open(run);
        model.replayForAll();
        assertThat(model.room().shownProperty().get()).isTrue();
        Instant begin = model.timeline().playhead().from();
        for (int second : new int[]{5, 40, 20, 80}) {
            model.timeline().playhead().moveTo(begin.plusSeconds(second));
            assertThat(model.room().standsAt()).isEqualTo(model.timeline().playhead().at());
        }
        model.timeline().playhead().home();
        model.timeline().playhead().playOrPause();
        clock.advance(Duration.ofSeconds(2));
        assertThat(model.room().standsAt()).isEqualTo(begin.plusSeconds(8));
    }

    @Test
    void whileTheRunIsPlayedNothingIsOpened() throws IOException {
        List<String> lines = Files.readAllLines(run.resolve("journal.jsonl"));
        Files.write(run.resolve("journal.jsonl"), lines.subList(0, 120));
        alive = true;
        model.open(run);
        model.replayForAll();
        assertThat(model.room().shownProperty().get()).isFalse();
    }

    @Test
    void askedForAgainOrWithAnotherRunItIsShownNoLonger() {
        model.open(run);
        model.replayForAll();
        model.replayForAll();
        assertThat(model.room().shownProperty().get()).isFalse();
        model.replayForAll();
        model.open(original);
        assertThat(model.room().shownProperty().get()).isFalse();
        assertThat(model.room().standsAt()).isNull();
    }

    @Test
    void aJournalThatIsGoneIsSaid() throws IOException {
        model.open(run);
        Files.delete(run.resolve("journal.jsonl"));
        model.replayForAll();
        assertThat(model.room().shownProperty().get()).isFalse();
        assertThat(model.room().troubleProperty().get()).contains("journal.jsonl");
    }
}
