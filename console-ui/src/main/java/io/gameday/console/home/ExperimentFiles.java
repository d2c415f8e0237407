package io.gameday.console.home;

import io.gameday.console.text.Texts;
import io.gameday.experiment.ExperimentReader;
import io.gameday.experiment.ExperimentReader.Reading;
import io.gameday.yaml.Problem;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The experiments of one folder. A file is read again when its size or its time has changed, so asking every second
/// costs a listing. Belongs to one thread at a time.
final class ExperimentFiles {

    /// As the command line allows.
    private static final long LARGEST = 1 << 20;
    private static final Pattern NAME = Pattern.compile("(.+)\\.(yaml|yml|json)");
    private static final Pattern TITLE = Pattern.compile("(?m)^title:[ \\t]*(\\S.*?)[ \\t]*$");

    private final Path folder;
    private final Map<Path, Seen> seen = new HashMap<>();

    ExperimentFiles(Path folder) {
        this.folder = folder;
    }

    private record Seen(FileTime saved, long size, ExperimentFile file) {
    }

    /// In the order of their names; empty when there is no such folder.
    ///
    /// @throws IOException when the folder cannot be listed
    List<ExperimentFile> read() throws IOException {
        if (!Files.isDirectory(folder)) {
            seen.clear();
            return List.of();
        }
        List<Path> paths;
        try (Stream<Path> all = Files.list(folder)) {
            paths = all.filter(path -> NAME.matcher(path.getFileName().toString()).matches()).sorted().toList();
        }
        seen.keySet().retainAll(paths);
        List<ExperimentFile> files = new ArrayList<>();
        for (Path path : paths) {
            newest(path).ifPresent(files::add);
        }
        return files;
    }

    private Optional<ExperimentFile> newest(Path path) {
        BasicFileAttributes now;
        try {
            now = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException goneMeanwhile) {
            seen.remove(path);
            return Optional.empty();
        }
        if (!now.isRegularFile()) {
            return Optional.empty();
        }
        Seen before = seen.get(path);
        if (before == null || before.size != now.size() || !before.saved.equals(now.lastModifiedTime())) {
            before = new Seen(now.lastModifiedTime(), now.size(), check(path, now));
            seen.put(path, before);
        }
        return Optional.of(before.file);
    }

    private static ExperimentFile check(Path path, BasicFileAttributes attributes) {
        String shown = path.getFileName().toString();
        try {
            if (attributes.size() > LARGEST) {
                return broken(path, attributes,
                        Texts.of("home.files.too-large", String.valueOf(attributes.size()), String.valueOf(LARGEST)));
            }
            String text = Files.readString(path);
            Matcher name = NAME.matcher(shown);
            Reading reading = ExperimentReader.read(name.matches() ? slug(name.group(1)) : shown, shown, text);
            Matcher title = TITLE.matcher(text);
            return new ExperimentFile(path, attributes.lastModifiedTime().toInstant(),
                    reading.experiment().map(found -> found.title()).orElse(title.find() ? title.group(1) : ""),
                    reading.experiment(), reading.problems());
        } catch (MalformedInputException noText) {
            return broken(path, attributes, Texts.of("home.files.no-text"));
        } catch (IOException unreadable) {
            return broken(path, attributes, Texts.of("home.files.not-yours"));
        }
    }

    private static ExperimentFile broken(Path path, BasicFileAttributes attributes, String why) {
        return new ExperimentFile(path, attributes.lastModifiedTime().toInstant(), "", Optional.empty(),
                List.of(new Problem(path.getFileName().toString(), 1, 1, why)));
    }

    /// What runs of this file are called, as the command line names them: file names may hold anything.
    private static String slug(String name) {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "experiment" : slug.substring(0, Math.min(60, slug.length()));
    }
}
