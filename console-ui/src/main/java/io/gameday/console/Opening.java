package io.gameday.console;

import io.gameday.console.text.Texts;
import io.gameday.journal.RunFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What `gameday console FILE|RUN` opens: an experiment on Prepare, a finished run on Debrief, a run that is going on
/// on Live.
final class Opening {

    private static final int LAST_BYTES = 16 * 1024;

    private final Surroundings with;

    Opening(Surroundings with) {
        this.with = with;
    }

    void open(Path path) {
        with.slow().execute(() -> {
            Runnable next;
            try {
                Path whole = path.toAbsolutePath().normalize();
                Path journal = new RunFolder(whole).journal();
                if (!Files.isDirectory(whole)) {
                    next = () -> with.navigator().prepare(whole);
                } else if (!Files.exists(journal)) {
                    next = () -> with.notices().say(Texts.of("frame.open.noRun", whole.toString()));
                } else if (ended(journal)) {
                    next = () -> with.navigator().debrief(whole);
                } else {
                    next = () -> with.navigator().attach(whole);
                }
            } catch (IOException e) {
                next = () -> with.notices().say(Texts.of("frame.open.unreadable", path.toString(), String.valueOf(e)));
            }
            with.ui().execute(next);
        });
    }

    /// Whether the journal has its last event. Looks at the end only: a long run has many megabytes.
    static boolean ended(Path journal) throws IOException {
        try (FileChannel file = FileChannel.open(journal)) {
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(LAST_BYTES, file.size()));
            file.read(end, file.size() - end.capacity());
            return new String(end.array(), StandardCharsets.UTF_8).contains("\"type\":\"RunEnded\"");
        }
    }
}
