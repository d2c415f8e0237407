package io.gameday.console;

import io.gameday.console.prepare.Rehearsals;
import io.gameday.console.run.Controller;
import io.gameday.console.run.Guests;
import io.gameday.console.run.Runs;
import io.gameday.console.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Rehearsals as simulated runs of a controller. The text need not be saved: it is played from a copy.
final class RehearsalsHere implements Rehearsals {

    private final Runs runs;

    RehearsalsHere(Runs runs) {
        this.runs = runs;
    }

    @Override
    public void start(String name, String text, Listener listener) {
        try {
            Path folder = Files.createTempDirectory("gameday-rehearsal");
            Path copy = Files.writeString(folder.resolve(name + ".yaml"), text);
            runs.start(copy, "simulated", Guests.NONE, new Rehearsed(copy, listener));
        } catch (IOException e) {
            listener.failed(Texts.of("run.notStarted", String.valueOf(e.getMessage())));
        }
    }

    private static final class Rehearsed implements Controller.Listener {

        private final Path copy;
        private final Listener listener;
        private @Nullable Path runFolder;

        Rehearsed(Path copy, Listener listener) {
            this.copy = copy;
            this.listener = listener;
        }

        @Override
        public void progress(String sentence) {
            listener.progress(sentence);
        }

        @Override
        public void playing(Path folder) {
            runFolder = folder;
        }

        @Override
        public void ended(int exitCode, String lastWords) {
            Path folder = runFolder;
            try {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(copy.getParent());
            } catch (IOException left) {
                listener.progress(Texts.of("run.copyLeft", copy.toString(), String.valueOf(left.getMessage())));
            }
            if (folder == null) {
                listener.failed(Texts.of("run.notStarted", lastWords));
            } else {
                listener.finished(folder, exitCode);
            }
        }
    }
}
