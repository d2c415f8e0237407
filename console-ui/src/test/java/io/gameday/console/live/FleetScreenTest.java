package io.gameday.console.live;

import io.gameday.console.Picture;
import io.gameday.console.ScreenRobot;
import io.gameday.console.SimulatedRun;
import io.gameday.console.Styles;
import io.gameday.console.frame.Navigator;
import io.gameday.journal.Event;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

@ExtendWith(ApplicationExtension.class)
class FleetScreenTest {

    private final ScreenRobot robot = new ScreenRobot();

    @TempDir
    static Path runs;

    private static Path folder;

    private final LiveViewModel model = new LiveViewModel(Runnable::run, Runnable::run);
    private Scene scene;

    @BeforeAll
    static void playOnce() throws IOException {
        folder = SimulatedRun.of("az-power-loss-unscaled", text -> text.replace("cells: 2", "cells: 24")
                .replace("customers: 40, rate: 120/s", "customers: 240, rate: 480/s"), runs);
    }

    @Start
    void start(Stage stage) {
        Navigator nowhere = (Navigator) Proxy.newProxyInstance(Navigator.class.getClassLoader(),
                new Class<?>[]{Navigator.class}, (_, _, _) -> null);
        LiveView view = new LiveView(model, nowhere);
        BorderPane root = new BorderPane(view.content());
        root.setTop(view.header());
        scene = new Scene(root, 1280, 800);
        scene.getStylesheets().setAll(Styles.sheets());
        stage.setScene(scene);
        stage.show();
        view.shown();
    }

    private void shown() {
        JournalledRun run = JournalledRun.of(folder).until(Event.FaultInjected.class::isInstance)
                .after(Duration.ofSeconds(20));
        robot.interact(() -> model.show(run));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node map() {
        return robot.lookup("#live-fleet-map").query();
    }

    private boolean tiles() {
        return robot.lookup(".tile").queryAll().stream()
                .anyMatch(tile -> tile.isVisible() && tile.getScene() != null
                        && tile.localToScene(tile.getBoundsInLocal()).getWidth() > 0
                        && tile.getParent().getParent().getParent().getParent().isVisible());
    }

    @Test
    void manyCellsAreAMapAndAListOfTheWorst() {
        shown();

        assertThat(map().isVisible()).isTrue();
        assertThat(model.fleet().fleetProperty().get().cells()).hasSize(24);
        assertThat(model.matrixProperty().get().cells()).isEmpty();
        TableView<?> worst = robot.lookup("#live-fleet-worst").queryAs(TableView.class);
        assertThat(worst.getItems()).hasSameSizeAs(model.fleet().fleetProperty().get().hurt());
        assertThat(model.alarmsProperty().get()).extracting(AlarmRow::name).containsOnlyOnce("cell-impact");
        robot.interact(() -> assertThatNoException().isThrownBy(() -> Picture.of(scene, "live-fleet")));
    }

    @Test
    void aCellIsFoundOpenedWithItsTasksAndLeftAgain() {
        shown();

        robot.interact(() -> robot.lookup("#live-fleet-search").queryAs(TextField.class).requestFocus());
        robot.write("17");
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(model.fleet().openedProperty().get()).isEqualTo("cell-17");
        assertThat(model.matrixProperty().get().cells()).singleElement()
                .satisfies(row -> assertThat(row.head().name()).isEqualTo("cell-17"));
        assertThat(tiles()).isTrue();
        assertThat(model.charts().path()).hasSize(2);

        robot.interact(() -> map().requestFocus());
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(model.fleet().openedProperty().get()).isNull();
        assertThat(model.matrixProperty().get().cells()).isEmpty();
        assertThat(model.charts().path()).hasSize(1);
    }

    @Test
    void arrowsChooseAndEnterOpens() {
        shown();

        robot.interact(() -> map().requestFocus());
        robot.type(KeyCode.RIGHT);
        assertThat(model.fleet().chosenProperty().get()).isEqualTo("cell-1");
        robot.type(KeyCode.RIGHT);
        assertThat(model.fleet().chosenProperty().get()).isEqualTo("cell-2");
        assertThat(map().getAccessibleText()).startsWith("cell-2: ");
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(model.fleet().openedProperty().get()).isEqualTo("cell-2");
    }
}
