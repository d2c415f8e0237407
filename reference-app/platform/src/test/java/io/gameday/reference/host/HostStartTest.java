package io.gameday.reference.host;

import io.gameday.process.ChildProcess;
import io.gameday.process.JavaCommand;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class HostStartTest {

    @Test
    void aHostWhoseDatabasesCannotStartEndsAndSaysWhyInsteadOfWaitingForTasks(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("no-folder"), "");
        AppFolder app = AppFolder.create(AppConfig.standard(1, 2, 150, 40, 1, folder.resolve("app").toString()),
                new Random(1));
        Path errors = app.log("host-process");
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        try (ChildProcess host = ChildProcess.start("host",
                JavaCommand.of(FakeHostMain.class, 64, List.of(folder.resolve("app").toString())),
                Map.of("GAMEDAY_CACHE", file.toString()), errors, line -> {
                }, ended::complete)) {
            assertThat(ended.get(60, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(host.ready()).isCompletedExceptionally();
        }
        assertThat(errors).content().contains("the app could not be started: the cache " + file + " cannot be made",
                "set GAMEDAY_CACHE to a folder that may be written to");
    }
}
