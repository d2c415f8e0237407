package io.gameday.console;

import io.gameday.agent.ledger.StateFolder;
import java.io.IOException;
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

    private static final String SCALE = "--scale=";

    /// @param given none, or a file or run folder to open; `--scale=N` before it
    public static void main(String[] given) {
        List<String> arguments = List.of(given).stream().filter(argument -> !argument.startsWith(SCALE)).toList();
        Optional<String> scale = List.of(given).stream().filter(argument -> argument.startsWith(SCALE))
                .map(argument -> argument.substring(SCALE.length())).findFirst();
        Optional<Refusal> refusal = scale.flatMap(Launcher::refusal).or(() -> refusal(arguments, System.getenv(),
                System.getProperty("os.name", ""), System.getProperty("glass.platform", "")));
        if (refusal.isPresent()) {
            System.err.println(refusal.get().message());
            System.exit(refusal.get().code());
        }
        // Pages of a COE are drawn by Java 2D, which is to ask no display of its own.
        System.setProperty("java.awt.headless", "true");
        enlarge(scale);
        try {
            Application.launch(ConsoleApp.class, arguments.toArray(String[]::new));
        } catch (UnsupportedOperationException | IllegalStateException noWindow) {
            // JavaFX says so when the display it was given does not let it in.
            System.err.println("gameday console: no window can be opened: " + noWindow.getMessage()
                    + ". Is DISPLAY right? The same game day plays in the terminal: gameday run NAME");
            System.exit(1);
        }
        System.exit(0);
    }

    /// Everything is drawn so much larger, canvases and popups included. JavaFX takes this in once, at its start.
    private static void enlarge(Optional<String> asked) {
        Settings settings = new Settings(StateFolder.current().root());
        Optional<Double> scale = asked.flatMap(Settings::scale);
        scale.ifPresent(wanted -> {
            try {
                settings.rememberScale(wanted);
            } catch (IOException e) {
                System.err.println("gameday console: " + settings.file() + " cannot be written: " + e
                        + ". The scale holds for this time only.");
            }
        });
        scale.or(settings::scale).map(String::valueOf).ifPresent(wanted -> {
            System.setProperty("glass.gtk.uiScale", wanted);
            System.setProperty("glass.win.uiScale", wanted);
        });
    }

    static Optional<Refusal> refusal(String scale) {
        return Settings.scale(scale).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Refusal(2, "gameday console: --scale is '" + scale + "'; allowed: 1 to 3, such as 1.5"));
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
