package io.gameday.console.frame;

import io.gameday.console.Fonts;
import io.gameday.console.Picture;
import io.gameday.console.ScreenRobot;
import io.gameday.console.SimulatedRun;
import io.gameday.console.Styles;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalReader;
import io.gameday.journal.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ApplicationExtension.class)
class FrameViewTest {

    private final ScreenRobot robot = new ScreenRobot();

    private static List<Entry> journal = List.of();

    private final FrameViewModel model = new FrameViewModel(() -> Instant.EPOCH, ZoneOffset.UTC);
    private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
    private TestRun run;
    private Scene scene;
    private Stage stage;

    @BeforeAll
    static void aRun(@TempDir Path folder) throws IOException {
        journal = JournalReader.read(new RunFolder(SimulatedRun.of("az-power-loss-unscaled", folder)).journal())
                .entries();
    }

    @Start
    void open(Stage window) {
        Fonts.load();
        Fonts.load();
        stage = window;
        for (Place place : Place.values()) {
            screens.put(place, new Plain(Rail.word(place)));
        }
        FrameView view = new FrameView(model, screens);
        scene = new Scene(view, 1280, 800);
        scene.getStylesheets().setAll(Styles.sheets());
        model.darkProperty().subscribe(dark -> Styles.show(scene, dark));
        view.keys(scene);
        window.setScene(scene);
        // The window of the test before this one may have been made smaller.
        window.setWidth(1280);
        window.setHeight(800);
        window.show();
        run = new TestRun(journal);
    }

    private <T> T onScreen(Supplier<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, what::get);
    }

    private void change(Runnable what) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, what);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void playUntil(Class<? extends Event> type) {
        change(() -> {
            model.show(run, Origin.OURS);
            run.until(entry -> type.isInstance(entry.event()));
            model.go(Place.LIVE);
        });
    }

    @Test
    void theScreensAreReachedByKeysAlone() {
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        assertThat(model.placeProperty().get()).isEqualTo(Place.PREPARE);

        change(() -> robot.lookup("#rail-debrief").query().requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(model.placeProperty().get()).isEqualTo(Place.DEBRIEF);
        assertThat(onScreen(() -> scene.getFocusOwner())).isSameAs(screens.get(Place.DEBRIEF).firstFocus());
    }

    @Test
    void f12StopsWhileATextFieldHasTheFocus() {
        playUntil(Event.FaultInjected.class);
        robot.type(KeyCode.F12);

        assertThat(run.stops).isOne();
        assertThat(onScreen(() -> ((Label) scene.lookup("#stop-detail")).getText())).isEqualTo("0 of 1 gone");
    }

    @Test
    void ctrlPeriodStopsWhileADialogIsOpen() throws TimeoutException {
        playUntil(Event.FaultInjected.class);
        change(() -> {
            Alert alert = new Alert(Alert.AlertType.INFORMATION, "in the way");
            alert.initOwner(stage);
            alert.show();
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.listWindows().size() > 1);

        robot.press(KeyCode.CONTROL, KeyCode.PERIOD).release(KeyCode.PERIOD, KeyCode.CONTROL);

        assertThat(run.stops).isOne();
    }

    @Test
    void stopIsTheFirstInFocusOrderAndNeverClipped() {
        playUntil(Event.FaultInjected.class);
        change(() -> {
            stage.setWidth(900);
            scene.getRoot().requestFocus();
        });
        robot.type(KeyCode.TAB);

        Node stop = scene.lookup("#stop");
        assertThat(onScreen(() -> scene.getFocusOwner())).isSameAs(stop);
        assertThat(onScreen(() -> stop.localToScene(stop.getBoundsInLocal()).getMaxX()))
                .isLessThanOrEqualTo(onScreen(scene::getWidth));
        assertThat(onScreen(() -> ((Label) scene.lookup("#stop-detail")).getWidth())).isGreaterThan(100);
    }

    @Test
    void coloursChangeWithOneButton() {
        robot.clickOn("#rail-theme");
        assertThat(scene.getRoot().getStyleClass()).contains("dark");

        robot.clickOn("#rail-theme");
        assertThat(scene.getRoot().getStyleClass()).doesNotContain("dark");
    }

    @Test
    void theQuestionBeforeClosingLeavesStopWithinReach() {
        playUntil(Event.FaultInjected.class);
        change(() -> model.closing().requested());

        robot.clickOn("#stop");
        assertThat(run.stops).isOne();

        robot.clickOn("#closing-keep");
        assertThat(model.closing().stateProperty().get()).isEqualTo(ClosingViewModel.State.NO);
    }

    @Test
    void aNoticeIsReadAndDismissed() {
        change(() -> model.notices().say("runs/a cannot be read: permission denied. Is it yours?"));
        assertThat(((Label) scene.lookup("#notice-text")).getText()).contains("permission denied");

        robot.clickOn("#notice-dismiss");

        assertThat(scene.lookup("#notice").isVisible()).isFalse();
    }

    @Test
    void pictures() {
        picture("frame-home-light");
        playUntil(Event.AlarmChanged.class);
        change(() -> run.to(run.now.plusSeconds(24)));
        picture("frame-live-light");
        change(() -> model.darkProperty().set(true));
        picture("frame-live-dark");
        change(() -> model.closing().requested());
        picture("frame-closing-dark");
        change(() -> {
            model.closing().keepPlaying();
            model.darkProperty().set(false);
            model.helpProperty().set(true);
        });
        picture("frame-help-light");
        change(() -> {
            model.helpProperty().set(false);
            model.notices()
                    .say("決済-ゾーン停止.yaml cannot be saved: no space left on device. Free some space and save again.");
            model.stop().stop();
            model.go(Place.HOME);
        });
        picture("frame-stopping-notice-light");
        change(() -> {
            run.toTheEnd();
            model.go(Place.LIVE);
        });
        picture("frame-ended");
        assertThat(Path.of("target", "pictures", "frame-ended.png")).exists();
    }

    private void picture(String name) {
        change(() -> {
            try {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                Picture.of(scene, name);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    /// A screen with one text field.
    private static final class Plain implements Screen {

        private final Label title;
        private final TextField field = new TextField("決済 0123456789");
        private final VBox content;

        Plain(String name) {
            title = new Label(name);
            title.getStyleClass().add("screen-title");
            Label mono = new Label("1111111111 WWW 0.0\n8888888888 iii 7.5");
            mono.getStyleClass().add("mono");
            Label semi = new Label("semi-bold 600 in Inter");
            semi.getStyleClass().add("strong");
            Label value = new Label("73.0 %");
            value.getStyleClass().addAll("value", "mono");
            javafx.scene.control.Button primary = new javafx.scene.control.Button("Play");
            primary.getStyleClass().add("primary");
            content = new VBox(10, field, mono, semi, value, new javafx.scene.control.Button("Rehearse"), primary);
            content.setPadding(new javafx.geometry.Insets(8));
        }

        @Override
        public Node header() {
            return title;
        }

        @Override
        public Parent content() {
            return content;
        }

        @Override
        public Node firstFocus() {
            return field;
        }
    }
}
