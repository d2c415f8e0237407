package io.gameday.cli;

import io.gameday.engine.Engine;
import io.gameday.engine.ExitCode;
import io.gameday.engine.Pager;
import io.gameday.engine.Settings;
import io.gameday.engine.Vault;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.JournalFile;
import io.gameday.journal.JournalFormat;
import io.gameday.journal.RunFolder;
import io.gameday.target.Target;
import io.gameday.time.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One experiment played against one target into one run folder.
final class Play implements AutoCloseable {

    private final RunFolder folder;
    private final JournalFile journal;
    private final Engine engine;

    /// @param followers shown every entry of the journal, on the loop
    /// @param notice    told when the journal cannot be written any more, which the journal itself cannot say
    Play(Catalog.Found found, RunFolder folder, Target target, Clock clock, Settings settings, Pager pager,
            List<Consumer<Entry>> followers, Consumer<String> notice, Consumer<ExitCode> onEnd) {
        this.folder = folder;
        try {
            Files.writeString(folder.experiment(), found.text());
        } catch (IOException e) {
            throw new Refused(ExitCodes.FAILED, folder.experiment() + " cannot be written: " + e
                    + ". Is the disk full? Give another place with --out DIR.");
        }
        journal = new JournalFile(folder.journal(), settings.run(), clock);
        followers.forEach(journal::follow);
        engine = new Engine(found.experiment(), target, clock, event -> append(event, notice), settings, pager, vault(),
                onEnd);
    }

    private Entry append(Event event, Consumer<String> notice) {
        try {
            return journal.append(event);
        } catch (JournalFailure unwritable) {
            notice.accept(unwritable.getMessage() + " The faults are being taken away; the journal ends here.");
            throw unwritable;
        }
    }

    Engine engine() {
        return engine;
    }

    private Vault vault() {
        return (salt, predictions) -> folder.writeSecret("predictions.sealed.json",
                JournalFormat.mapper().writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of("salt", salt, "predictions", predictions)) + "\n");
    }

    @Override
    public void close() {
        journal.close();
    }
}
