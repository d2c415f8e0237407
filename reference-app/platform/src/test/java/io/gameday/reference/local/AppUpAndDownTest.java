package io.gameday.reference.local;

import io.gameday.process.JavaCommand;
import io.gameday.reference.AppConfig;
import io.gameday.reference.host.FakeHostMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A real detached host with a real PostgreSQL; the programs it starts are shells.
@Timeout(120)
class AppUpAndDownTest {

    private static final Path CACHE = Path.of("target", "test-cache").toAbsolutePath();

    @TempDir
    Path folder;

    @AfterEach
    void down() throws Exception {
        new AppDown(folder).down();
    }

    @Test
    void anAppThatWasBroughtUpStaysUntilItIsBroughtDown() throws Exception {
        List<String> progress = new CopyOnWriteArrayList<>();
        AppUp up = new AppUp(folder, AppUpAndDownTest::fakeHost);
        AppConfig config = AppConfig.standard(1, 2, 150, 40, 1, up.folder().toString());

        try (LocalApp app = up.up(config, progress::add)) {
            assertThat(app.addresses().router()).isEqualTo("127.0.0.1:2");
        }

        assertThat(progress).contains("starting 1 database");
        assertThat(new AppStatus(folder).status()).isInstanceOfSatisfying(AppStatus.Status.Up.class,
                status -> assertThat(status.cells()).containsExactly("cell-1"));
        assertThat(up.running()).isPresent();
        assertThatThrownBy(() -> up.up(config, progress::add)).isInstanceOf(IOException.class)
                .hasMessageContaining("an app is up already").hasMessageContaining("gameday app down");

        AppDown.Down down = new AppDown(folder).down().orElseThrow();

        assertThat(down.left()).isEmpty();
        assertThat(down.killed()).isEmpty();
        assertThat(down.ended()).isGreaterThanOrEqualTo(6);
        assertThat(up.running()).isEmpty();
        assertThat(new AppStatus(folder).status()).isEqualTo(new AppStatus.Status.Down());
    }

    @Test
    void aHostThatCannotStartLeavesNothingUpAndSaysWhy() throws Exception {
        AppUp up = new AppUp(folder, arguments -> List.of("/bin/sh", "-c", "echo no luck >&2; exit 3"));
        AppConfig config = AppConfig.standard(1, 2, 150, 40, 1, folder.toString());

        assertThatThrownBy(() -> up.up(config, text -> {
        })).hasMessageContaining("exit code 3").hasMessageContaining("no luck");

        assertThat(new AppStatus(folder).status()).isEqualTo(new AppStatus.Status.Down());
    }

    @Test
    void withoutAnAppThereIsNothingToBringDown() throws Exception {
        assertThat(new AppDown(folder).down()).isEmpty();
    }

    private static List<String> fakeHost(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("env", "GAMEDAY_CACHE=" + CACHE));
        command.addAll(JavaCommand.of(FakeHostMain.class, 64, arguments));
        return command;
    }
}
