package io.gameday.docs;

import io.gameday.cli.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names of our classes, in documents and in the source folders.
public final class JavaNames {

    private static final Pattern NAME = Pattern.compile("io\\.gameday(?:\\.[a-z]+)+\\.[A-Z]\\w*");

    private JavaNames() {
    }

    /// The full names of classes that `text` mentions.
    static List<String> in(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).distinct().toList();
    }

    /// The full names of every top-level type of this repository, tests included.
    public static Set<String> sources() throws IOException {
        return javaFiles().stream().map(JavaNames::name).collect(Collectors.toSet());
    }

    /// Every Java file of this repository, tests included, build output not.
    public static List<Path> javaFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : sourceFolders()) {
            try (Stream<Path> found = Files.find(folder, 30, (file, attributes) -> file.toString().endsWith(".java"))) {
                found.filter(file -> file.toString().contains("/java/io/")).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static List<Path> sourceFolders() throws IOException {
        try (Stream<Path> found = Files.find(Repository.root(), 3,
                (file, attributes) -> attributes.isDirectory() && file.endsWith("src"))) {
            return found.sorted().toList();
        }
    }

    private static String name(Path file) {
        String path = file.toString().replace('/', '.');
        return path.substring(path.lastIndexOf(".java.") + ".java.".length(), path.length() - ".java".length());
    }
}
