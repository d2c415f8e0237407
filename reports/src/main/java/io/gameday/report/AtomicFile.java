package io.gameday.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// Writes a file whole or not at all: whoever reads it sees the old one or the new one, even after a crash. Who may read
/// and write it stays as it was.
public final class AtomicFile {

    private static final int BUFFER = 1 << 16;

    private AtomicFile() {
    }

    /// What a file gets, written piece by piece so that all of it never has to be in memory.
    @FunctionalInterface
    public interface Content {

        /// @param out stays open
        void to(OutputStream out) throws IOException;
    }

    /// Makes a file where there is none: of two who try at the same time one succeeds.
    ///
    /// @return whether it was made; a file that was there is kept as it is
    /// @throws IOException when it cannot be written
    public static boolean create(Path file, byte[] content) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Path temporary = temporary(file);
        try {
            write(temporary, StandardOpenOption.CREATE, out -> out.write(content));
            // A link is refused where the name is taken, which a move is not.
            Files.createLink(file, temporary);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            write(file, StandardOpenOption.CREATE_NEW, out -> out.write(content));
            return true;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// Of the one who writes: a controller and a console may make the same file at the same time.
    private static Path temporary(Path file) {
        return file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().threadId() + ".tmp");
    }

    private static void write(Path file, StandardOpenOption how, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, how, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
            content.to(out);
            out.flush();
            channel.force(true);
        }
    }

    /// @throws IOException when it cannot be written; what was there before is kept
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /// @throws IOException when it cannot be written; what was there before is kept
    public static void write(Path file, Content content) throws IOException {
        Path temporary = temporary(file);
        try {
            write(temporary, StandardOpenOption.CREATE, content);
            PosixFileAttributeView before = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (before != null && Files.exists(file)) {
                Files.setPosixFilePermissions(temporary, before.readAttributes().permissions());
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
