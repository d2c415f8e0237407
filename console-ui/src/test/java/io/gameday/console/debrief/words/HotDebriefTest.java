package io.gameday.console.debrief.words;

import io.gameday.console.debrief.words.HotDebrief.Asked;
import io.gameday.console.debrief.words.HotDebrief.Section;
import io.gameday.report.words.CoeFile.Said;
import io.gameday.report.words.CoeFileReader;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The twenty minutes right after the run, over real files and a clock that stands still until told to move.
class HotDebriefTest {

    private static final String FIRST = "What is back to normal, and how do we know?";
    private static final String SECOND = "Which alarms and jobs were changed, and are they back?";

    @TempDir
    private Path run;
    private Path file;
    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final WordsViewModel words = new WordsViewModel(Runnable::run, Runnable::run, _ -> "", List::of, _ -> {
    });
    private final HotDebrief hot = new HotDebrief(clock, Runnable::run, Runnable::run, words);

    @BeforeEach
    void anEmptyFile() throws IOException {
        file = run.resolve("coe.yaml");
        write("coe: 1\n# Whoever reads this: thank you.\ndebrief:\n\nwhys:\n");
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
        words.open(run, false, Suggested.NOTHING);
    }

    private List<Said> said() throws IOException {
        return CoeFileReader.read("coe.yaml", Files.readString(file)).file().orElseThrow().debrief();
    }

    private Asked asked(String question) {
        return hot.sectionsProperty().get().stream().flatMap(section -> section.asked().stream())
                .filter(asked -> asked.question().equals(question)).findFirst().orElseThrow();
    }

    private static void type(FieldViewModel field, String text) {
        field.typedProperty().set(text);
        field.leave();
    }

    private void minutes(double minutes) {
        clock.advance(Duration.ofSeconds(Math.round(minutes * 60)));
    }

    // --- the clock --------------------------------------------------------------------------------------------------

    @Test
    void itStandsAtTwentyMinutesUntilSomebodyStartsIt() {
        minutes(3);
        assertThat(hot.timeProperty().get()).isEqualTo("20:00");
        assertThat(hot.nowProperty().get()).isEqualTo(-1);
        assertThat(hot.buttonProperty().get()).isEqualTo("Hot debrief · 20 min");
    }

    @Test
    void whenAPartIsOverItSaysSoAndNamesTheNext() {
        hot.startOrPause();
        minutes(1.5);
        assertThat(hot.saidProperty().get()).isEqualTo("Now: All clear, 0:30 left.");
        minutes(0.5);
        assertThat(hot.nowProperty().get()).isEqualTo(1);
        assertThat(hot.saidProperty().get()).isEqualTo("“All clear” is over. Now: What happened, 5:00 left.");
        assertThat(hot.timeProperty().get()).isEqualTo("18:00");
        assertThat(hot.buttonProperty().get()).isEqualTo("Hot debrief · 18:00");
    }

    @Test
    void aPauseTakesNoTimeAndItGoesOnFromThere() {
        hot.startOrPause();
        minutes(2);
        hot.startOrPause();
        minutes(10);
        assertThat(hot.timeProperty().get()).isEqualTo("18:00");
        assertThat(hot.stateProperty().get()).isEqualTo(Countdown.State.PAUSED);
        hot.startOrPause();
        minutes(1);
        assertThat(hot.timeProperty().get()).isEqualTo("17:00");
    }

    @Test
    void fromTheBeginningItGoesOnRunning() {
        hot.startOrPause();
        minutes(8);
        hot.restart();
        minutes(1);
        assertThat(hot.timeProperty().get()).isEqualTo("19:00");
        hot.startOrPause();
        hot.restart();
        assertThat(hot.stateProperty().get()).isEqualTo(Countdown.State.READY);
    }

    @Test
    void afterTheLastMinuteItEndsNothingAndCountsOn() throws IOException {
        hot.startOrPause();
        minutes(21.5);
        assertThat(hot.timeProperty().get()).isEqualTo("+1:30");
        assertThat(hot.saidProperty().get()).startsWith("The 20 minutes are over.");
        assertThat(hot.sectionsProperty().get().get(hot.nowProperty().get()).name()).isEqualTo("Survey, without names");
        type(asked(FIRST).answer(), "said late");
        assertThat(said()).containsExactly(new Said(FIRST, "", "said late"));
    }

    @Test
    void anotherRunBeginsAnew() {
        hot.startOrPause();
        minutes(3);
        hot.open();
        assertThat(hot.stateProperty().get()).isEqualTo(Countdown.State.READY);
        assertThat(hot.timeProperty().get()).isEqualTo("20:00");
    }

    // --- the agenda -------------------------------------------------------------------------------------------------

    @Test
    void itAsksWhatThePaperAsksInTheLanguageOfTheDocuments() throws IOException {
        assertThat(hot.sectionsProperty().get()).extracting(Section::minutes).containsExactly("0–2", "2–7", "7–12",
                "12–16", "16–19", "19–20", "");
        assertThat(hot.sectionsProperty().get().getFirst().asked()).extracting(Asked::question).containsExactly(FIRST,
                SECOND);
        write("coe: 1\nlanguage: ja\n");
        assertThat(hot.sectionsProperty().get().getFirst().name()).isEqualTo("解除");
    }

    // --- what is said -----------------------------------------------------------------------------------------------

    @Test
    void whatIsSaidStandsInTheFileWithItsQuestionAndRole() throws IOException {
        type(asked(SECOND).answer(), "the pager of az1, and it is back");
        type(asked(SECOND).role(), "on-call lead");
        type(asked(FIRST).answer(), "all three zones take orders");
        assertThat(said()).containsExactly(new Said(SECOND, "on-call lead", "the pager of az1, and it is back"),
                new Said(FIRST, "", "all three zones take orders"));
        assertThat(file).content().contains("# Whoever reads this: thank you.");
    }

    @Test
    void aMomentAfterTheLastLetterItIsWrittenThoughNobodyLeftTheField() throws IOException {
        asked(FIRST).answer().typedProperty().set("all three z");
        clock.advance(Duration.ofSeconds(1));
        asked(FIRST).answer().typedProperty().set("all three zones ");
        clock.advance(Duration.ofSeconds(1));
        assertThat(said()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(said()).containsExactly(new Said(FIRST, "", "all three zones"));
        assertThat(asked(FIRST).answer().typedProperty().get()).as("the blank before the next word").endsWith(" ");
    }

    @Test
    void whoeverLeavesWaitsUntilAllIsWritten() throws IOException {
        Deque<Runnable> disk = new ArrayDeque<>();
        WordsViewModel slowly = new WordsViewModel(Runnable::run, disk::add, _ -> "", List::of, _ -> {
        });
        HotDebrief room = new HotDebrief(clock, Runnable::run, Runnable::run, slowly);
        slowly.open(run, false, Suggested.NOTHING);
        disk.remove().run();
        room.sectionsProperty().get().getFirst().asked()
                .forEach(asked -> asked.answer().typedProperty().set("to " + asked.question()));
        List<Integer> written = new ArrayList<>();
        room.write();
        slowly.settled(() -> written.add(slowly.file().debrief().size()));
        assertThat(written).isEmpty();
        while (!disk.isEmpty()) {
            disk.remove().run();
        }
        assertThat(written).containsExactly(2);
        assertThat(said()).hasSize(2);
    }

    @Test
    void whatIsTakenBackLeavesNoItemBehind() throws IOException {
        type(asked(FIRST).answer(), "all");
        type(asked(FIRST).role(), "scribe");
        type(asked(FIRST).answer(), "");
        assertThat(said()).containsExactly(new Said(FIRST, "scribe", ""));
        type(asked(FIRST).role(), "");
        assertThat(said()).isEmpty();
    }

    @Test
    void whatStandsInTheFileBesidesIsShownAndNothingOfItIsLost() throws IOException {
        write("""
                coe: 1
                debrief:
                  - { question: What did the cat see?, role: observer, answer: a mouse }
                  - { question: "What is back to normal, and how do we know?", role: responder, answer: orders }
                  - { question: "What is back to normal, and how do we know?", role: scribe, answer: alarms }
                """);
        assertThat(hot.sectionsProperty().get().getFirst().asked())
                .extracting(asked -> asked.answer().typedProperty().get()).containsExactly("orders", "alarms", "");
        Section besides = hot.sectionsProperty().get().getLast();
        assertThat(besides.name()).isEqualTo("Also said");
        type(besides.asked().getFirst().answer(), "two mice");
        type(hot.sectionsProperty().get().getFirst().asked().get(1).answer(), "alarms are quiet");
        assertThat(said()).extracting(Said::answer).containsExactly("two mice", "orders", "alarms are quiet");
    }

    @Test
    void whatCouldNotBeWrittenStaysInItsFieldUntilItCan() throws IOException {
        Files.writeString(file, "coe: 1\nseverity: 2\n");
        type(asked(FIRST).answer(), "all three zones");
        assertThat(words.troubleProperty().get()).contains("changed by somebody else");
        assertThat(asked(FIRST).answer().typedProperty().get()).isEqualTo("all three zones");
        words.again();
        hot.write();
        assertThat(said()).containsExactly(new Said(FIRST, "", "all three zones"));
    }

    @Test
    void whatWasRefusedIsTriedAgainOnceTheFileIsReadAgainThoughItSaysTheSame() throws IOException {
        String before = Files.readString(file);
        Files.writeString(file, before + "severity: 2\n");
        asked(FIRST).answer().typedProperty().set("all three zones");
        clock.advance(Duration.ofSeconds(2));
        assertThat(words.troubleProperty().get()).contains("changed by somebody else");
        Files.writeString(file, before);
        words.again();
        hot.write();
        assertThat(said()).hasSize(1);
    }

    @Test
    void aFindingOfTheLinterLeadsThere() {
        words.goTo("debrief[1].answer");
        assertThat(words.tabProperty().get()).isEqualTo(Tab.HOT);
    }
}
