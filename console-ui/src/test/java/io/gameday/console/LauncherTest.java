package io.gameday.console;

import io.gameday.console.Launcher.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LauncherTest {

    private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":0");

    @Test
    void withoutADisplayItSaysSoAndNamesAnotherWay() {
        Refusal refusal = Launcher.refusal(List.of(), Map.of(), "Linux", "").orElseThrow();

        assertThat(refusal.code()).isOne();
        assertThat(refusal.message()).contains("no display", "DISPLAY", "gameday run NAME").doesNotContain("\n");
    }

    @Test
    void waylandAloneIsNotEnough() {
        assertThat(Launcher.refusal(List.of(), Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux", "").orElseThrow()
                .message()).contains("Xwayland");
    }

    @Test
    void otherSystemsNeedNoDisplayVariable() {
        assertThat(Launcher.refusal(List.of(), Map.of(), "Mac OS X", "")).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(Launcher.refusal(List.of("gone.yaml"), DISPLAY, "Linux", "")).contains(new Refusal(2,
                "gameday console: there is no gone.yaml; give an experiment's file or a run's folder, or nothing"));
    }

    @Test
    void oneFileOrRunIsOpened(@TempDir Path run) {
        assertThat(Launcher.refusal(List.of(run.toString()), DISPLAY, "Linux", "")).isEmpty();
        assertThat(Launcher.refusal(List.of("a", "b"), DISPLAY, "Linux", "").orElseThrow().code()).isEqualTo(2);
    }
}
