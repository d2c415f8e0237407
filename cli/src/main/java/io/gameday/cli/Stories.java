package io.gameday.cli;

import io.gameday.experiment.Story;
import io.gameday.experiment.StoryReader;
import io.gameday.report.story.Measure;
import io.gameday.yaml.NearestWord;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where stories come from: those that are shipped, by name, and a team's own, by file.
final class Stories {

    private static final String ENDING = ".yaml";

    private final Path folder;
    private final Catalog catalog;

    /// @param home the checkout
    Stories(Path home, Catalog catalog) {
        folder = home.resolve("experiments").resolve("stories");
        this.catalog = catalog;
    }

    /// Names of the shipped ones, in order.
    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length())).sorted().toList();
        } catch (IOException e) {
            throw new Refused(ExitCodes.FAILED, "The stories in " + folder + " cannot be read: " + e
                    + ". Start gameday by the launcher at the root of its checkout.");
        }
    }

    /// @throws Refused when there is none of this name, or naming everything that is wrong with it
    Story valid(String nameOrFile) {
        boolean isFile = nameOrFile.contains("/") || nameOrFile.endsWith(ENDING);
        Path file = isFile ? Path.of(nameOrFile) : folder.resolve(nameOrFile + ENDING);
        String name = file.getFileName().toString().replaceAll("\\.[^.]*$", "");
        String shown = isFile ? nameOrFile : "experiments/stories/" + file.getFileName();
        StoryReader.Reading reading = new StoryReader(Measure.words(), Set.copyOf(catalog.names())).read(name, shown,
                text(file, shown, nameOrFile, isFile));
        return reading.story().orElseThrow(() -> new Refused(ExitCodes.USAGE,
                reading.problems().stream().map(Object::toString).collect(Collectors.joining("\n"))));
    }

    private String text(Path file, String shown, String asked, boolean isFile) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException none) {
            List<String> names = names();
            throw new Refused(ExitCodes.USAGE, isFile
                    ? "there is no file " + shown
                    : "unknown story '" + asked + "'"
                            + NearestWord.to(asked, names).map(word -> "; did you mean '" + word + "'?").orElse("")
                            + "; shipped: " + String.join(", ", names) + ". Or give a file such as ./ours.yaml");
        } catch (MalformedInputException e) {
            throw new Refused(ExitCodes.USAGE, shown + " is not text in UTF-8");
        } catch (IOException e) {
            throw new Refused(ExitCodes.USAGE, shown + " cannot be read: " + e);
        }
    }
}
