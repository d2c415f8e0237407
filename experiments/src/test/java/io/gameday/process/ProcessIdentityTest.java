package io.gameday.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledOnOs(OS.LINUX)
class ProcessIdentityTest {

    @Test
    void aLivingProcessIsRecognisedUntilItEnds() throws Exception {
        Process process = new ProcessBuilder("sleep", "600").start();
        ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElseThrow();
        assertThat(identity.alive()).isTrue();
        assertThat(ProcessIdentity.of(process.pid())).contains(identity);
        process.destroyForcibly().waitFor();
        assertThat(identity.alive()).isFalse();
        assertThat(ProcessIdentity.of(process.pid())).isEmpty();
    }

    @Test
    void anotherStartOrAnotherBootIsAnotherProcess() {
        ProcessIdentity own = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
        assertThat(own.alive()).isTrue();
        assertThat(new ProcessIdentity(own.pid(), own.startTicks() + 1, own.bootId()).alive()).isFalse();
        assertThat(new ProcessIdentity(own.pid(), own.startTicks(), "another boot").alive()).isFalse();
    }

    @Test
    void aNameWithBracketsAndBlanksDoesNotShiftTheFields(@TempDir Path folder) throws Exception {
        Path program = folder.resolve("a) S 1 (b");
        Files.copy(Path.of("/bin/sleep"), program);
        Process process = new ProcessBuilder(program.toString(), "600").start();
        try {
            ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElseThrow();
            ProcessIdentity own = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
            assertThat(identity.startTicks()).isGreaterThanOrEqualTo(own.startTicks());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aProcessThatHasEndedAndWasNotAskedAboutIsNotAlive() throws Exception {
        // The shell starts a child and becomes a program that never asks about it.
        Process parent = new ProcessBuilder("/bin/sh", "-c", "sleep 600 & echo $!; exec sleep 600").start();
        try (BufferedReader out = parent.inputReader()) {
            long pid = Long.parseLong(out.readLine());
            ProcessIdentity identity = ProcessIdentity.of(pid).orElseThrow();
            assertThat(new ProcessBuilder("kill", "-KILL", Long.toString(pid)).start().waitFor()).isZero();
            while (!state(pid).equals("Z")) {
                Thread.onSpinWait();
            }
            assertThat(identity.alive()).isFalse();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    private static String state(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
        return stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    }
}
