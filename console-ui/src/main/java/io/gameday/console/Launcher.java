package io.gameday.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;

/// Starts the console. Not an application itself, because Java would then look for JavaFX before anything could be
/// said about it.
public final class Launcher {

    private Launcher() {
    }

    /// @param arguments none, or a file or run folder to open
    public static void main(String[] arguments) {
        Optional<Refusal> refusal = refusal(List.of(arguments), System.getenv(), System.getProperty("os.name", ""),
                System.getProperty("glass.platform", ""));
        if (refusal.isPresent()) {
            System.err.println(refusal.get().message());
            System.exit(refusal.get().code());
        }
        // Pages of a COE are drawn by Java 2D, which is to ask no display of its own.
        System.setProperty("java.awt.headless", "true");
        try {
            Application.launch(ConsoleApp.class, arguments);
        } catch (UnsupportedOperationException | IllegalStateException noWindow) {
            // JavaFX says so when the display it was given does not let it in.
            System.err.println("gameday console: no window can be opened: " + noWindow.getMessage()
                    + ". Is DISPLAY right? The same game day plays in the terminal: gameday run NAME");
            System.exit(1);
        }
        System.exit(0);
    }

    /// Why the console does not start, and the exit code.
    record Refusal(int code, String message) {
    }

    static Optional<Refusal> refusal(List<String> arguments, Map<String, String> environment, String system,
            String platform) {
        if (arguments.size() > 1) {
            return Optional.of(new Refusal(2, "gameday console: opens one file or run folder, got " + arguments.size()
                    + ": " + String.join(" ", arguments)));
        }
        if (arguments.size() == 1 && !Files.exists(Path.of(arguments.getFirst()))) {
            return Optional.of(new Refusal(2, "gameday console: there is no " + Path.of(arguments.getFirst())
                    + "; give an experiment's file or a run's folder, or nothing"));
        }
        boolean x11 = !environment.getOrDefault("DISPLAY", "").isEmpty();
        if (!x11 && system.equals("Linux") && !platform.equals("Headless")) {
            String wayland = environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
                    ? "neither DISPLAY nor WAYLAND_DISPLAY is set"
                    : "WAYLAND_DISPLAY is set but DISPLAY is not; start Xwayland, which JavaFX needs";
            return Optional.of(new Refusal(1, "gameday console: no display (" + wayland
                    + "). Over ssh: ssh -X. The same game day plays in the terminal: gameday run NAME"));
        }
        return Optional.empty();
    }
}
