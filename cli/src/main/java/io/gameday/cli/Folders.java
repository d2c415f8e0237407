package io.gameday.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Removing a folder with everything in it.
final class Folders {

    private Folders() {
    }

    /// @param notice told when something could not be removed; that is untidy, not a failure
    static void delete(Path folder, Consumer<String> notice) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            notice.accept(folder + " could not be removed: " + e + "; remove it by hand");
        }
    }
}
