package io.gameday.reference.host;

import io.gameday.experiment.Experiment.Evacuation;
import io.gameday.experiment.Experiment.Logging;
import io.gameday.http.Network;
import io.gameday.observability.Scope;
import io.gameday.process.ChildProcess;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.reference.fake.Await;
import io.gameday.reference.log.LogDriver;
import io.gameday.reference.log.LogSink;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// A real task, a shell, writing 3 MB of log to a real sink that is stalled.
@Timeout(180)
@DisabledOnOs(OS.WINDOWS)
class HostLogsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LINES = 3000;
    /// What lies between the sink and the task's own write: the pipe, the hand-over, the reader's buffers. A Linux pipe
    /// holds 64 lines of 1 KB.
    private static final int LINES_ON_THE_WAY = 200;
    /// Waits to be told to begin, so that the test can stall the sink first; then notes each line it could write.
    private static final String SCRIPT = """
            echo 'GAMEDAY-READY {"service":1,"management":2}'
            while [ ! -e "$1/begin" ]; do sleep 0.05; done
            padding=$(printf '%01000d' 0)
            i=0
            while [ $i -lt 3000 ]; do
              i=$((i + 1))
              echo "line $i $padding"
              echo $i >"$1/progress"
            done
            exec sleep 600
            """;

    @TempDir
    Path folder;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final RealClock loop = new RealClock("test", failure -> log.add("failed: " + failure));
    private final Network network = new Network("test");
    private final CompletableFuture<Integer> exited = new CompletableFuture<>();
    private AppFolder app;
    private HostLogs logs;
    private ChildProcess task;

    @AfterEach
    void end() {
        task.kill();
        within(exited);
        loop.close();
        network.close();
    }

    @Test
    void whileTheSinkIsStalledABlockingTaskStandsStillInItsOwnWriteAndNothingIsLost() throws IOException {
        start(Logging.BLOCKING);
        LogSink.Stall stall = stalled();
        begin();
        Await.until(() -> state().blocked(), this::state);
        long stuck = standstill();

        assertThat(stuck).isBetween(30L, (long) LINES_ON_THE_WAY);
        assertThat(state().dropped()).isZero();
        Await.until(() -> log.stream().anyMatch(line -> line.startsWith("orders-1's log pipe is not")), () -> log);
        assertThat(numbers()).isEmpty();

        ended(stall);

        Await.until(() -> progress() == LINES && numbers().size() == LINES, this::state);
        assertThat(numbers()).isEqualTo(LongStream.rangeClosed(1, LINES).boxed().toList());
        Await.until(() -> log.contains("orders-1's log pipe is being read again"), () -> log);
    }

    @Test
    void whileTheSinkIsStalledANonBlockingTaskGoesOnAndItsLostLinesAreCounted() throws IOException {
        start(Logging.NON_BLOCKING);
        LogSink.Stall stall = stalled();
        begin();
        Await.until(() -> progress() == LINES && state().lines() + state().dropped() == LINES, this::state);

        long dropped = state().dropped();
        assertThat(dropped).isBetween(1000L, 2500L);
        assertThat(numbers()).isEmpty();
        Await.until(
                () -> log.stream()
                        .anyMatch(line -> line.matches(
                                "orders-1 lost log lines: \\d+ in the last second, " + dropped + " in all; .*")),
                () -> log);

        ended(stall);

        Await.until(() -> numbers().size() >= LINES - dropped, this::state);
        assertThat(numbers()).isEqualTo(LongStream.rangeClosed(1, LINES - dropped).boxed().toList());
        assertThat(onLoop(logs::view).dropped()).isEqualTo(dropped);
    }

    @Test
    void aBlockedTaskThatIsKilledIsNoticedDuringTheStallAndItsLastLinesArriveAfterIt() throws IOException {
        start(Logging.BLOCKING);
        LogSink.Stall stall = stalled();
        begin();
        Await.until(() -> state().blocked(), this::state);
        long stuck = standstill();

        task.kill();

        assertThat(within(exited)).isEqualTo(128 + 9);
        // Nobody stands in the reader's place any more: the pipe was read to its end.
        assertThat(state().blocked()).isFalse();
        assertThat((long) state().lines()).isBetween(stuck, stuck + 1);

        ended(stall);

        Await.until(() -> onLoop(logs::view).drivers().isEmpty(), this::state);
        assertThat(numbers()).startsWith(LongStream.rangeClosed(1, stuck).boxed().toArray(Long[]::new))
                .doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aStallOfAnotherZoneIsNoneForThisTask() throws IOException {
        start(Logging.BLOCKING);
        LogSink.Stall stall = onLoop(() -> logs.sink().stall(new Scope.Zone("az2")));
        begin();
        Await.until(() -> numbers().size() == LINES, this::state);
        ended(stall);
        assertThat(Files.readAllLines(app.log("orders-1"))).isNotEmpty();
    }

    private void start(Logging mode) throws IOException {
        AppConfig standard = AppConfig.standard(1, 2, 150, 40, 1, folder.toString());
        AppConfig config = new AppConfig(standard.cells(), standard.zones(), 150, 40, Map.of(), standard.shape(),
                standard.routing(), new AppConfig.Mechanisms(true, true, true, mode, true, Evacuation.OFF, null, null),
                1, folder.toString());
        app = AppFolder.create(config, new Random(1));
        logs = new HostLogs(config, app, network, loop, log::add);
        // As ProcessTasks does it, which needs links and so a proxy server.
        LogDriver driver = onLoop(() -> logs.open(new TaskOrder("orders-1", "cell-1", "az1", "127.0.1.10", 1, "1"),
                new BoundedLog(app.log("orders-1"), BoundedLog.LARGEST)));
        task = ChildProcess.start("orders-1", List.of("/bin/sh", "-c", SCRIPT, "task", folder.toString()), Map.of(),
                app.logs().resolve("orders-1.err"), driver, code -> {
                    driver.ended();
                    exited.complete(code);
                });
        task.ready().thenRun(driver::ready).orTimeout(60, TimeUnit.SECONDS).join();
    }

    private LogSink.Stall stalled() {
        return onLoop(() -> logs.sink().stall(Scope.SITE));
    }

    private void ended(LogSink.Stall stall) {
        onLoop(() -> {
            stall.end();
            return 0;
        });
    }

    private void begin() throws IOException {
        Files.createFile(folder.resolve("begin"));
    }

    private LogDriver.State state() {
        return onLoop(logs::view).drivers().getFirst();
    }

    /// The line that the task got to, once it has not come further for a second. A slow machine may make that too
    /// early, which lets the test see less, but never fail.
    private long standstill() {
        long last = progress();
        for (int unchanged = 0; unchanged < 10; unchanged++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            long now = progress();
            unchanged = now == last ? unchanged : -1;
            last = now;
        }
        return last;
    }

    private long progress() {
        try {
            Path file = folder.resolve("progress");
            // Empty in the instant in which the shell writes it anew.
            String text = Files.exists(file) ? Files.readString(file).strip() : "";
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Of the lines in the sink's file, in their order there; the last may be half written while this reads.
    private List<Long> numbers() {
        Path file = app.logs().resolve("sink.jsonl");
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1).lines()
                    .map(line -> JSON.readTree(line).path("n").asLong()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private <T> T onLoop(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return within(result);
    }

    private static <T> T within(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
