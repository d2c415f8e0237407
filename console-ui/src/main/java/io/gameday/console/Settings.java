package io.gameday.console;

import io.gameday.console.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is remembered from one start to the next: lines such as `colours = dark` in `console.settings` of the state
/// folder. A line that cannot be read counts as none: it is no reason not to start.
final class Settings {

    static final double SMALLEST = 1;
    static final double LARGEST = 3;

    private static final String COLOURS = "colours = ";
    private static final String SCALE = "scale = ";
    private static final String LANGUAGE = "language = ";

    private final Path file;

    Settings(Path stateFolder) {
        file = stateFolder.resolve("console.settings");
    }

    Path file() {
        return file;
    }

    /// Light where nothing was remembered.
    boolean dark() {
        return value(COLOURS).filter("dark"::equals).isPresent();
    }

    /// How much larger everything is drawn; empty where the desktop decides.
    Optional<Double> scale() {
        return value(SCALE).flatMap(Settings::scale);
    }

    /// Of the interface; empty where the desktop decides.
    Optional<Language> language() {
        return value(LANGUAGE).flatMap(Language::of);
    }

    /// @return empty when it is no number from [#SMALLEST] to [#LARGEST]
    static Optional<Double> scale(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(scale -> scale >= SMALLEST && scale <= LARGEST);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private Optional<String> value(String key) {
        return lines().stream().filter(line -> line.startsWith(key)).map(line -> line.substring(key.length()).strip())
                .findFirst();
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    void rememberDark(boolean dark) throws IOException {
        remember(COLOURS, dark ? "dark" : "light");
    }

    void rememberScale(double scale) throws IOException {
        remember(SCALE, Double.toString(scale));
    }

    void rememberLanguage(Language language) throws IOException {
        remember(LANGUAGE, language.code());
    }

    private synchronized void remember(String key, String value) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        List<String> lines = new ArrayList<>(lines());
        lines.removeIf(line -> line.startsWith(key));
        lines.add(key + value);
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(next, String.join("\n", lines) + "\n");
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
