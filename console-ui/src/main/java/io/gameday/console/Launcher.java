package io.gameday.console;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.console.text.Language;
import io.gameday.console.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;

/// Starts the console. Not an application itself, because Java would then look for JavaFX before anything could be
/// said about it.
public final class Launcher {

    private Launcher() {
    }

    private static final String SCALE = "--scale=";
    private static final String LANGUAGE = "--language=";

    /// @param given none, or a file or run folder to open; `--scale=N` and `--language=CODE` before it
    public static void main(String[] given) {
        List<String> arguments = List.of(given).stream()
                .filter(argument -> !argument.startsWith(SCALE) && !argument.startsWith(LANGUAGE)).toList();
        Optional<String> scale = value(SCALE, given);
        Optional<String> language = value(LANGUAGE, given);
        Optional<Refusal> refusal = scale.flatMap(Launcher::noScale).or(() -> language.flatMap(Launcher::noLanguage))
                .or(() -> refusal(arguments, System.getenv(), System.getProperty("os.name", ""),
                        System.getProperty("glass.platform", "")));
        if (refusal.isPresent()) {
            System.err.println(refusal.get().message());
            System.exit(refusal.get().code());
        }
        // Pages of a COE are drawn by Java 2D, which is to ask no display of its own.
        System.setProperty("java.awt.headless", "true");
        Settings settings = new Settings(StateFolder.current().root());
        enlarge(scale, settings);
        speak(language, settings, Locale.getDefault());
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
    private static void enlarge(Optional<String> asked, Settings settings) {
        Optional<Double> scale = asked.flatMap(Settings::scale);
        scale.ifPresent(wanted -> remember(settings, "scale", () -> settings.rememberScale(wanted)));
        scale.or(settings::scale).map(String::valueOf).ifPresent(wanted -> {
            System.setProperty("glass.gtk.uiScale", wanted);
            System.setProperty("glass.win.uiScale", wanted);
        });
    }

    private static void speak(Optional<String> asked, Settings settings, Locale desktop) {
        Optional<Language> language = asked.flatMap(Language::of);
        language.ifPresent(wanted -> remember(settings, "language", () -> settings.rememberLanguage(wanted)));
        Texts.speak(language.or(settings::language).orElse(Language.of(desktop)));
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void remember(Settings settings, String what, Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            System.err.println("gameday console: " + settings.file() + " cannot be written: " + e + ". The " + what
                    + " holds for this time only.");
        }
    }

    private static Optional<String> value(String option, String[] given) {
        return Arrays.stream(given).filter(argument -> argument.startsWith(option))
                .map(argument -> argument.substring(option.length())).findFirst();
    }

    static Optional<Refusal> noLanguage(String language) {
        return Language.of(language).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal(2,
                        "gameday console: --language is '" + language + "'; allowed: " + Language.allowed()));
    }

    static Optional<Refusal> noScale(String scale) {
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
