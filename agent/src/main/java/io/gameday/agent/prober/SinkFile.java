package io.gameday.agent.prober;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/// What the log sink wrote since this was made: `logs/sink.jsonl`, or what was put aside as `sink.jsonl.1` meanwhile.
final class SinkFile {

    /// Looked through at most, in bytes; the newest.
    private static final long MOST = 4L << 20;

    private final Path file;
    private final Path aside;
    private final long from;

    SinkFile(Path appFolder) throws IOException {
        file = appFolder.resolve("logs").resolve("sink.jsonl");
        aside = file.resolveSibling("sink.jsonl.1");
        from = Files.exists(file) ? Files.size(file) : 0;
    }

    /// Which of the ids are there.
    Set<String> holds(Set<String> ids) throws IOException {
        String text = Files.exists(file) && Files.size(file) >= from
                ? since(file, from)
                : since(aside, from) + since(file, 0);
        Set<String> found = new HashSet<>();
        ids.stream().filter(text::contains).forEach(found::add);
        return found;
    }

    private static String since(Path file, long from) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long start = Math.max(from, channel.size() - MOST);
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, channel.size() - start));
            while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) >= 0) {
                // Goes on until all is read, or the end came early.
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        } catch (NoSuchFileException none) {
            return "";
        }
    }
}
