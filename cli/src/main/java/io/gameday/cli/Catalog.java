package io.gameday.cli;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import io.gameday.experiment.ExperimentReader.Reading;
import io.gameday.experiment.FirstField;
import io.gameday.experiment.OnTarget;
import io.gameday.target.Operation;
import io.gameday.yaml.NearestWord;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where experiments come from: those that are shipped, by name, and a team's own, by file.
final class Catalog {

    private static final Pattern FILE = Pattern.compile("(.+)\\.(yaml|yml|json)");
    private static final long LARGEST = 1 << 20;

    private final Path folder;

    /// @param home the checkout
    Catalog(Path home) {
        folder = home.resolve("experiments").resolve("catalog");
    }

    /// An experiment and the text it was read from.
    ///
    /// @param told of a file that is somebody else's: what becomes of it here, for a person to read
    record Found(Path file, String text, Reading reading, List<String> told) {

        Found(Path file, String text, Reading reading) {
            this(file, text, reading, List.of());
        }

        Experiment experiment() {
            return reading.experiment().orElseThrow();
        }

        boolean isControl() {
            return experiment().operations().stream().anyMatch(doing -> doing.operation() instanceof Operation.Calm);
        }

        /// The same file as a control run: without its faults.
        Found control() {
            return with(FirstField.of("control", "true", text));
        }

        /// The same file as it is on a target of [OnTarget].
        Found on(String target) {
            String there = OnTarget.text(text, target);
            return there.equals(text) ? this : with(there);
        }

        private Found with(String changed) {
            return new Found(file, changed, ExperimentReader.read(experiment().name(), file.toString(), changed), told);
        }
    }

    /// Names of the shipped experiments, in order.
    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> FILE.matcher(file.getFileName().toString())).filter(m -> m.matches())
                    .map(m -> m.group(1)).sorted().toList();
        } catch (IOException e) {
            throw new Refused(ExitCodes.FAILED, "The catalog " + folder + " cannot be read: " + e
                    + ". Start gameday by the launcher at the root of its checkout.");
        }
    }

    /// Finds every experiment and checks all of them.
    ///
    /// @throws Refused naming every problem of every file, before anything is done
    List<Found> valid(List<String> namesOrFiles) {
        List<Found> all = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String nameOrFile : namesOrFiles) {
            Found found = find(nameOrFile);
            found.reading().problems().forEach(problem -> problems.add(problem.toString()));
            if (found.reading().experiment().isEmpty() && found.reading().problems().isEmpty()) {
                problems.add(nameOrFile + " " + ToolkitHere.APART + nameOrFile);
            }
            all.add(found);
        }
        if (!problems.isEmpty()) {
            throw new Refused(ExitCodes.USAGE, String.join("\n", problems));
        }
        return all;
    }

    /// Reads one experiment, valid or not.
    ///
    /// @throws Refused when there is none of this name, or the file cannot be read
    Found find(String nameOrFile) {
        boolean isFile = FILE.matcher(nameOrFile).matches() || nameOrFile.contains("/");
        Path file = isFile ? Path.of(nameOrFile) : folder.resolve(nameOrFile + ".yaml");
        if (!isFile && !Files.exists(file)) {
            List<String> names = names();
            throw new Refused(ExitCodes.USAGE,
                    "unknown experiment '" + nameOrFile + "'"
                            + NearestWord.to(nameOrFile, names).map(word -> "; did you mean '" + word + "'?").orElse("")
                            + "; shipped: " + String.join(", ", names) + ". Or give a file such as ./mine.yaml");
        }
        String text = text(file, isFile ? nameOrFile : file.getFileName().toString(), "an experiment");
        var matcher = FILE.matcher(file.getFileName().toString());
        String name = matcher.matches() ? matcher.group(1) : file.getFileName().toString();
        String shown = isFile ? nameOrFile : "experiments/catalog/" + file.getFileName();
        if (isFile && Foreign.fis(text)) {
            return FisFile.found(file, slug(name), shown, text, find(FisSystem.USUAL));
        }
        if (isFile && Foreign.toolkit(text)) {
            return ToolkitHere.found(file, shown, text);
        }
        return new Found(file, text, ExperimentReader.read(slug(name), shown, text));
    }

    /// What stands in a file.
    ///
    /// @param what it should be, such as `an experiment`
    /// @throws Refused when it cannot be read
    static String text(Path file, String shown, String what) {
        try {
            if (Files.isDirectory(file)) {
                throw new Refused(ExitCodes.USAGE, shown + " is a folder; give the file of " + what);
            }
            if (Files.size(file) > LARGEST) {
                throw new Refused(ExitCodes.USAGE,
                        shown + " has " + Files.size(file) + " bytes; " + what + " has at most " + LARGEST);
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new Refused(ExitCodes.USAGE, "there is no file " + shown);
        } catch (MalformedInputException e) {
            throw new Refused(ExitCodes.USAGE, shown + " is not text in UTF-8");
        } catch (IOException e) {
            throw new Refused(ExitCodes.USAGE, shown + " cannot be read: " + e);
        }
    }

    /// What a run's folder and ids are named after: file names may hold anything.
    static String slug(String name) {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "experiment" : slug.substring(0, Math.min(60, slug.length()));
    }
}
