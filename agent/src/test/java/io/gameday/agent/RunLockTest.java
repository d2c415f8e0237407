package io.gameday.agent;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.process.ChildProcess;
import io.gameday.process.JavaCommand;
import io.gameday.process.ParentWatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RunLockTest {

    @TempDir
    Path folder;

    private RunLock take(String run) throws Exception {
        return RunLock.take(new StateFolder(folder), run, folder.resolve(run));
    }

    @Test
    void aSecondRunIsToldWhoIsThereAndWhatToDo() throws Exception {
        long pid = ProcessHandle.current().pid();
        try (RunLock first = take("r1")) {
            assertThat(first).isNotNull();
            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(() -> take("r2")).isInstanceOf(RunLock.Taken.class)
                        .hasMessage("Run r1 is under way (process " + pid + ", folder " + folder.resolve("r1")
                                + "). One run at a time on a machine: wait until it ends, or end it with Ctrl-C in its "
                                + "terminal or: kill -INT " + pid);
            }
        }
    }

    @Test
    void aRunThatEndedLeavesNoLock() throws Exception {
        take("r1").close();
        take("r2").close();
    }

    @Test
    void anotherProcessHoldsTheLockUntilItIsKilled() throws Exception {
        ChildProcess other = ChildProcess.start("holder", JavaCommand.of(Holder.class, 32, List.of(folder.toString())),
                Map.of(), folder.resolve("errors"), line -> {
                }, code -> {
                });
        other.ready().get(40, TimeUnit.SECONDS);
        assertThatThrownBy(() -> take("r2")).isInstanceOfSatisfying(RunLock.Taken.class,
                taken -> assertThat(taken.holder())
                        .isEqualTo(new RunLock.Holder("r1", other.pid(), folder.resolve("r1").toString())));
        other.kill();
        Await.until("the holder is gone", () -> !other.alive());
        take("r2").close();
    }

    /// A run in another process.
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            RunLock.take(new StateFolder(folder), "r1", folder.resolve("r1"));
            ParentWatch.whenParentEnds(() -> System.exit(0));
            ParentWatch.ready(Map.of());
            Thread.currentThread().join();
        }
    }
}
