package io.gameday.console.debrief;

import io.gameday.console.Picture;
import io.gameday.console.ScreenRobot;
import io.gameday.console.SimulatedRun;
import io.gameday.console.Styles;
import io.gameday.console.debrief.words.Standing;
import io.gameday.observability.Scope;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/// Debrief by keyboard and mouse, as a user has it.
@ExtendWith(ApplicationExtension.class)
class DebriefScreenTest {

    private final ScreenRobot robot = new ScreenRobot();

    private final RealClock clock = new RealClock("test", failure -> {
    });
    private final Background slow = new Background();
    private final FakeDesk desk = new FakeDesk();
    private final FakeNavigator navigator = new FakeNavigator();
    private final DebriefViewModel model = new DebriefViewModel(Platform::runLater, slow, clock, navigator, desk,
            folder -> false);
    private Scene scene;

    @Start
    void start(Stage stage) {
        scene = DebriefScene.of(new DebriefView(model), 1280, 800);
        Styles.show(scene, false);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        clock.close();
        slow.close();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> ask(condition::getAsBoolean));
    }

    private static <T> T ask(Supplier<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, question::get);
    }

    private void open(Path folder) throws TimeoutException {
        ask(() -> {
            model.open(folder);
            return true;
        });
        until(() -> model.shownProperty().get() || !model.troubles().isEmpty());
    }

    private Instant at() {
        return ask(() -> model.timeline().playhead().at());
    }

    @Test
    void arrowsGoByEventAndWithShiftBySecond(@TempDir Path place) throws Exception {
        open(SimulatedRun.of("task-crash", place));
        robot.clickOn(".strip");
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        Instant begin = at();
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        Instant first = at();
        assertThat(first).isAfter(begin);
        assertThat(ask(() -> model.timeline().selectedProperty().get().row().at())).isEqualTo(first);
        robot.press(KeyCode.SHIFT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(at()).isEqualTo(first.plusSeconds(1));
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        assertThat(at()).isEqualTo(first);
    }

    @Test
    void aClickOnASurpriseMovesThePlayheadThere(@TempDir Path place) throws Exception {
        open(SimulatedRun.of("az-power-loss-unscaled", place));
        ListView<?> list = robot.lookup("#debrief-surprises").queryListView();
        until(() -> !list.lookupAll(".list-cell:filled").isEmpty());
        Surprise last = ask(() -> model.surprises().get(1));
        robot.clickOn(last.text());
        assertThat(at()).isEqualTo(last.at());
    }

    @Test
    void aChosenLineMovesThePlayheadAndThePlayheadChoosesALine(@TempDir Path place) throws Exception {
        open(SimulatedRun.of("az-power-loss-unscaled", place));
        ListView<TimelineLine> list = robot.lookup("#debrief-events").queryListView();
        TimelineLine limit = ask(() -> model.timeline().shown().stream()
                .filter(line -> line.row().lead().startsWith("Blast radius")).findFirst().orElseThrow());
        ask(() -> {
            list.getSelectionModel().select(limit);
            return true;
        });
        assertThat(at()).isEqualTo(limit.row().at());
        robot.clickOn(".strip");
        robot.press(KeyCode.END).release(KeyCode.END);
        assertThat(ask(() -> list.getSelectionModel().getSelectedItem()))
                .isEqualTo(ask(() -> model.timeline().shown().getLast()));
    }

    @Test
    void exportWritesTheFileAndSaysWhere(@TempDir Path place) throws Exception {
        Path run = SimulatedRun.of("task-crash", place);
        open(run);
        desk.chosen = place.resolve("for the team.md");
        robot.clickOn("#export-markdown");
        until(() -> model.export().savedProperty().get() != null);
        assertThat(place.resolve("for the team.md")).hasSameTextualContentAs(run.resolve("coe.md"));
        assertThat(robot.lookup("#export-sentence").<Label>query().getText()).contains("for the team.md");
    }

    @Test
    void replayGoesToLive(@TempDir Path place) throws Exception {
        Path run = SimulatedRun.of("task-crash", place);
        open(run);
        robot.clickOn("#debrief-replay");
        assertThat(navigator.went).containsExactly("replay " + run.getFileName());
    }

    @Test
    void theCoeFillsTheScreenAndEscapeBringsTheTimelineBack(@TempDir Path place) throws Exception {
        open(SimulatedRun.of("task-crash", place));
        until(() -> model.coe().pagesProperty().get() > 1);
        robot.clickOn("#debrief-preview");
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertThat(ask(() -> model.coe().pageProperty().get())).isEqualTo(1);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(ask(() -> model.coe().bigProperty().get())).isFalse();
    }

    @Test
    void aFolderWithoutJournalSaysSoWithTheNextStep(@TempDir Path place) throws Exception {
        open(place);
        assertThat(robot.lookup(".trouble .label").queryAllAs(Label.class)).extracting(Label::getText)
                .anySatisfy(text -> assertThat(text).contains("no journal at").contains("journal.jsonl"))
                .anySatisfy(text -> assertThat(text).contains("Put journal.jsonl back"));
    }

    @Test
    void aGarbledLineIsNamedAndTheRestIsShown(@TempDir Path place) throws Exception {
        Path run = SimulatedRun.of("task-crash", place);
        garble(run.resolve("journal.jsonl"), 20);
        open(run);
        assertThat(robot.lookup(".trouble .label").queryAllAs(Label.class)).extracting(Label::getText)
                .anySatisfy(text -> assertThat(text).contains("journal.jsonl:20"));
        assertThat(ask(() -> model.timeline().shown())).isNotEmpty();
    }

    static void garble(Path journal, int line) throws IOException {
        var lines = Files.readAllLines(journal);
        lines.set(line - 1, "{\"seq\": what?");
        Files.write(journal, lines);
    }

    @Test
    void itIsLookedAt(@TempDir Path place) throws Exception {
        Path run = SimulatedRun.of("az-power-loss-unscaled", place);
        open(run);
        picture("debrief-light", scene);
        ask(() -> {
            Styles.show(scene, true);
            return true;
        });
        picture("debrief-dark", scene);
        assertThat(ask(() -> model.figures().size())).isEqualTo(6);
    }

    @Test
    void aPlaceOfTheSquareIsShownOnTheStripAndEscapeGoesBackToTheSite(@TempDir Path place) throws Exception {
        open(SimulatedRun.of("gray-by-spreading", place));
        // The boxes scroll, and what scrolls is there only once it was laid out.
        until(() -> robot.lookup("#square-gray-az1").tryQuery().isPresent());
        robot.clickOn("#square-gray-az1");
        Focus focus = ask(() -> model.timeline().focusProperty().get());
        assertThat(focus.place()).isEqualTo(new Scope.Zone("az1"));
        assertThat(focus.words()).matches("az1: gray \\d+ s");
        assertThat(at()).isEqualTo(focus.ranges().getFirst().from());
        assertThat(robot.lookup("#debrief-focus").<Button>query().getText()).isEqualTo(focus.words());
        assertThat(robot.lookup("#square-gray-az1").query().getPseudoClassStates()).contains(DetectionPanel.CHOSEN);
        picture("debrief-gray-light", scene);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(ask(() -> model.timeline().focusProperty().get())).isNull();
        assertThat(robot.lookup("#debrief-focus").query().isVisible()).isFalse();
    }

    @Test
    void aWindowChosenByKeyboardIsShownOnTheStrip(@TempDir Path place) throws Exception {
        open(SimulatedRun.of("az-power-loss-unscaled", place));
        ListView<DetectionLine> list = robot.lookup("#debrief-detection").queryListView();
        until(() -> !list.lookupAll(".list-cell:filled").isEmpty());
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(1);
        });
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        DetectionLine.Finding window = (DetectionLine.Finding) ask(() -> list.getItems().get(1));
        assertThat(ask(() -> model.timeline().focusProperty().get())).isEqualTo(window.focus());
        assertThat(at()).isEqualTo(window.at());
    }

    @Test
    void whereThereIsRoomDetectionAndDocumentStandSideBySideElseOneOfThem(@TempDir Path place) throws Exception {
        open(SimulatedRun.of("gray-by-spreading", place));
        assertThat(robot.lookup("#debrief-detection").query().isVisible()).isTrue();
        robot.clickOn("#debrief-show-coe");
        assertThat(ask(() -> model.coeBesideProperty().get())).isTrue();
        robot.clickOn("#debrief-show-detection");
        assertThat(ask(() -> model.coeBesideProperty().get())).isFalse();
    }

    @Test
    void nothingOfTheSquareIsCutOff(@TempDir Path place) throws Exception {
        open(SimulatedRun.of("gray-by-spreading", place));
        WaitForAsyncUtils.waitForFxEvents();
        robot.lookup(".square .label, .square .button, .detection-place .label").queryAllAs(Labeled.class)
                .forEach(labeled -> assertThat(labeled.lookupAll(".text")).as(labeled.getText())
                        .allSatisfy(text -> assertThat(((Text) text).getText()).doesNotContain("…")));
    }

    @Test
    void aFindingIsReadInThePanelLetStandWithAReasonAndMendedInTheFile(@TempDir Path place) throws Exception {
        Path run = SimulatedRun.of("task-crash", place);
        Path words = run.resolve("coe.yaml");
        Files.writeString(words, "coe: 1\nactions: [{ id: A1, title: Add an alarm, owner: Anna and Ben }]\n");
        open(run);
        ask(() -> {
            model.shown();
            return true;
        });
        until(() -> model.findings().countProperty().get().errors() > 0);
        robot.clickOn("#findings-count");
        ListView<FindingLine> list = robot.lookup("#debrief-findings").queryListView();
        FindingLine owners = ask(() -> list.getItems().stream().filter(line -> line.where().startsWith("COE-A03"))
                .findFirst().orElseThrow());
        robot.interact(() -> {
            list.scrollTo(owners);
            list.requestFocus();
            list.getSelectionModel().select(owners);
        });
        assertThat(robot.lookup("#finding-details .label").queryAllAs(Label.class)).extracting(Label::getText).contains(
                "A1 has 2 owners: Anna and Ben", "COE-A03 · actions[1].owner, line 2",
                "Name one person; others may help.");
        picture("debrief-findings-light", scene);

        robot.clickOn("#finding-reason").write("one desk").clickOn("#finding-accept");
        until(() -> model.findings().countProperty().get().accepted() == 1);
        assertThat(words).content().contains("COE-A03").contains("one desk");
        Files.writeString(words, "coe: 1\nstatus: open\n");
        // A look may fall between two steps of writing; the next one sees the whole.
        until(() -> !list.getItems().isEmpty() && list.getItems().getFirst().reason().startsWith("status is 'open'"));
        assertThat(ask(() -> model.findings().countProperty().get().readable())).isFalse();
        assertThat(robot.lookup("#findings-count .label").queryAllAs(Label.class)).extracting(Label::getText)
                .contains("coe.yaml cannot be read");
    }

    private static void picture(String name, Scene of) {
        ask(() -> {
            try {
                return Picture.of(of, name);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    /// The window for the room, without a look at how it is made.
    private static Scene room() {
        return Window.getWindows().stream().map(Window::getScene)
                .filter(shown -> shown != null && shown.lookup("#audience-replay") != null).findFirst().orElse(null);
    }

    /// In the room's window, wherever its focus is.
    private static void press(KeyCode code) {
        ask(() -> {
            Scene room = room();
            Node focus = room.getFocusOwner() == null ? room.getRoot() : room.getFocusOwner();
            Event.fireEvent(focus, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return true;
        });
    }

    @Test
    void theRoomSeesTheReplayWithTheFaultAndEscapeClosesItAgain(@TempDir Path place) throws Exception {
        open(SimulatedRun.of("az-power-loss-unscaled", place));
        robot.clickOn(".strip");
        ask(() -> {
            model.timeline().playhead().moveTo(model.timeline().stripProperty().get().zero().plusSeconds(12));
            return true;
        });
        robot.press(KeyCode.F9).release(KeyCode.F9);
        until(() -> room() != null);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(ask(() -> ((Label) room().lookup(".audience-fault")).getText()))
                .isEqualTo("zone-power-loss az1 · in force, 12 s of 40 s");
        for (boolean dark : new boolean[]{false, true}) {
            ask(() -> {
                Styles.show(room(), dark);
                try {
                    return Picture.of(room(), "room-replay" + (dark ? "-dark" : "-light"));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
        }
        Instant before = at();
        press(KeyCode.RIGHT);
        assertThat(at()).as("→ in the window goes to the next event").isAfter(before);
        press(KeyCode.SPACE);
        assertThat(ask(() -> model.timeline().playhead().playingProperty().get())).as("Space plays").isTrue();
        press(KeyCode.SPACE);
        assertThat(ask(() -> model.timeline().playhead().playingProperty().get())).isFalse();
        press(KeyCode.ESCAPE);
        until(() -> room() == null && !model.room().shownProperty().get());
        assertThat(robot.lookup("#debrief-room").<Button>query().getText()).isEqualTo("Replay for all");
    }

    @Test
    void theButtonInTheHeaderLeadsToTheHotDebriefAndWhatIsSaidThereIsInTheFile(@TempDir Path place) throws Exception {
        Path run = SimulatedRun.of("az-power-loss-unscaled", place);
        open(run);
        until(() -> model.words().standingProperty().get() instanceof Standing.Open);
        until(() -> robot.lookup("#debrief-hot").<Button>query().getText().equals("Hot debrief · 20 min"));
        robot.clickOn("#debrief-hot");
        robot.clickOn("#hot-start");
        TextInputControl first = robot.lookup("#words-hot-1-answer").query();
        robot.interact(() -> {
            first.requestFocus();
            first.setText("all three zones take orders");
        });
        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        until(() -> !model.words().file().debrief().isEmpty());
        assertThat(Files.readString(run.resolve("coe.yaml"))).contains("answer: all three zones take orders");
        until(() -> !robot.lookup("#hot-time").<Label>query().getText().equals("20:00"));
        assertThat(robot.lookup("#hot-said").<Label>query().getText()).startsWith("Now: All clear,");
        for (boolean dark : new boolean[]{false, true}) {
            ask(() -> {
                Styles.show(scene, dark);
                try {
                    return Picture.of(scene, "hot-debrief-running" + (dark ? "-dark" : "-light"));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }
}
