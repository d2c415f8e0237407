package io.gameday.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// With real child processes.
@DisabledOnOs(OS.WINDOWS)
class ChildProcessTest {

    private static final int PATIENCE = 60;

    @TempDir
    private Path folder;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    @Test
    void aChildSaysThatItIsReadyAndEndsWhenItsPipeCloses() throws IOException {
        try (ChildProcess child = startJvm()) {
            assertThat(await(child.ready())).isEqualTo("{\"port\":4711}");
            assertThat(lines).containsExactly("hello from the parent");
            assertThat(child.alive()).isTrue();
            child.end(PATIENCE);
            // Its own exit code: it was asked, not killed.
            assertThat(await(exit)).isEqualTo(23);
        }
    }

    @Test
    void aChildIgnoresTheTerminalsInterrupt() throws Exception {
        try (ChildProcess child = startJvm()) {
            await(child.ready());
            // The kernel's own word: bit 1 of the mask of ignored signals is SIGINT.
            if (Files.exists(Path.of("/proc/self/status"))) {
                String ignored = Files.readAllLines(Path.of("/proc/" + child.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("SigIgn:")).findFirst().orElseThrow().split("\\s+")[1];
                assertThat(Long.parseUnsignedLong(ignored, 16) & 2).isEqualTo(2);
            }
            assertThat(new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor()).isZero();
            child.end(PATIENCE);
            assertThat(await(exit)).isEqualTo(23);
        }
    }

    @Test
    void aChildThatEndsBeforeItIsReadyFailsWithThePathOfItsLog() throws IOException {
        Path errors = folder.resolve("child.log");
        try (ChildProcess child = start(List.of("/bin/sh", "-c", "echo out of memory >&2; exit 3"))) {
            assertThatThrownBy(() -> await(child.ready())).hasRootCauseInstanceOf(IOException.class)
                    .hasRootCauseMessage("child ended with exit code 3 before it was ready; see " + errors);
            assertThat(await(exit)).isEqualTo(3);
            assertThat(errors).hasContent("out of memory");
        }
    }

    @Test
    void aProgramThatDoesNotExistFailsTheSameWay() throws IOException {
        try (ChildProcess child = start(List.of("/no/such/program"))) {
            assertThatThrownBy(() -> await(child.ready())).hasRootCauseMessage(
                    "child ended with exit code 127 before it was ready; see " + folder.resolve("child.log"));
            assertThat(folder.resolve("child.log")).content().contains("/no/such/program");
        }
    }

    @Test
    void aChildThatDoesNotEndWhenAskedIsKilled() throws IOException {
        try (ChildProcess child = start(List.of("/bin/sh", "-c", "echo 'GAMEDAY-READY {}'; exec sleep 600"))) {
            await(child.ready());
            child.end(0);
            assertThat(await(exit)).isEqualTo(128 + 9);
            assertThat(child.alive()).isFalse();
        }
    }

    @Test
    void argumentsReachTheProgramAsTheyAre() throws IOException {
        try (ChildProcess child = start(List.of("/bin/echo", "GAMEDAY-READY", "a b", "$HOME", "';"))) {
            assertThat(await(child.ready())).isEqualTo("a b $HOME ';");
        }
    }

    @Test
    void whatAKilledChildHadWrittenIsReadAlthoughNobodyTookItBefore() throws IOException {
        CountDownLatch gone = new CountDownLatch(1);
        List<String> taken = new CopyOnWriteArrayList<>();
        ChildProcess.Output stuck = new ChildProcess.Output() {
            @Override
            public void line(String text) {
                awaitQuietly(gone);
                taken.add(text);
            }

            @Override
            public void gone() {
                gone.countDown();
            }
        };
        try (ChildProcess child = ChildProcess.start("child",
                List.of("/bin/sh", "-c", "echo one; echo two; touch \"$0\"; exec sleep 600",
                        folder.resolve("written").toString()),
                Map.of(), folder.resolve("child.log"), stuck, exit::complete)) {
            while (!Files.exists(folder.resolve("written"))) {
                Thread.onSpinWait();
            }
            child.kill();

            assertThat(await(exit)).isEqualTo(128 + 9);
            assertThat(taken).containsExactly("one", "two");
        }
    }

    @Test
    void aChildIsNotToldWhereItsParentPagesPeople() throws IOException {
        try (ChildProcess _ = ChildProcess.start("child",
                List.of("/bin/sh", "-c", "echo \"$GAMEDAY_SLACK_WEBHOOK$GAMEDAY_PAGERDUTY_ROUTING_KEY, $OTHER\""),
                Map.of("GAMEDAY_SLACK_WEBHOOK", "secret", "GAMEDAY_PAGERDUTY_ROUTING_KEY", "secret", "OTHER", "told"),
                folder.resolve("child.log"), lines::add, exit::complete)) {
            assertThat(await(exit)).isZero();
            assertThat(lines).containsExactly(", told");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ChildProcess startJvm() throws IOException {
        return start(JavaCommand.of(ChildMain.class, 32, List.of("the", "parent")));
    }

    private ChildProcess start(List<String> command) throws IOException {
        return ChildProcess.start("child", command, Map.of(), folder.resolve("child.log"), lines::add, exit::complete);
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }
}
