package io.gameday.console.home;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.gameday.console.Picture;
import io.gameday.console.ScreenRobot;
import io.gameday.console.SimulatedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ApplicationExtension.class)
class HomeScreenTest {

    private final ScreenRobot robot = new ScreenRobot();

    @TempDir
    static Path folder;

    private final ExecutorService background = Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());
    private Stage stage;
    private HomeFixture home;
    private HomeView view;

    @Start
    void start(Stage stage) throws IOException {
        this.stage = stage;
        home = new HomeFixture(Files.createTempDirectory(folder, "home"), Platform::runLater, background);
        view = new HomeView(home.model);
        StackPane header = new StackPane(view.header());
        header.setStyle("-fx-min-height: 52px; -fx-padding: 0 12px 0 14px; -fx-background-color: -gd-panel;"
                + "-fx-border-color: transparent transparent -gd-border transparent;");
        StackPane rail = new StackPane();
        rail.setStyle("-fx-min-width: 48px; -fx-background-color: -gd-panel;"
                + "-fx-border-color: transparent -gd-border transparent transparent;");
        BorderPane frame = new BorderPane(view.content());
        frame.setTop(header);
        BorderPane all = new BorderPane(frame);
        all.setLeft(rail);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Scene scene = new Scene(all, 1280, 800);
        List.of("console", "home").forEach(sheet -> scene.getStylesheets()
                .add(HomeView.class.getResource("/io/gameday/console/" + sheet + ".css").toExternalForm()));
        stage.setScene(scene);
        stage.show();
        view.shown();
    }

    @AfterEach
    void stop() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, view::hidden);
        background.shutdownNow();
    }

    @Test
    void whoHasPlayedNothingIsShownHowAGameDayGoes() throws Exception {
        until(() -> home.model.welcome().get() && !home.model.catalog().groups().isEmpty());

        assertThat(texts()).contains("Play your first game day", "Prepare", "Detect", "Respond", "Learn",
                "Nothing was played yet. Each run leaves a row here.", "No fault of ours is in force");
        picture("home-empty-light", false);
        picture("home-empty-dark", true);
        robot.clickOn("Play");
        robot.clickOn("Rehearse");

        until(() -> home.asked.equals(List.of("play az-power-loss.yaml local", "play az-power-loss.yaml simulated")));
    }

    @Test
    void manyRunsAndFiles() throws Exception {
        SimulatedRun.of("az-power-loss-unscaled", home.runs());
        Files.move(SimulatedRun.of("az-power-loss", home.runs()), home.runs().resolve("2026-01-01T13-48-00Z-x"));
        Files.move(SimulatedRun.of("task-crash", home.runs()), home.runs().resolve("2025-12-31T13-48-00Z-x"));
        new RunFixture(home.runs(), "2026-01-01T14-59-00Z-a").started("az-power-loss").injected().second(120, 80, 3)
                .playedBy(RunFixture.living());
        new RunFixture(home.runs(), "2025-12-20T14-59-00Z-a").started("all-cells-over").injected().second(120, 80, 3)
                .raw("{\"seq\":1,");
        new RunFixture(home.runs(), "2025-12-20T14-58-00Z-a").started("garbled").raw("nonsense\nnonsense\n");
        new RunFixture(home.runs(), "2025-12-20T14-57-00Z-a")
                .started("a-very-long-name-of-an-experiment-that-somebody-gave-in-a-hurry-to-a-file").injected()
                .ended(7, "zone-power-loss (f1) is not confirmed gone. Clear it with: gameday recover");
        new RunFixture(home.runs(), "2025-12-20T14-56-00Z-a").started("決済-ゾーン停止").ended(5,
                "no steady state within 90 s: availability ≥ 99.9 % for 10 s: last 94.0 %, held for 0 s");
        String text = home.experiment("az-power-loss");
        home.save("checkout-az2-slow.yaml", text);
        home.save("orders-bad-release.yaml", HomeFixture.broken(text));
        Files.setLastModifiedTime(
                home.save("決済-ゾーン停止.yaml",
                        text.replace("title: Lose one Availability Zone at peak", "title: 決済サービスで 1 ゾーンを止める")),
                FileTime.from(HomeFixture.NOW));
        until(() -> home.model.runs().rows().size() == 8 && home.model.files().rows().size() == 3);
        picture("home-light", false);
        picture("home-dark", true);
        assertThat(texts()).contains("playing now", "interrupted", "unreadable", "fault left", "not started");
        robot.clickOn("garbled");

        until(() -> home.asked.equals(List.of("debrief 2025-12-20T14-58-00Z-a")));
    }

    @Test
    void ctrlKGoesToTheSearchAndTypingFindsAnExperiment() throws Exception {
        until(() -> home.cards().size() == 3);

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("task crash");

        until(() -> home.cards().size() == 1);
        assertThat(robot.lookup(".home-card").queryAll()).hasSize(1);
        robot.push(KeyCode.ESCAPE);
        until(() -> home.cards().size() == 3);
    }

    @Test
    void enterOnACardPreparesIt() throws Exception {
        until(() -> home.cards().size() == 3);

        robot.interact(() -> robot.lookup(".home-card").queryAll().stream()
                .filter(card -> "task-crash".equals(card.getUserData())).findFirst().orElseThrow().requestFocus());
        robot.push(KeyCode.ENTER);

        until(() -> home.asked.equals(List.of("prepare task-crash.yaml")));
    }

    @Test
    void aThemeShowsItsExperimentsOnly() throws Exception {
        until(() -> home.cards().size() == 3);

        robot.clickOn("Tasks");

        until(() -> robot.lookup(".home-card").queryAll().size() == 1);
        assertThat(texts()).contains("One task crashes").doesNotContain("Lose one Availability Zone at peak");
    }

    @Test
    void aFileSavedWithAProblemTurnsToIt() throws Exception {
        String text = home.experiment("az-power-loss");
        home.save("mine.yaml", text);
        until(() -> texts().contains("valid"));

        home.save("mine.yaml", HomeFixture.broken(text));

        until(() -> texts().contains("line 21: 1 problem"));
        assertThat(texts()).doesNotContain("valid");
    }

    @Test
    void aNewExperimentIsNamedWhereTheFilesAre() throws Exception {
        until(() -> home.cards().size() == 3);

        robot.interact(() -> home.model.newExperiment());
        robot.write("mine");
        robot.push(KeyCode.ENTER);

        until(() -> home.asked.equals(List.of("prepare mine.yaml")));
    }

    @Test
    void aFaultThatWasLeftIsVioletAndTakenAwayByAClick() throws Exception {
        home.left("r1", RunFixture.gone());
        home.recovery = () -> List.of(new Recovery.Outcome(false,
                "zone-power-loss zone az1 may still be in force: the host " + "does not answer",
                "curl -X DELETE http://127.0.0.1:1/faults/r1.f1"));
        robot.interact(home.model::refresh);
        until(() -> texts().contains("1 fault may be in force: zone-power-loss az1"));

        robot.clickOn("Take away");

        until(() -> texts().contains("Clear it by hand with"));
        picture("home-fault-light", false);
        picture("home-fault-dark", true);
    }

    private void picture(String name, boolean dark) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Application.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
            stage.getScene().getRoot().getStyleClass().remove("dark");
            if (dark) {
                stage.getScene().getRoot().getStyleClass().add("dark");
            }
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Picture.of(stage.getScene(), name));
    }

    private List<String> texts() {
        return robot.lookup(node -> node instanceof Labeled && node.isVisible()).<Labeled>queryAll().stream()
                .map(Labeled::getText).toList();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
