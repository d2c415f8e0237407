package io.gameday.console.debrief;

import io.gameday.console.SimulatedRun;
import io.gameday.console.control.State;
import io.gameday.console.debrief.RunDocuments.Made;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What Debrief decides, without a toolkit.
class DebriefViewModelTest {

    @TempDir
    private static Path played;
    private static Path original;

    @TempDir
    private Path place;
    private Path run;
    private boolean alive;
    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final FakeNavigator navigator = new FakeNavigator();
    /// Its documents are those that lie there: making them is slow, and has tests of its own.
    private final DebriefViewModel model = new DebriefViewModel(Runnable::run, Runnable::run, clock, navigator,
            new FakeDesk(), folder -> alive, List::of, new PdfPages(), ExportViewModel.atomic(),
            new RunDocuments((folder, number) -> new Made.Left(number, folder)));

    @BeforeAll
    static void aGameDay() throws IOException {
        original = SimulatedRun.of("az-power-loss-unscaled", played);
    }

    @BeforeEach
    void itsFolder() throws IOException {
        run = Files.createDirectory(place.resolve(original.getFileName()));
        for (String file : List.of("journal.jsonl", "scorecard.json", "coe.pdf", "coe.md")) {
            Files.copy(original.resolve(file), run.resolve(file));
        }
    }

    private List<String> journal() throws IOException {
        return new ArrayList<>(Files.readAllLines(run.resolve("journal.jsonl")));
    }

    @Test
    void theHeaderSaysWhatTheRunCameTo() {
        model.open(run);
        assertThat(model.nameProperty().get()).isEqualTo("az-power-loss-unscaled");
        assertThat(model.originProperty().get()).isEqualTo("SIMULATION");
        assertThat(model.whenProperty().get()).isEqualTo("1 Jan 2026, 00:00–00:01 UTC");
        assertThat(model.verdictProperty().get().word()).isEqualTo("Hypothesis broken");
        assertThat(model.figures()).extracting(Figure::caption).containsExactly("customers hurt",
                "orders failed (27.3 %)", "impact", "detect", "blind", "fault, proved");
        assertThat(model.figures().getFirst().value()).matches("\\d+ of 40");
    }

    @Test
    void everyPredictionHasItsVerdictAndTheBrokenOnesAreSurprises() {
        model.open(run);
        assertThat(model.predictions()).hasSize(10);
        assertThat(model.heldProperty().get()).isEqualTo("7 of 10 held");
        assertThat(model.predictions().getFirst().wanted()).isEqualTo("≤ 15 s");
        assertThat(model.surprises()).extracting(Surprise::state).containsExactly(State.BROKEN, State.BROKEN,
                State.BROKEN);
    }

    @Test
    void aBlastRadiusThatWasPassedLeadsToTheInstantItWasPassed() {
        model.open(run);
        Surprise hurt = model.surprises().getFirst();
        assertThat(hurt.text()).isEqualTo("customers hurt at any time");
        model.lookAt(hurt);
        assertThat(model.timeline().playhead().at()).isEqualTo(Instant.parse("2026-01-01T00:00:25Z"));
    }

    @Test
    void thePlayheadBeginsAtTheFirstFaultAndTheSelectedLineFollowsIt() {
        model.open(run);
        TimelineViewModel timeline = model.timeline();
        assertThat(timeline.playhead().at()).isEqualTo(timeline.stripProperty().get().zero());
        timeline.playhead().end();
        assertThat(timeline.selectedProperty().get()).isEqualTo(timeline.shown().getLast());
        timeline.playhead().home();
        assertThat(timeline.selectedProperty().get().row().text()).isEqualTo("10 predictions sealed");
    }

    @Test
    void whatPeopleToldStandsAmongWhatHappenedAlsoWhenItIsToldLater() throws IOException {
        Path words = run.resolve("coe.yaml");
        Files.writeString(words, "coe: 1\ntimeline:\n"
                + "  - { at: 2025-12-31 16:00:00, kind: change, role: lead, text: headroom was cut, evidence: [OPS-1] }\n");
        model.open(run);
        TimelineViewModel timeline = model.timeline();
        assertThat(timeline.shown().getFirst().row().text()).isEqualTo("(31 December 2025) headroom was cut");
        assertThat(timeline.stripProperty().get().from()).as("the strip shows the run")
                .isEqualTo("2026-01-01T00:00:00Z");
        timeline.choose(timeline.shown().getFirst());
        assertThat(timeline.selectedProperty().get()).isEqualTo(timeline.shown().getFirst());
        assertThat(timeline.evidence()).isEqualTo("OPS-1");
        int before = timeline.size();
        Files.writeString(words,
                Files.readString(words) + "  - { at: 2026-01-01 00:00:30, text: asked for capacity }\n");
        model.words().again();
        assertThat(timeline.size()).isEqualTo(before + 1);
    }

    @Test
    void arrowsGoThroughTheLinesThatAreShown() {
        model.open(run);
        TimelineViewModel timeline = model.timeline();
        timeline.filterProperty().set(TimelineLine.Filter.FAULT);
        assertThat(timeline.shown()).hasSize(2);
        timeline.playhead().home();
        timeline.playhead().nextEvent();
        timeline.playhead().nextEvent();
        assertThat(timeline.selectedProperty().get().row().lead()).isEqualTo("Fault ended:");
        timeline.searchProperty().set("no such thing");
        assertThat(timeline.shown()).isEmpty();
        assertThat(timeline.selectedProperty().get()).isNull();
    }

    @Test
    void aLineOfSeveralAtOneInstantStaysChosen() {
        model.open(run);
        TimelineViewModel timeline = model.timeline();
        TimelineLine first = timeline.shown().stream()
                .filter(line -> line.row().at().equals(timeline.stripProperty().get().zero())).findFirst()
                .orElseThrow();
        timeline.choose(first);
        assertThat(timeline.selectedProperty().get()).isEqualTo(first);
    }

    @Test
    void theStripHasFaultAlarmsAndImpactWithItsTeller() {
        model.open(run);
        Strip strip = model.timeline().stripProperty().get();
        assertThat(strip.faults().getFirst().label()).isEqualTo("zone-power-loss az1 · 40.0 s".replace("40.0", "40"));
        assertThat(strip.faults().getFirst().after()).startsWith("gone, proved after");
        assertThat(strip.alarms().getFirst().label()).contains("zone-impact az1");
        assertThat(strip.site().windows().getFirst().label()).contains("told by site-availability after 3.0 s");
        assertThat(strip.silences()).as("nobody could say anything in a simulation").isEmpty();
    }

    @Test
    void theReceiptIsOneLine() {
        model.open(run);
        assertThat(model.receiptProperty().get().state()).isEqualTo(State.HEALTHY);
        assertThat(model.receiptProperty().get().word()).startsWith("Receipt: 1 fault injected, 1 seen gone");
    }

    @Test
    void aSealThatCannotBeCheckedIsNotCalledVerified() {
        model.open(run);
        assertThat(model.sealProperty().get().state()).isEqualTo(State.UNKNOWN);
        assertThat(model.sealProperty().get().told()).contains("predictions.sealed.json is not in the run's folder");
    }

    @Test
    void aSealThatDiffersIsSaid() throws IOException {
        Files.writeString(run.resolve("predictions.sealed.json"),
                "{\"salt\":\"salt\",\"predictions\":[{\"id\":\"p1\",\"text\":\"something else\",\"hash\":\"\"}]}");
        model.open(run);
        assertThat(model.sealProperty().get().state()).isEqualTo(State.ALARM);
        assertThat(model.sealProperty().get().told()).contains("p1");
    }

    @Test
    void aGarbledLineIsNamedAndTheOthersAreShown() throws IOException {
        List<String> lines = journal();
        lines.set(29, "{\"seq\": 30, \"at\": oops");
        Files.write(run.resolve("journal.jsonl"), lines);
        model.open(run);
        assertThat(model.troubles()).singleElement()
                .satisfies(trouble -> assertThat(trouble.what()).contains("journal.jsonl:30"));
        assertThat(model.shownProperty().get()).isTrue();
    }

    @Test
    void aTornJournalIsShownAsInterrupted() throws IOException {
        List<String> lines = journal().subList(0, 120);
        Files.writeString(run.resolve("journal.jsonl"), String.join("\n", lines) + "\n{\"seq\":121,\"at\":\"20");
        model.open(run);
        assertThat(model.verdictProperty().get().word()).isEqualTo("Interrupted");
        assertThat(model.troubles()).singleElement()
                .satisfies(trouble -> assertThat(trouble.what()).contains("in the middle of a line"));
        assertThat(model.figures().getLast().value()).isEqualTo("not seen gone");
    }

    @Test
    void theControllersLastWordsAreMissingWhileItIsStillPlaying() throws IOException {
        Files.write(run.resolve("journal.jsonl"), journal().subList(0, 120));
        alive = true;
        model.open(run);
        assertThat(model.verdictProperty().get().word()).isEqualTo("Playing");
        assertThat(model.troubles()).isEmpty();
        assertThat(model.export().readyProperty().get()).isFalse();
        model.attach();
        assertThat(navigator.went).containsExactly("attach " + run.getFileName());
    }

    @Test
    void whatTheAgentSawAfterTheControllerWasKilledCounts() throws IOException {
        Files.write(run.resolve("journal.jsonl"), journal().subList(0, 120));
        Files.writeString(run.resolve("faults.jsonl"),
                """
                        {"at":"2026-01-01T00:00:50Z","run":"r","entry":{"type":"Reverting","id":"f1","why":"lease"}}
                        {"at":"2026-01-01T00:00:52Z","run":"r","entry":{"type":"ConfirmedGone","id":"f1","measure":"m","value":"v"}}
                        """);
        model.open(run);
        assertThat(model.figures().getLast().value()).isEqualTo("gone");
        assertThat(model.timeline().shown()).extracting(line -> line.row().evidence()).contains("F-1");
    }

    @Test
    void aFolderWithoutJournalStillShowsItsReports() throws IOException {
        Files.delete(run.resolve("journal.jsonl"));
        model.open(run);
        assertThat(model.shownProperty().get()).isFalse();
        assertThat(model.troubles()).singleElement()
                .satisfies(trouble -> assertThat(trouble.nextStep()).contains("Put journal.jsonl back"));
        assertThat(model.coe().pagesProperty().get()).isPositive();
    }

    @Test
    void aMissingFolderAnEmptyJournalAndOneWithoutBeginSayWhatToDo() throws IOException {
        model.open(place.resolve("moved away"));
        assertThat(model.troubles().getFirst().what()).contains("no run folder");
        Files.writeString(run.resolve("journal.jsonl"), "");
        model.open(run);
        assertThat(model.troubles().getFirst().what()).contains("holds no entry");
        List<String> lines = new ArrayList<>(Files.readAllLines(original.resolve("journal.jsonl")));
        Files.write(run.resolve("journal.jsonl"), lines.subList(1, lines.size()));
        model.open(run);
        assertThat(model.troubles().getFirst().what()).contains("journal.jsonl:1");
    }

    @Test
    void aDamagedDocumentThatCannotBeMadeAgainIsSaidWithoutAnyProgramsWords() throws IOException {
        Files.writeString(run.resolve("coe.pdf"), "not a PDF");
        Files.delete(run.resolve("journal.jsonl"));
        model.open(run);
        assertThat(model.coe().sentenceProperty().get()).contains("it is damaged").doesNotContain("Exception");
        assertThat(model.coe().canTryAgainProperty().get()).isFalse();
    }

    @Test
    void anotherRunForgetsTheFirst() {
        model.open(run);
        model.open(place.resolve("moved away"));
        assertThat(model.figures()).isEmpty();
        assertThat(model.predictions()).isEmpty();
        assertThat(model.timeline().stripProperty().get()).isNull();
        assertThat(model.verdictProperty().get()).isNull();
    }

    @Test
    void theClockOfTheHotDebriefGoesOnWhereTheSameRunIsOpenedAgain() throws IOException {
        Files.copy(original.resolve("coe.yaml"), run.resolve("coe.yaml"));
        model.open(run);
        model.hot().startOrPause();
        clock.advance(Duration.ofMinutes(3));
        model.open(run);
        assertThat(model.hot().buttonProperty().get()).isEqualTo("Hot debrief · 17:00");
        model.open(place.resolve("moved away"));
        assertThat(model.hot().buttonProperty().get()).isEqualTo("Hot debrief · 20 min");
    }

    @Test
    void theWindowClosesAfterWhatWasTypedIsWrittenAndWaitsForNobodyElse() {
        model.open(run);
        AtomicInteger closed = new AtomicInteger();
        model.leave(closed::incrementAndGet);
        assertThat(closed).hasValue(1);
        clock.advance(Duration.ofSeconds(5));
        assertThat(closed).as("once").hasValue(1);
    }

    @Test
    void replayPausesTheStripAndGoesToLive() {
        model.open(run);
        model.timeline().playhead().playOrPause();
        model.replay();
        assertThat(navigator.went).containsExactly("replay " + run.getFileName());
        assertThat(model.timeline().playhead().playingProperty().get()).isFalse();
    }
}
