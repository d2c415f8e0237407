package io.gameday.console;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.console.debrief.Desk;
import io.gameday.console.text.Texts;
import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

/// The whole console, as one user plays it: every controller is a process of its own, on the simulated target.
@ExtendWith(ApplicationExtension.class)
class GameDayByClicksTest {

    private final ScreenRobot robot = new ScreenRobot();

    private static final List<String> GAMEDAY = DayFolder.gameday("io.gameday.cli.Gameday");

    private final DayFolder day = DayFolder.make();
    private final Path here = day.path();
    private final Clicks screen = new Clicks("game-day-by-clicks");

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
        new ConsoleWindow(stage, GAMEDAY, DayFolder.home(), here, new StateFolder(here.resolve("state")), desk)
                .open(null);
    }

    @AfterEach
    void endWhatIsLeft() {
        controllers.forEach(Process::destroyForcibly);
    }

    private Optional<Path> exported() throws IOException {
        try (Stream<Path> files = Files.list(here)) {
            return files.filter(file -> file.getFileName().toString().matches("exported-.*coe\\.html")).findFirst();
        }
    }

    @Test
    void chosenPreparedPlayedWatchedDebriefedAndExported() throws Exception {
        // choose
        screen.click("#home-search");
        robot.write("unscaled");
        screen.click("az-power-loss-unscaled");
        // prepare
        screen.until(() -> screen.shown("#yaml"));
        // play, on the simulated target
        screen.click("#rehearse");
        screen.click("#open-rehearsal");
        // debrief
        screen.until(() -> screen.shown("#debrief-verdict"));
        screen.until(() -> Clicks
                .onScreen(() -> robot.lookup("#debrief-predictions").queryListView().getItems().size() == 10));
        assertThat(day.events(Event.RunEnded.class)).singleElement()
                .satisfies(end -> assertThat(end.verdict()).isEqualTo(Verdict.BROKEN));
        // watch it again
        screen.click("#debrief-replay");
        screen.until(() -> screen.shown(Texts.of("live.banner.replay")));
        assertThat(screen.enabled("#stop")).isEmpty();
        // export
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT4).release(KeyCode.DIGIT4, KeyCode.CONTROL);
        screen.click("#export-html");
        screen.until(() -> exported().isPresent());
        assertThat(Files.readString(exported().orElseThrow())).contains("SIMULATION");
    }

    @Test
    void aRunThatSomebodyElseStartedIsFollowedNotedAndStopped() throws Exception {
        List<String> command = new ArrayList<>(GAMEDAY);
        command.addAll(List.of("run", "az-power-loss", "--on", "simulated", "--speed", "4", "--out",
                here.resolve("runs").toString()));
        Process controller = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(here.resolve("controller.txt").toFile()).start();
        controllers.add(controller);

        screen.until(() -> screen.shown(Texts.of("home.verdict.playing")));
        screen.click(Texts.of("home.attach"));
        screen.until(() -> screen.enabled("#stop").isPresent());
        screen.until(() -> !day.events(Event.FaultInjected.class).isEmpty());
        robot.type(KeyCode.O);
        robot.write("az1 is dark");
        robot.type(KeyCode.ENTER);
        screen.until(() -> !day.events(Event.NoteTaken.class).isEmpty());
        robot.press(KeyCode.F12).release(KeyCode.F12);

        assertThat(controller.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(controller.exitValue()).isEqualTo(6);
        assertThat(day.events(Event.NoteTaken.class)).filteredOn(note -> note.role().equals("facilitator"))
                .singleElement().satisfies(note -> assertThat(note.text()).contains("az1 is dark"));
        assertThat(day.events(Event.FaultConfirmedGone.class)).singleElement()
                .satisfies(gone -> assertThat(gone.gone()).isEqualTo(Verdict.HELD));
        screen.until(() -> screen.enabled("#stop").isEmpty());
        screen.click("#live-debrief");
        screen.until(() -> screen.shown("#debrief-verdict"));
    }
}
