package io.gameday.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Explains `gameday console`. The launcher starts the console itself, on a class path that has JavaFX; here one
/// arrives for its help, and where there is no launcher.
@Command(name = "console", description = "Open the desktop console: choose, prepare, play, watch, stop, debrief.", footer = {
        "", "Examples:", "  gameday console                      starts on Home",
        "  gameday console my-experiment.yaml   opens it on Prepare",
        "  gameday console runs/2026-…          opens a run: on Live while it goes on, on Debrief afterwards", "",
        "Needs a display (DISPLAY on Linux). STOP is F12 or Ctrl+. everywhere."}, mixinStandardHelpOptions = true)
final class ConsoleCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", defaultValue = "", paramLabel = "FILE|RUN", description = "An experiment's file or a run's folder.")
    private String open = "";

    @Option(names = "--scale", paramLabel = "N", description = "Draw everything N times as large, 1 to 3; remembered. Given as --scale=N.")
    private @Nullable Double scale;

    @Option(names = "--language", paramLabel = "CODE", description = "Speak en or ja; remembered. Given as --language=CODE. Otherwise as the desktop does.")
    private @Nullable String language;

    @Override
    public Integer call() throws Refused {
        throw new Refused(ExitCodes.FAILED, "gameday: the console is started by the launcher `gameday` at the root of "
                + "the checkout, and this is not it. Call it there: ./gameday console " + open);
    }
}
