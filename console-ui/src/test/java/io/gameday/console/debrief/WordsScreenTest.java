package io.gameday.console.debrief;

import io.gameday.console.Picture;
import io.gameday.console.ScreenRobot;
import io.gameday.console.SimulatedRun;
import io.gameday.console.Styles;
import io.gameday.console.debrief.words.Standing;
import io.gameday.console.debrief.words.Tab;
import io.gameday.report.why.WhyNode;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFileReader;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/// People write the COE by keyboard and mouse, and find it in `coe.yaml`.
@ExtendWith(ApplicationExtension.class)
class WordsScreenTest {

    private final ScreenRobot robot = new ScreenRobot();

    private final RealClock clock = new RealClock("test", failure -> {
    });
    private final Background slow = new Background();
    private final DebriefViewModel model = new DebriefViewModel(Platform::runLater, slow, clock, new FakeNavigator(),
            new FakeDesk(), folder -> false, () -> List.of("task-crash"));
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

    private Path open(Path place) throws Exception {
        Path run = SimulatedRun.of("az-power-loss-unscaled", place);
        ask(() -> {
            model.open(run);
            return true;
        });
        until(() -> model.words().standingProperty().get() instanceof Standing.Open);
        return run.resolve(CoeFileReader.FILE);
    }

    private static CoeFile read(Path file) {
        try {
            return CoeFileReader.read(file.toString(), Files.readString(file)).file().orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void key(KeyCode... keys) {
        robot.press(keys).release(keys);
    }

    private void choose(String told) {
        TreeView<Object> tree = robot.lookup("#words-whys").query();
        robot.interact(() -> {
            tree.requestFocus();
            tree.getSelectionModel().select(find(tree.getRoot(), told));
        });
    }

    private static TreeItem<Object> find(TreeItem<Object> under, String told) {
        for (TreeItem<Object> child : under.getChildren()) {
            if (child.getValue().toString().contains(told)) {
                TreeItem<Object> below = find(child, told);
                return below == null ? child : below;
            }
            TreeItem<Object> below = find(child, told);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    private void type(String id, String text) {
        TextInputControl field = robot.lookup(id).query();
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
        });
        key(KeyCode.CONTROL, KeyCode.ENTER);
    }

    @Test
    void byKeyboardADraftIsAcceptedAChildAndEvidenceAreAddedAndAnActionForIt(@TempDir Path place) throws Exception {
        Path file = open(place);
        robot.clickOn("#words-tab-whys");
        choose("id=D2");
        key(KeyCode.ENTER);
        until(() -> model.words().file().whys().size() == 1);
        key(KeyCode.INSERT);
        until(() -> model.words().file().whys().size() == 2);
        assertThat(ask(() -> scene.getFocusOwner().getId())).isEqualTo("words-why-statement");
        type("#words-why-statement", "nobody had looked at the headroom");
        until(() -> !model.words().file().whys().getLast().statement().isEmpty());
        ListView<TimelineLine> events = robot.lookup("#words-events").query();
        TimelineLine alarm = ask(() -> events.getItems().stream()
                .filter(line -> line.row().kind().name().equals("ALARM")).findFirst().orElseThrow());
        robot.interact(() -> events.getSelectionModel().select(alarm));
        choose("id=W2");
        key(KeyCode.CONTROL, KeyCode.L);
        until(() -> !model.words().file().whys().getLast().evidence().isEmpty());
        robot.clickOn("#words-whys-action");
        until(() -> model.words().file().actions().size() == 1);
        until(() -> "words-actions-title".equals(scene.getFocusOwner().getId()));
        type("#words-actions-title", "Add a check of the headroom");
        until(() -> !model.words().file().actions().getFirst().title().isEmpty());
        CoeFile read = read(file);
        assertThat(read.whys()).extracting(WhyNode::id).containsExactly("W1", "W2");
        assertThat(read.whys().getFirst().draft()).isEqualTo("D2");
        assertThat(read.whys().getLast().under()).containsExactly("W1");
        assertThat(read.whys().getLast().evidence()).containsExactly(alarm.row().evidence());
        assertThat(read.actions()).extracting(ActionItem::title, ActionItem::addresses)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Add a check of the headroom", List.of("W2")));
    }

    @Test
    void tabAndShiftTabChangeTheLevelAndEscapeLeavesTheTree(@TempDir Path place) throws Exception {
        open(place);
        robot.clickOn("#words-tab-whys");
        for (String draft : List.of("id=D1", "id=D2")) {
            int before = ask(() -> model.words().file().whys().size());
            choose(draft);
            key(KeyCode.ENTER);
            until(() -> model.words().file().whys().size() == before + 1);
        }
        choose("id=W2");
        key(KeyCode.TAB);
        until(() -> model.words().file().whys().getLast().under().equals(List.of("W1")));
        key(KeyCode.SHIFT, KeyCode.TAB);
        until(() -> model.words().file().whys().getLast().under().equals(List.of("IMPACT")));
        key(KeyCode.ESCAPE);
        assertThat(ask(() -> scene.getFocusOwner().getId())).isEqualTo("words-tab-whys");
    }

    @Test
    void arrowsInTheTreeMoveInTheTreeAndNotThePlayhead(@TempDir Path place) throws Exception {
        open(place);
        robot.clickOn("#words-tab-whys");
        choose("name=IMPACT");
        var before = ask(() -> model.timeline().playhead().at());
        key(KeyCode.DOWN);
        key(KeyCode.LEFT);
        key(KeyCode.LEFT);
        TreeView<Object> tree = robot.lookup("#words-whys").query();
        assertThat(ask(() -> tree.getRoot().getChildren().getFirst().isExpanded())).isFalse();
        assertThat(ask(() -> model.timeline().playhead().at())).isEqualTo(before);
    }

    @Test
    void whatSomebodyElseChangedIsToldWithAButtonToReadAgain(@TempDir Path place) throws Exception {
        Path file = open(place);
        robot.clickOn("#words-tab-summary");
        Files.writeString(file, Files.readString(file).replace("severity: ", "severity: 3 "));
        type("#words-summary-title", "Mine");
        until(() -> !model.words().troubleProperty().get().isEmpty());
        assertThat(robot.lookup("#words-trouble").<Label>query().getText()).contains("changed by somebody else");
        picture("words-trouble");
        robot.clickOn("#words-again");
        until(() -> model.words().troubleProperty().get().isEmpty());
        assertThat(robot.lookup("#words-summary-title").<TextInputControl>query().getText()).isEqualTo("Mine");
        assertThat(robot.lookup("#words-summary-severity").<TextInputControl>query().getText()).startsWith("3");
    }

    @Test
    void everyPlaceIsLookedAtAndWhatTakesTheFocusHasAName(@TempDir Path place) throws Exception {
        Path run = SimulatedRun.of("az-power-loss-unscaled", place);
        Path words = Path.of("").toAbsolutePath().getParent().resolve("docs/coe.md");
        String example = Files.readString(words).split("```yaml\n")[1].split("```")[0];
        Files.writeString(run.resolve(CoeFileReader.FILE), example);
        ask(() -> {
            model.open(run);
            return true;
        });
        until(() -> model.words().standingProperty().get() instanceof Standing.Open);
        for (boolean dark : new boolean[]{false, true}) {
            for (Tab tab : Tab.values()) {
                ask(() -> {
                    Styles.show(scene, dark);
                    model.words().tabProperty().set(tab);
                    return true;
                });
                if (tab == Tab.WHYS) {
                    choose("id=W3");
                }
                WaitForAsyncUtils.waitForFxEvents();
                picture("words-" + tab.name().toLowerCase(Locale.ROOT) + (dark ? "-dark" : "-light"));
            }
        }
        for (Node node : robot.lookup((Node any) -> any.isFocusTraversable() && any.isVisible()
                && String.valueOf(any.getId()).startsWith("words-")).<Node>queryAll()) {
            assertThat(node.getAccessibleText() != null || node instanceof Labeled label && !label.getText().isEmpty())
                    .as(node.getId()).isTrue();
        }
    }

    private void picture(String name) {
        ask(() -> {
            try {
                return Picture.of(scene, name);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }
}
