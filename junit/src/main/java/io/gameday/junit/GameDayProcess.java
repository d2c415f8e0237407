package io.gameday.junit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One run as a process of its own: nothing of Gameday comes onto the class path of the tests, and when these are killed
/// the run ends in order all the same, because its standard input closes.
final class GameDayProcess {

    /// Taking faults away and writing the report.
    private static final int SECONDS_TO_END = 90;
    private static final Pattern FOLDER = Pattern.compile("(?m)^· run folder: (.+)$");

    private final GameDay day;
    private final Path launcher;

    GameDayProcess(GameDay day, Path launcher) {
        this.day = day;
        this.launcher = launcher;
    }

    /// Blocks until the run is over.
    ///
    /// @throws InterruptedException when the test is ended meanwhile; the run is ended first
    GameDayRun play() throws IOException, InterruptedException {
        Path out = Files.createDirectories(out());
        Path printed = Files.createTempFile(out, "printed-", ".txt");
        Process process = new ProcessBuilder(command(out)).redirectErrorStream(true).redirectOutput(printed.toFile())
                .start();
        try {
            if (!process.waitFor(day.limitSeconds(), TimeUnit.SECONDS)) {
                end(process);
                throw new IllegalStateException("stopped: " + day.value() + " was not over within " + day.limitSeconds()
                        + " s, and was ended. It printed:\n" + Files.readString(printed));
            }
        } catch (InterruptedException ended) {
            end(process);
            throw ended;
        }
        String said = Files.readString(printed);
        Files.delete(printed);
        Matcher folder = FOLDER.matcher(said);
        Path found = null;
        while (folder.find()) {
            found = Path.of(folder.group(1));
        }
        return new GameDayRun(Verdict.of(process.exitValue()), found, said);
    }

    private List<String> command(Path out) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString(), "run", experiment(out), "--on",
                day.on().name().toLowerCase(Locale.ROOT), "--out", out.toString(), "--with-parent"));
        if (day.seed() >= 0) {
            command.addAll(List.of("--seed", String.valueOf(day.seed())));
        }
        return command;
    }

    /// In order, as on Ctrl-C. What does not end by that is killed; its faults end by their leases.
    private static void end(Process process) throws IOException {
        process.getOutputStream().close();
        boolean interrupted = Thread.interrupted();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException again) {
            process.destroyForcibly();
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// A file, one on the class path, which is copied because a process reads files alone, or a name of the catalog.
    private String experiment(Path out) throws IOException {
        String value = day.value();
        if (Files.exists(Path.of(value))) {
            return Path.of(value).toAbsolutePath().toString();
        }
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream resource = (loader == null ? ClassLoader.getSystemClassLoader() : loader)
                .getResourceAsStream(value)) {
            if (resource != null) {
                Path copy = Files.createDirectories(out.resolve("experiments"))
                        .resolve(Path.of(value).getFileName().toString());
                Files.copy(resource, copy, StandardCopyOption.REPLACE_EXISTING);
                return copy.toAbsolutePath().toString();
            }
        }
        return value;
    }

    /// Where builds keep what they make.
    private static Path out() {
        Path here = Path.of("").toAbsolutePath();
        for (String build : List.of("target", "build")) {
            if (Files.isDirectory(here.resolve(build))) {
                return here.resolve(build).resolve("gameday");
            }
        }
        return here.resolve("gameday-runs");
    }
}
