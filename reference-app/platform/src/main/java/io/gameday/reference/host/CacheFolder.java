package io.gameday.reference.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Where things are kept that are dear to make and the same for every run: `$GAMEDAY_CACHE`, else
/// `~/.cache/gameday`. An entry is there whole or not at all, and is made by one process at a time.
final class CacheFolder {

    /// Makes an entry: a file or a folder at exactly this path, which does not exist yet.
    @FunctionalInterface
    interface Maker {
        void make(Path unfinished) throws IOException;
    }

    private final Path root;

    CacheFolder(Path root) {
        this.root = root;
    }

    static CacheFolder of(Map<String, String> environment) {
        String given = environment.getOrDefault("GAMEDAY_CACHE", "");
        return new CacheFolder(given.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "gameday")
                : Path.of(given).toAbsolutePath());
    }

    /// The entry `name`, made first when it is not there.
    Path entry(String name, Maker maker) throws IOException {
        Path entry = root.resolve(name);
        if (Files.exists(entry)) {
            return entry;
        }
        try {
            Files.createDirectories(root);
        } catch (IOException refused) {
            throw new IOException("the cache " + root + " cannot be made (" + refused
                    + "); set GAMEDAY_CACHE to a folder that may be written to", refused);
        }
        try (FileChannel channel = FileChannel.open(root.resolve(name + ".lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); var _ = channel.lock()) {
            if (!Files.exists(entry)) {
                Path unfinished = root.resolve(name + ".unfinished");
                delete(unfinished);
                maker.make(unfinished);
                Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (AtomicMoveNotSupportedException unexpected) {
            throw new IOException(
                    root + " does not allow to rename a file in place; set GAMEDAY_CACHE to another folder",
                    unexpected);
        }
        return entry;
    }

    /// Deletes all but the `count` newest files whose names begin and end so. A process that has one open keeps it.
    void keepNewest(String prefix, String suffix, int count) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(root, prefix + "*" + suffix)) {
            all.forEach(files::add);
        }
        files.sort(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed());
        for (Path old : files.stream().skip(count).toList()) {
            Files.deleteIfExists(old);
        }
    }

    /// Deletes what is there, if anything, with all it holds.
    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
