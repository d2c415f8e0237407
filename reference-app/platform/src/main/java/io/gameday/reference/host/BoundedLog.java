package io.gameday.reference.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A log file that cannot fill the disk: when it is full it becomes `<name>.1`, in place of the one before. Safe for
/// use by several threads. Whoever writes a line must not be hurt by a full disk: what could not be written is
/// counted, and told in the log once it can be written again.
final class BoundedLog implements AutoCloseable {

    /// Size at which a file is put aside, in bytes.
    static final long LARGEST = 2L << 20;

    private final Path file;
    private final long largest;
    private long size;
    private long lost;
    private @Nullable OutputStream out;

    BoundedLog(Path file, long largest) {
        this.file = file;
        this.largest = largest;
    }

    synchronized void line(String text) {
        try {
            if (lost > 0) {
                write("(" + lost + " lines could not be written here)\n");
                lost = 0;
            }
            write(text + "\n");
        } catch (IOException full) {
            if (lost++ == 0) {
                System.err.println("cannot write " + file + ": " + full.getMessage());
            }
            close();
        }
    }

    /// For whoever must know whether the text is written.
    ///
    /// @param lines each with its end; they stay together in one file
    synchronized void append(String lines) throws IOException {
        try {
            write(lines);
        } catch (IOException full) {
            close();
            throw full;
        }
    }

    private void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (out == null) {
            out = open();
        } else if (size + bytes.length > largest) {
            close();
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            out = open();
        }
        out.write(bytes);
        size += bytes.length;
    }

    private OutputStream open() throws IOException {
        OutputStream opened = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        size = Files.size(file);
        return opened;
    }

    @Override
    public synchronized void close() {
        if (out != null) {
            try {
                out.close();
            } catch (IOException failed) {
                System.err.println("cannot close " + file + ": " + failed.getMessage());
            }
            out = null;
        }
    }
}
