package io.gameday.console.run;

import io.gameday.console.SimulatedRun;
import io.gameday.journal.Event;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Real controllers, as processes of their own, on the simulated target.
class ControllerTest {

    @TempDir
    private Path out;

    private final BlockingQueue<Runnable> ui = new ArrayBlockingQueue<>(1_000);
    private final List<String> said = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable Path folder;
    private @Nullable Integer exitCode;
    private @Nullable Controller controller;

    private final Controller.Listener listener = new Controller.Listener() {
        @Override
        public void progress(String sentence) {
            said.add(sentence);
        }

        @Override
        public void playing(Path runFolder) {
            folder = runFolder;
        }

        @Override
        public void ended(int code, String lastWords) {
            exitCode = code;
        }
    };

    @AfterEach
    void endWhatIsLeft() throws Exception {
        if (controller != null) {
            controller.close();
        }
    }

    /// The UI thread of this test, until something is so.
    private void until(BooleanSupplier so) throws InterruptedException {
        while (!so.getAsBoolean()) {
            Runnable task = ui.poll(120, TimeUnit.SECONDS);
            assertThat(task).as("something for the UI to do; said so far: " + said).isNotNull();
            task.run();
        }
    }

    private Runs runs() {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1", "-Dgameday.home=" + SimulatedRun.catalog().getParent().getParent(),
                        "-cp", System.getProperty("java.class.path"), "io.gameday.cli.Gameday"));
        return new Runs(command, out, ui::add, Clock.systemUTC()::instant);
    }

    private static Path experiment(String name) {
        return SimulatedRun.catalog().resolve(name + ".yaml");
    }

    @Test
    void aRunIsStartedFollowedToItsEndAndReplayed() throws Exception {
        try (Runs runs = runs()) {
            controller = runs.start(experiment("az-power-loss-unscaled"), "simulated", Guests.NONE, listener);
            until(() -> folder != null);
            FollowedRun run = runs.follow(folder, problems::add);
            until(() -> run.contact().get() instanceof Contact.Ended);
            until(() -> exitCode != null);

            assertThat(exitCode).isEqualTo(3);
            assertThat(run.view().ended()).isNotNull().extracting(Event.RunEnded::exitCode).isEqualTo(3);
            assertThat(problems).isEmpty();

            List<ReplayedRun> replays = new ArrayList<>();
            runs.replay(folder, replays::add, problems::add);
            until(() -> !replays.isEmpty());
            replays.getFirst().seek(replays.getFirst().end());
            assertThat(replays.getFirst().view().ended()).isEqualTo(run.view().ended());
        }
    }

    @Test
    void whatCannotBePlayedEndsWithTheSentenceOfTheCommandLine() throws Exception {
        try (Runs runs = runs()) {
            controller = runs.start(out.resolve("missing.yaml"), "simulated", Guests.NONE, listener);
            until(() -> exitCode != null);

            assertThat(exitCode).isEqualTo(2);
            assertThat(folder).isNull();
            assertThat(String.join("\n", said)).contains("missing.yaml");
        }
    }
}
