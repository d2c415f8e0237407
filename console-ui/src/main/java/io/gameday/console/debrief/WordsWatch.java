package io.gameday.console.debrief;

import io.gameday.report.words.CoeFileReader;
import io.gameday.time.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Tells when the words of a run were changed, by this console or by an editor outside, once they have been left alone
/// for a moment. Looks at the file each second while the screen is shown. Belongs to the UI thread.
final class WordsWatch {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofMillis(400);
    private static final Clock.Cancellable NOTHING = () -> {
    };

    private final Clock clock;
    private final Executor ui;
    private final Executor slow;
    private final Runnable changed;
    private Clock.Cancellable looking = NOTHING;
    private Clock.Cancellable telling = NOTHING;
    private @Nullable Path file;
    private @Nullable Object seen;

    /// @param clock   its loop may be another thread
    /// @param changed told on the UI thread
    WordsWatch(Clock clock, Executor ui, Executor slow, Runnable changed) {
        this.clock = clock;
        this.ui = ui;
        this.slow = slow;
        this.changed = changed;
    }

    /// Another run.
    void over(Path folder) {
        telling.cancel();
        file = folder.resolve(CoeFileReader.FILE);
        seen = null;
        look();
    }

    /// The words were changed: tells so soon.
    void changed() {
        telling.cancel();
        telling = clock.at(QUIET, () -> ui.execute(changed));
    }

    void begin() {
        looking.cancel();
        looking = clock.every(LOOK, () -> ui.execute(this::look));
        look();
    }

    void rest() {
        looking.cancel();
    }

    private void look() {
        Path at = file;
        if (at != null) {
            slow.execute(() -> {
                Object now = state(at);
                ui.execute(() -> seen(at, now));
            });
        }
    }

    private void seen(Path at, Object now) {
        if (!at.equals(file) || Objects.equals(now, seen)) {
            return;
        }
        boolean first = seen == null;
        seen = now;
        if (!first) {
            changed();
        }
    }

    /// Another one, another file or another content.
    private static Object state(Path at) {
        try {
            BasicFileAttributes now = Files.readAttributes(at, BasicFileAttributes.class);
            return List.of(now.size(), now.lastModifiedTime(), String.valueOf(now.fileKey()));
        } catch (IOException none) {
            return "";
        }
    }
}
