package io.gameday.console.debrief;

import io.gameday.console.SimulatedRun;
import io.gameday.console.debrief.FindingsViewModel.Count;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FindingsViewModelTest {

    private static final String TWO_OWNERS = """
            coe: 1
            # written after the drill
            actions:
              - { id: A1, title: Add an alarm on spare capacity, owner: Anna and Ben, due: 2026-02-01 }
            """;

    @TempDir
    private static Path played;
    private static Path original;

    @TempDir
    private Path place;
    private Path run;
    private Path words;
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final FindingsViewModel findings = new FindingsViewModel(Runnable::run, work::add,
            () -> LocalDate.parse("2026-01-02"), () -> told.add("changed"));

    @BeforeAll
    static void aGameDay() throws IOException {
        original = SimulatedRun.of("task-crash", played);
    }

    @BeforeEach
    void itsFolder() throws IOException {
        run = Files.createDirectory(place.resolve("2026-01-01T00-00-00Z-task-crash"));
        Files.copy(original.resolve("journal.jsonl"), run.resolve("journal.jsonl"));
        words = run.resolve("coe.yaml");
    }

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private void open(String text) throws IOException {
        Files.writeString(words, text);
        findings.open(run, false);
        work();
    }

    private void look(String text) throws IOException {
        Files.writeString(words, text);
        findings.look();
        work();
    }

    private List<String> rules() {
        return findings.lines().stream().map(FindingLine::where).map(where -> where.split(" ")[0]).toList();
    }

    private FindingLine line(String rule) {
        return findings.lines().stream().filter(line -> line.where().startsWith(rule)).findFirst().orElseThrow();
    }

    @Test
    void aFindingSaysRulePlaceReasonAndWhatToDo() throws IOException {
        open(TWO_OWNERS);

        assertThat(line("COE-A03")).satisfies(line -> {
            assertThat(line.reason()).isEqualTo("A1 has 2 owners: Anna and Ben");
            assertThat(line.where()).isEqualTo("COE-A03 · actions[1].owner, line 4");
            assertThat(line.suggestion()).isEqualTo("Name one person; others may help.");
            assertThat(line.told()).startsWith("error: A1 has 2 owners");
        });
        Count count = findings.countProperty().get();
        assertThat(count.errors() + count.warnings() + count.information()).isEqualTo(findings.lines().size());
    }

    @Test
    void findingsGoAsTheyAreMendedAndTheOneLookedAtStaysWhileItIsThere() throws IOException {
        open(TWO_OWNERS);
        findings.choose(line("COE-A01"));

        look(TWO_OWNERS.replace("Anna and Ben", "Anna"));

        assertThat(rules()).doesNotContain("COE-A03").contains("COE-A01");
        assertThat(findings.chosenProperty().get()).isEqualTo(line("COE-A01"));
        look(TWO_OWNERS + "lessons: [{ text: The guard held, outcome: well, actions: [A1] }]\n");
        assertThat(rules()).doesNotContain("COE-A01");
        assertThat(findings.chosenProperty().get()).isNull();
    }

    @Test
    void wordsThatCannotBeReadHaveTheirProblemsInThePlaceOfFindings() throws IOException {
        open("coe: 1\nstatus: open\nowners: me\n");

        assertThat(findings.lines()).extracting(FindingLine::where).containsExactly("coe.yaml, line 2, column 9",
                "coe.yaml, line 3, column 1");
        assertThat(findings.lines().getFirst().reason()).startsWith("status is 'open'; allowed: ");
        assertThat(findings.lines()).noneMatch(FindingLine::acceptable);
        assertThat(findings.countProperty().get()).isEqualTo(Count.UNREAD);
        look(TWO_OWNERS);
        assertThat(rules()).contains("COE-A03");
    }

    @Test
    void aFindingIsLetStandWithAReasonAndNothingElseOfTheFileChanges() throws IOException {
        open(TWO_OWNERS);
        findings.choose(line("COE-A03"));

        findings.accept(" they share one desk: the \"duty\" desk ");
        work();

        assertThat(words).content().startsWith(TWO_OWNERS).contains("COE-A03", "actions[1].owner", "share one desk");
        assertThat(told).containsExactly("changed");
        findings.look();
        work();
        assertThat(rules()).doesNotContain("COE-A03", "COE-S07");
        assertThat(findings.countProperty().get().accepted()).isOne();
    }

    @Test
    void withoutAReasonNothingIsWritten() throws IOException {
        open(TWO_OWNERS);
        findings.choose(line("COE-A03"));

        findings.accept("  ");

        assertThat(work).isEmpty();
        assertThat(findings.troubleProperty().get()).startsWith("Say why");
        assertThat(words).hasContent(TWO_OWNERS);
    }

    @Test
    void aFileThatWasSpoiltMeanwhileIsNotWrittenToAndTheReasonIsSaid() throws IOException {
        open(TWO_OWNERS);
        findings.choose(line("COE-A03"));
        Files.writeString(words, "coe: 1\nstatus: open\n");

        findings.accept("they share one desk");
        work();

        assertThat(words).hasContent("coe: 1\nstatus: open\n");
        assertThat(findings.troubleProperty().get()).contains("status is 'open'");
    }

    @Test
    void thatAnEntryOfAcceptedIsUnusedCannotBeLetStandByAnother() throws IOException {
        open(TWO_OWNERS + "accepted: [{ rule: COE-W01, reason: none }]\n");

        assertThat(line("COE-S07").acceptable()).isFalse();
        findings.choose(line("COE-S07"));
        findings.accept("it is fine");
        assertThat(work).isEmpty();
    }

    @Test
    void whoeverEditsIsToldThePlaceToGoTo() throws IOException {
        List<String> places = new ArrayList<>();
        findings.onPlace(places::add);
        open(TWO_OWNERS);
        findings.goThere();
        findings.choose(line("COE-A03"));

        findings.goThere();

        assertThat(places).containsExactly("actions[1].owner");
    }

    @Test
    void ofManyChangesTheLastIsLookedAt() throws IOException {
        open(TWO_OWNERS);
        findings.look();
        findings.look();
        findings.look();
        assertThat(work).as("one at a time").hasSize(1);
        work.remove().run();
        Files.writeString(words, TWO_OWNERS.replace("Anna and Ben", "Anna"));
        work();

        assertThat(rules()).doesNotContain("COE-A03");
    }

    @Test
    void whereThereIsNothingToLookAtItSaysWhy() throws IOException {
        findings.open(run, false);
        work();
        assertThat(findings.sentenceProperty().get()).startsWith("There is no coe.yaml yet");
        assertThat(findings.countProperty().get().known()).isFalse();
        Files.delete(run.resolve("journal.jsonl"));
        open(TWO_OWNERS);
        assertThat(findings.sentenceProperty().get()).contains("beside the journal of their run");
        Files.write(words, new byte[]{(byte) 0xff});
        findings.look();
        work();
        assertThat(findings.countProperty().get().readable()).isFalse();
        assertThat(findings.lines()).singleElement()
                .satisfies(line -> assertThat(line.reason()).contains("text in UTF-8"));
        findings.open(run, true);
        assertThat(work).isEmpty();
        assertThat(findings.sentenceProperty().get()).contains("when the run has ended");
    }
}
