package io.gameday.reference.host;

import io.gameday.observability.Scope;
import io.gameday.process.ChildProcess;
import io.gameday.process.JavaCommand;
import io.gameday.process.ProcessIdentity;
import io.gameday.reference.fake.Await;
import io.gameday.reference.host.Effect.Applying;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// With real processes, which are stopped and go on.
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class HangEffectTest {

    private static final Scope HERE = new Scope.CellZone("cell-1", "az1");
    /// Ends with its parent, as a task does.
    private static final List<String> TASK = List.of("/bin/sh", "-c", "while read -r _; do :; done");

    @TempDir
    private Path folder;
    private final EffectStage stage = new EffectStage();
    private final List<ProcessIdentity> started = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private HangEffect<RealClock> effect;
    private ChildProcess task;

    @BeforeEach
    void start() throws IOException {
        effect = new HangEffect<>(stage.loop, stage.there, folder.resolve("errors"),
                work -> Thread.ofVirtual().start(work), (name, process) -> started.add(process), stage.log::add);
        task = ChildProcess.start("task", TASK, Map.of(), folder.resolve("errors"), line -> {
        }, ended::complete);
        ProcessIdentity identity = ProcessIdentity.of(task.pid()).orElseThrow();
        stage.put("orders-1", identity, "127.0.0.1:1");
    }

    @AfterEach
    void end() {
        task.kill();
        stage.close();
    }

    @Test
    void theTaskIsStoppedUntilUndone() throws Exception {
        Effect.Undo undo = stage.applied(then -> effect.hang("f1", HERE, then));
        assertThat(stopped()).isTrue();

        stage.undone(undo);

        assertThat(stopped()).isFalse();
        assertThat(started).singleElement().matches(sleeper -> !sleeper.alive());
        assertThat(task.alive()).isTrue();
    }

    @Test
    void aTaskHangsOnce() throws Exception {
        Effect.Undo undo = stage.applied(then -> effect.hang("f1", HERE, then));

        assertThat(stage.<Applying>told(then -> effect.hang("f2", HERE, then))).isEqualTo(
                new Applying.Refused("no task of cell cell-1 zone az1 is running, but for those that hang already"));
        stage.undone(undo);
        stage.undone(stage.applied(then -> effect.hang("f2", HERE, then)));
        assertThat(stopped()).isFalse();
    }

    @Test
    void aHungTaskThatIsKilledEndsAndLeavesNothingToUndo() throws Exception {
        Effect.Undo undo = stage.applied(then -> effect.hang("f1", HERE, then));

        ProcessHandle.of(task.pid()).orElseThrow().destroy();
        assertThat(task.alive()).isTrue();
        task.kill();
        assertThat(ended.get(60, TimeUnit.SECONDS)).isEqualTo(137);
        stage.stops("orders-1");

        stage.undone(undo);
    }

    @Test
    void aTaskWhoseSleeperWasKilledGoesOn() throws Exception {
        Effect.Undo undo = stage.applied(then -> effect.hang("f1", HERE, then));

        ProcessHandle.of(started.getFirst().pid()).orElseThrow().destroyForcibly();

        Await.until(() -> !stopped(), () -> "stopped");
        stage.undone(undo);
    }

    @Test
    void aProcessThatHasTheNumberOfATaskIsLeftAlone() throws Exception {
        ProcessIdentity identity = ProcessIdentity.of(task.pid()).orElseThrow();
        stage.put("orders-1", new ProcessIdentity(identity.pid(), identity.startTicks() + 1, identity.bootId()),
                "127.0.0.1:1");

        assertThat(stage.<Applying>told(then -> effect.hang("f1", HERE, then))).isInstanceOf(Applying.Refused.class);
        assertThat(started).isEmpty();
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        try (Sleeper sleeper = Sleeper.stop(
                new ProcessIdentity(identity.pid(), identity.startTicks() + 1, identity.bootId()),
                Duration.ofMinutes(1), folder.resolve("errors"), stage.log::add, () -> over.complete(true))) {
            assertThat(sleeper.stopped()).failsWithin(Duration.ofSeconds(60));
        }
        assertThat(over.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(stopped()).isFalse();
        assertThat(stage.log).contains("process " + task.pid() + " is gone, or another one has its number");
    }

    @Test
    void noTaskIsStoppedForLongerThanTheLongestTime() throws Exception {
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        try (Sleeper sleeper = Sleeper.stop(ProcessIdentity.of(task.pid()).orElseThrow(), Duration.ofSeconds(1),
                folder.resolve("errors"), stage.log::add, () -> over.complete(true))) {
            sleeper.stopped().get(60, TimeUnit.SECONDS);

            assertThat(over.get(60, TimeUnit.SECONDS)).isTrue();
            assertThat(stopped()).isFalse();
        }
    }

    @Test
    void aKilledHostLeavesNoProcessAlthoughItsTaskWasStopped() throws Exception {
        ChildProcess host = ChildProcess.start("host",
                JavaCommand.of(SleepyHostMain.class, 32, List.of(folder.resolve("errors").toString())), Map.of(),
                folder.resolve("errors"), stage.log::add, code -> {
                });
        host.ready().get(60, TimeUnit.SECONDS);
        List<ProcessHandle> descendants = ProcessHandle.of(host.pid()).orElseThrow().descendants().toList();
        assertThat(descendants).hasSizeGreaterThanOrEqualTo(2);

        host.kill();

        for (ProcessHandle descendant : descendants) {
            descendant.onExit().get(15, TimeUnit.SECONDS);
        }
    }

    private boolean stopped() {
        try {
            String stat = Files.readString(Path.of("/proc/" + task.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
        } catch (IOException gone) {
            return false;
        }
    }
}
