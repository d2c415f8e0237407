package io.gameday.console.live;

import io.gameday.console.Picture;
import io.gameday.console.ScreenRobot;
import io.gameday.console.SimulatedRun;
import io.gameday.console.Styles;
import io.gameday.console.frame.Navigator;
import io.gameday.console.run.Contact;
import io.gameday.journal.Event;
import io.gameday.observability.Scope;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ApplicationExtension.class)
class LiveScreenTest {

    private final ScreenRobot robot = new ScreenRobot();

    @TempDir
    static Path runs;

    private static Path folder;

    private final LiveViewModel model = new LiveViewModel(Runnable::run, Runnable::run);
    private final List<String> gone = new ArrayList<>();
    private LiveView view;
    private Scene scene;

    @BeforeAll
    static void playOnce() throws IOException {
        folder = SimulatedRun.of("az-power-loss-unscaled", runs);
    }

    @Start
    void start(Stage stage) {
        Navigator navigator = (Navigator) Proxy.newProxyInstance(Navigator.class.getClassLoader(),
                new Class<?>[]{Navigator.class}, (_, method, _) -> {
                    gone.add(method.getName());
                    return null;
                });
        view = new LiveView(model, navigator);
        BorderPane root = new BorderPane(view.content());
        root.setTop(view.header());
        scene = new Scene(root, 1280, 800);
        scene.getStylesheets().setAll(Styles.sheets());
        stage.setScene(scene);
        stage.show();
        view.shown();
    }

    private JournalledRun shown() {
        JournalledRun run = JournalledRun.of(folder).until(Event.FaultInjected.class::isInstance)
                .after(Duration.ofSeconds(20));
        robot.interact(() -> {
            model.show(run);
            view.content().requestFocus();
        });
        return run;
    }

    @Test
    void withoutARunItIsSaidWhereToGo() {
        robot.clickOn("Go to Home");

        assertThat(gone).containsExactly("home");
    }

    @Test
    void aLetterBeginsAnEntryAndEnterWritesIt() {
        JournalledRun run = shown();

        robot.type(KeyCode.O);
        robot.write("no checks fail");
        robot.type(KeyCode.ENTER);

        WaitForAsyncUtils.waitForFxEvents();
        assertThat(run.asked).containsExactly("facilitator: observation: no checks fail");
    }

    @Test
    void lettersAreWordsWhileSomebodyWrites() {
        JournalledRun run = shown();

        robot.type(KeyCode.N);
        robot.write("Anode");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup(".entry-bar .text-field").queryAs(TextField.class).getText()).isEqualTo("Anode");
        assertThat(model.entry().kindProperty().get()).isEqualTo(EntryBar.Kind.NOTE);
        assertThat(run.asked).isEmpty();
    }

    @Test
    void aRefusedEntryKeepsItsWordsAndSaysWhy() {
        JournalledRun run = shown();
        run.refusal = "the controller does not answer; try again";

        robot.type(KeyCode.D);
        robot.write("wait");
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup(".entry > .trouble").queryAs(Label.class).getText())
                .contains("the controller does not answer; try again");
        assertThat(model.entry().textProperty().get()).isEqualTo("wait");
    }

    @Test
    void aFaultIsTakenAwayWithAClick() {
        JournalledRun run = shown();

        robot.clickOn("Take this fault away");

        WaitForAsyncUtils.waitForFxEvents();
        assertThat(run.asked).containsExactly("facilitator ends f1");
    }

    @Test
    void aTileOpensItsChartsAndBackspaceGoesBack() {
        shown();
        robot.clickOn(robot.lookup(".tile:gray").<TileView>query());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model.charts().placeProperty().get()).isInstanceOf(Scope.CellZone.class);

        robot.type(KeyCode.BACK_SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model.charts().placeProperty().get()).isInstanceOf(Scope.Zone.class);
    }

    @Test
    void aReplayHasARibbonAndNothingToPress() {
        JournalledRun run = JournalledRun.of(folder).until(Event.FaultInjected.class::isInstance)
                .after(Duration.ofSeconds(20));
        run.contact(new Contact.Replayed());
        run.controls = null;
        robot.interact(() -> model.show(run));

        assertThat(robot.lookup("REPLAY").queryAll()).isNotEmpty();
        assertThat(robot.lookup("Take this fault away").match(node -> node.isVisible()).queryAll()).isEmpty();
        assertThat(robot.lookup(".entry").query().isVisible()).isFalse();
    }

    @Test
    void f9OpensTheAudienceWindowAndClosesItWithoutTheRunNoticing() {
        JournalledRun run = shown();
        int before = Window.getWindows().size();

        robot.interact(() -> javafx.event.Event.fireEvent(view.content(), f9()));
        assertThat(Window.getWindows()).hasSize(before + 1);

        robot.interact(() -> javafx.event.Event.fireEvent(view.content(), f9()));
        assertThat(Window.getWindows()).hasSize(before);
        assertThat(run.asked).isEmpty();
    }

    private static KeyEvent f9() {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F9, false, false, false, false);
    }

    @Test
    void aDisplayThatWentIsSaidOnLive() {
        shown();

        robot.interact(() -> model.audience().displayGone());

        assertThat(robot.lookup("#live-audience-said").queryAs(Label.class).getText()).contains("The run goes on");
    }

    @Test
    void everythingFitsAt1280x800() {
        shown();
        WaitForAsyncUtils.waitForFxEvents();

        robot.lookup(".panel").queryAll().forEach(panel -> {
            var bounds = panel.localToScene(panel.getLayoutBounds());
            assertThat(bounds.getMaxX()).isLessThanOrEqualTo(1280);
            assertThat(bounds.getMaxY()).isLessThanOrEqualTo(800);
        });
    }

    @Test
    void itsPictureIsTaken() throws Exception {
        shown();

        Path picture = WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS,
                WaitForAsyncUtils.asyncFx(() -> Picture.of(scene, "live")));

        assertThat(picture).isNotEmptyFile();
    }
}
