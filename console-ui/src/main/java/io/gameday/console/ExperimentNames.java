package io.gameday.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The experiments of a folder by name, without reading them.
final class ExperimentNames {

    private static final String YAML = ".yaml";

    private ExperimentNames() {
    }

    /// None where there is no such folder, or it cannot be listed: whoever wants a name types it then.
    static List<String> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(YAML))
                    .map(name -> name.substring(0, name.length() - YAML.length())).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
