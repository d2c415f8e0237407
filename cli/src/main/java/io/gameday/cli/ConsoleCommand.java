package io.gameday.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Explains `gameday console`. The launcher starts the console itself, on a class path that has JavaFX; here one
/// arrives for its help, and where there is no launcher.
@Command(name = "console", description = "Open the desktop console: choose, prepare, play, watch, stop, debrief.", footer = {
        "", "Examples:", "  gameday console                      starts on Home",
        "  gameday console my-experiment.yaml   opens it on Prepare",
        "  gameday console runs/2026-…          opens a run: on Live while it goes on, on Debrief afterwards", "",
        "Needs a display (DISPLAY on Linux). STOP is F12 or Ctrl+. everywhere."}, mixinStandardHelpOptions = true)
final class ConsoleCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FILE|RUN", description = "An experiment's file or a run's folder.")
    private List<String> open = List.of();

    @Override
    public Integer call() throws Refused {
        throw new Refused(ExitCodes.FAILED, "gameday: the console is started by the launcher `gameday` at the root of "
                + "the checkout, and this is not it. Call it there: ./gameday console " + String.join(" ", open));
    }
}
