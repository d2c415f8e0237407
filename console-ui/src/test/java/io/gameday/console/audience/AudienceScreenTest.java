package io.gameday.console.audience;

import io.gameday.console.Picture;
import io.gameday.console.ScreenRobot;
import io.gameday.console.SimulatedRun;
import io.gameday.console.Styles;
import io.gameday.console.live.JournalledRun;
import io.gameday.journal.Event;
import io.gameday.journal.Phase;
import io.gameday.observability.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ApplicationExtension.class)
class AudienceScreenTest {

    private final ScreenRobot robot = new ScreenRobot();

    @TempDir
    static Path runs;

    private static Path folder;

    private final AudienceViewModel model = new AudienceViewModel();
    private final AudienceWindow window = new AudienceWindow(model);
    private Scene console;

    @BeforeAll
    static void playOnce() throws IOException {
        folder = SimulatedRun.of("az-power-loss-unscaled", runs);
    }

    @Start
    void start(Stage stage) {
        console = new Scene(new StackPane(), 600, 400);
        console.getStylesheets().setAll(Styles.sheets());
        stage.setScene(console);
        stage.show();
    }

    private JournalledRun during() {
        return JournalledRun.of(folder).until(Event.FaultInjected.class::isInstance).after(Duration.ofSeconds(20));
    }

    private static List<Scene> open() {
        return Window.getWindows().stream().map(Window::getScene)
                .filter(scene -> scene.getRoot() instanceof AudienceView).toList();
    }

    private static String words(Node node) {
        String own = node instanceof Labeled labeled ? labeled.getText() + " " + node.getAccessibleText() + "\n" : "";
        StringBuilder all = new StringBuilder(own);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.append(words(child)));
        }
        return all.toString();
    }

    @Test
    void duringAFaultNothingOfItIsOnTheScreen() {
        JournalledRun run = during();
        robot.interact(() -> model.show(run));
        robot.interact(() -> window.toggle(console));
        WaitForAsyncUtils.waitForFxEvents();

        String words = words(open().getFirst().getRoot());
        assertThat(words).contains("Requests answered", "az1", "ALARM", "Anybody may stop.")
                .doesNotContainIgnoringCase("power").doesNotContain("unscaled", "T+", "lease", "planned", "cell-1 is");
        assertThat(model.charts().frameProperty().get().faults()).isEmpty();
        assertThat(model.charts().frameProperty().get().plannedEnd()).isNull();
    }

    @Test
    void strictlyThereIsOneRowForTheWholeSite() {
        JournalledRun run = during();
        robot.interact(() -> model.show(run));
        assertThat(model.charts().frameProperty().get().rows()).hasSize(4);

        robot.interact(() -> model.strictProperty().set(true));
        robot.interact(() -> window.toggle(console));

        assertThat(model.charts().frameProperty().get().rows()).extracting(row -> row.scope())
                .containsExactly(Scope.SITE);
        assertThat(words(open().getFirst().getRoot())).doesNotContain("az1", "az2", "az3", "cell-1", "cell-2");
    }

    @Test
    void closingItChangesNothingInTheRun() {
        JournalledRun run = during();
        robot.interact(() -> model.show(run));
        robot.interact(() -> window.toggle(console));
        assertThat(open()).hasSize(1);

        robot.interact(() -> window.toggle(console));

        assertThat(open()).isEmpty();
        assertThat(run.asked).isEmpty();
        assertThat(model.saidProperty().get()).isEmpty();
    }

    @Test
    void aDisplayThatGoesIsSaidUntilTheWindowIsOpenedAgain() {
        robot.interact(model::displayGone);
        assertThat(model.saidProperty().get()).contains("The run goes on");

        robot.interact(() -> window.toggle(console));

        assertThat(model.saidProperty().get()).isEmpty();
    }

    @Test
    void afterTheRunAllIsOpen() {
        JournalledRun run = during();
        robot.interact(() -> model.show(run));
        assertThat(model.happened()).noneMatch(line -> line.text().contains("injected"));

        robot.interact(run::end);

        assertThat(model.phaseProperty().get()).isEqualTo(Phase.LEARN);
        assertThat(model.happened()).anyMatch(line -> line.text().contains("injected"));
        assertThat(model.happened()).isSortedAccordingTo((a, b) -> Long.compare(b.seq(), a.seq()));
    }

    @Test
    void itGoesToTheDisplayThatTheConsoleIsNotOn() {
        Rectangle2D left = new Rectangle2D(0, 0, 1280, 800);
        Rectangle2D right = new Rectangle2D(1280, 0, 1920, 1080);
        Rectangle2D onLeft = new Rectangle2D(10, 10, 1200, 700);

        assertThat(Displays.second(List.of(left), onLeft)).isEmpty();
        assertThat(Displays.second(List.of(left, right), onLeft)).contains(right);
        assertThat(Displays.second(List.of(left, right), new Rectangle2D(1300, 0, 1280, 800))).contains(left);
    }

    @Test
    void itsPicturesAreTakenInLightAndDark() throws Exception {
        JournalledRun run = during();
        run.add(new Event.NoteTaken("observer", "health checks are green in az2 and az3, orders fail there"));
        robot.interact(() -> model.show(run));
        robot.interact(() -> window.toggle(console));
        WaitForAsyncUtils.waitForFxEvents();

        for (String look : List.of("light", "dark")) {
            Path picture = WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(() -> {
                Scene scene = open().getFirst();
                Pane root = (Pane) scene.getRoot();
                Styles.show(scene, look.equals("dark"));
                root.applyCss();
                root.layout();
                model.refresh();
                return Picture.of(scene, "audience-" + look);
            }));
            assertThat(picture).isNotEmptyFile();
        }
        robot.interact(() -> Styles.show(null, false));
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
    }
}
