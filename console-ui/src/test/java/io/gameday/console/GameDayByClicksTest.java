package io.gameday.console;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.console.debrief.Desk;
import io.gameday.console.text.Texts;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalReader;
import io.gameday.journal.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/// The whole console, as one user plays it: every controller is a process of its own, on the simulated target.
@ExtendWith(ApplicationExtension.class)
class GameDayByClicksTest {

    /// Not taken away afterwards: documents of the last run may still be made while the test ends.
    private final Path here = folder();

    private final List<Process> controllers = new ArrayList<>();
    private Stage stage;

    private final Desk desk = new Desk() {
        @Override
        public Optional<Path> saveAs(String name) {
            return Optional.of(here.resolve("exported-" + name));
        }

        @Override
        public void open(Path folder) {
            throw new AssertionError("nobody asked for " + folder);
        }
    };

    @Start
    void start(Stage shown) {
        stage = shown;
        Path home = SimulatedRun.catalog().getParent().getParent();
        new ConsoleWindow(stage, gameday(), home, here, new StateFolder(here.resolve("state")), desk).open(null);
    }

    @AfterEach
    void endWhatIsLeft() {
        controllers.forEach(Process::destroyForcibly);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "by-clicks")), "day")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> gameday() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Dgameday.home=" + SimulatedRun.catalog().getParent().getParent(), "-cp",
                System.getProperty("java.class.path"), "io.gameday.cli.Gameday");
    }

    private static void until(Callable<Boolean> so) {
        try {
            WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, so);
        } catch (TimeoutException e) {
            throw new AssertionError("it did not come to that within 180 s; see " + picture(), e);
        }
    }

    private static Path picture() {
        return onScreen(() -> Picture.of(Window.getWindows().getFirst().getScene(), "game-day-by-clicks"));
    }

    /// Asked on JavaFX's thread: the screen changes under whoever looks from another one.
    private static <T> T onScreen(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, look);
    }

    private static Optional<Node> find(FxRobot robot, String query, Predicate<Node> which) {
        return onScreen(() -> robot.lookup(query).queryAll().stream().filter(which).findFirst());
    }

    private static boolean shown(FxRobot robot, String query) {
        return find(robot, query, GameDayByClicksTest::visible).isPresent();
    }

    private static Optional<Node> enabled(FxRobot robot, String query) {
        return find(robot, query, node -> visible(node) && !node.isDisabled());
    }

    private static boolean visible(Node node) {
        for (@Nullable
        Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /// Clicks it where a mouse would; waits until it is there and may be pressed.
    private static void click(FxRobot robot, String query) {
        until(() -> enabled(robot, query).isPresent());
        robot.clickOn(enabled(robot, query).orElseThrow());
    }

    private Path onlyRun() throws IOException {
        try (Stream<Path> folders = Files.list(here.resolve("runs"))) {
            return folders.filter(Files::isDirectory).sorted().findFirst().orElseThrow();
        }
    }

    private Optional<Path> exported() throws IOException {
        try (Stream<Path> files = Files.list(here)) {
            return files.filter(file -> file.getFileName().toString().matches("exported-.*coe\\.html")).findFirst();
        }
    }

    private <E extends Event> List<E> events(Class<E> type) throws IOException {
        return JournalReader.read(onlyRun().resolve("journal.jsonl")).entries().stream().map(Entry::event)
                .filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void chosenPreparedPlayedWatchedDebriefedAndExported(FxRobot robot) throws Exception {
        // choose
        click(robot, "#home-search");
        robot.write("unscaled");
        click(robot, "az-power-loss-unscaled");
        // prepare
        until(() -> shown(robot, "#yaml"));
        // play, on the simulated target
        click(robot, "#rehearse");
        click(robot, "#open-rehearsal");
        // debrief
        until(() -> shown(robot, "#debrief-verdict"));
        until(() -> onScreen(() -> robot.lookup("#debrief-predictions").queryListView().getItems().size() == 10));
        assertThat(events(Event.RunEnded.class)).singleElement()
                .satisfies(end -> assertThat(end.verdict()).isEqualTo(Verdict.BROKEN));
        // watch it again
        click(robot, "#debrief-replay");
        until(() -> shown(robot, Texts.of("live.banner.replay")));
        assertThat(enabled(robot, "#stop")).isEmpty();
        // export
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT4).release(KeyCode.DIGIT4, KeyCode.CONTROL);
        click(robot, "#export-html");
        until(() -> exported().isPresent());
        assertThat(Files.readString(exported().orElseThrow())).contains("SIMULATION");
    }

    @Test
    void aRunThatSomebodyElseStartedIsFollowedNotedAndStopped(FxRobot robot) throws Exception {
        List<String> command = new ArrayList<>(gameday());
        command.addAll(List.of("run", "az-power-loss", "--on", "simulated", "--speed", "4", "--out",
                here.resolve("runs").toString()));
        Process controller = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(here.resolve("controller.txt").toFile()).start();
        controllers.add(controller);

        until(() -> shown(robot, Texts.of("home.verdict.playing")));
        click(robot, Texts.of("home.attach"));
        until(() -> enabled(robot, "#stop").isPresent());
        until(() -> !events(Event.FaultInjected.class).isEmpty());
        robot.type(KeyCode.O);
        robot.write("az1 is dark");
        robot.type(KeyCode.ENTER);
        until(() -> !events(Event.NoteTaken.class).isEmpty());
        robot.press(KeyCode.F12).release(KeyCode.F12);

        assertThat(controller.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(controller.exitValue()).isEqualTo(6);
        assertThat(events(Event.NoteTaken.class)).filteredOn(note -> note.role().equals("facilitator")).singleElement()
                .satisfies(note -> assertThat(note.text()).contains("az1 is dark"));
        assertThat(events(Event.FaultConfirmedGone.class)).singleElement()
                .satisfies(gone -> assertThat(gone.gone()).isEqualTo(Verdict.HELD));
        until(() -> enabled(robot, "#stop").isEmpty());
        click(robot, "#live-debrief");
        until(() -> shown(robot, "#debrief-verdict"));
    }
}
