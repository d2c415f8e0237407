package io.gameday.cli;

import io.gameday.cli.Catalog.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The experiments that somebody asked for: names of the catalog, files, folders of files, and of all of these those with
/// a tag.
final class Selection {

    private static final Pattern EXPERIMENT = Pattern.compile("(?!.*\\.schema\\.json$)[^.].*\\.(yaml|yml|json)");

    private Selection() {
    }

    /// @param given names, files and folders; with tags alone, the whole catalog
    /// @param tags  of which an experiment must have one; none asks for nothing
    /// @throws Refused naming every problem of every file, before anything is done
    static List<Found> of(Catalog catalog, List<String> given, List<String> tags) {
        if (given.isEmpty() && tags.isEmpty()) {
            throw new Refused(ExitCodes.USAGE, "no experiment is given; give names from `gameday list`, files or "
                    + "folders of files, or --tag TAG for those of the catalog that have it");
        }
        List<Found> all = catalog.valid(given.isEmpty()
                ? catalog.names()
                : given.stream().flatMap(each -> Files.isDirectory(Path.of(each)) ? files(each) : Stream.of(each))
                        .toList());
        List<Found> chosen = all.stream()
                .filter(found -> tags.isEmpty() || found.experiment().tags().stream().anyMatch(tags::contains))
                .toList();
        if (chosen.isEmpty()) {
            TreeSet<String> known = new TreeSet<>();
            all.forEach(found -> known.addAll(found.experiment().tags()));
            throw new Refused(ExitCodes.USAGE, "no experiment has the tag '" + String.join("' or '", tags) + "'; "
                    + (known.isEmpty() ? "these have none" : "there are " + String.join(", ", known)));
        }
        return chosen;
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    private static Stream<String> files(String folder) {
        List<String> files;
        try (Stream<Path> all = Files.list(Path.of(folder))) {
            files = all.filter(file -> EXPERIMENT.matcher(file.getFileName().toString()).matches())
                    .filter(Files::isRegularFile).sorted(Comparator.comparing(Selection::stem)).map(Path::toString)
                    .toList();
        } catch (IOException e) {
            throw new Refused(ExitCodes.USAGE, "the folder " + folder + " cannot be read: " + e);
        }
        if (files.isEmpty()) {
            throw new Refused(ExitCodes.USAGE,
                    "the folder " + folder + " has no experiment file (*.yaml, *.yml, *.json)");
        }
        return files.stream();
    }
}
