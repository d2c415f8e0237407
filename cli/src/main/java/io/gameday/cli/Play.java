package io.gameday.cli;

import io.gameday.endpoint.JournalTail;
import io.gameday.endpoint.RunEndpoint;
import io.gameday.engine.Engine;
import io.gameday.engine.ExitCode;
import io.gameday.engine.Pager;
import io.gameday.engine.Settings;
import io.gameday.engine.Vault;
import io.gameday.http.Network;
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
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One experiment played against one target into one run folder.
final class Play implements AutoCloseable {

    private final RunFolder folder;
    private final String run;
    private final JournalFile journal;
    private final Engine engine;
    private final Consumer<String> notice;
    private final JournalTail tail = new JournalTail();
    private final @Nullable Guests guests;
    private @Nullable RunEndpoint endpoint;

    /// @param followers shown every entry of the journal, on the loop
    /// @param invite    who takes part by a page of their own, and where; null for nobody
    /// @param notice    told what the journal cannot say: that it cannot be written any more, that nobody can speak to
    ///                  the run
    Play(Catalog.Found found, RunFolder folder, Target target, Clock clock, Settings settings, Pager pager,
            List<Consumer<Entry>> followers, @Nullable Invite invite, Consumer<String> notice,
            Consumer<ExitCode> onEnd) {
        this.folder = folder;
        this.run = settings.run();
        this.notice = notice;
        try {
            Files.writeString(folder.experiment(), found.text());
        } catch (IOException e) {
            throw new Refused(ExitCodes.FAILED, folder.experiment() + " cannot be written: " + e
                    + ". Is the disk full? Give another place with --out DIR.");
        }
        journal = new JournalFile(folder.journal(), settings.run(), clock);
        followers.forEach(journal::follow);
        journal.follow(tail);
        engine = new Engine(found.experiment(), found.isControl() ? target.calm() : target, clock, this::append,
                settings, pager, vault(), onEnd);
        guests = invite == null ? null : new Guests(invite, folder, clock, engine, journal);
    }

    /// Begins the run, on the loop.
    void start() {
        if (guests == null) {
            engine.start();
        } else {
            engine.start(guests.desk());
        }
    }

    private Entry append(Event event) {
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

    /// Lets others speak to this run while it lives. That they cannot is no reason to end it.
    ///
    /// @param loop the engine's; the engine has been started there
    void openEndpoint(Network network, Executor loop) {
        try {
            endpoint = RunEndpoint.open(folder, run, tail, network, loop,
                    new EngineControl(engine, guests == null ? null : guests.desk()));
        } catch (IOException | JournalFailure e) {
            notice.accept("no other terminal can speak to this run, which goes on: " + e.getMessage());
        }
    }

    /// Lets those in who were invited. Without that nobody could say go, so the run cannot be.
    ///
    /// @throws Refused when no port can be had for them
    void openGuests(Executor loop, Consumer<String> tell) {
        if (guests != null) {
            guests.open(loop, tell);
        }
    }

    private Vault vault() {
        return (salt, predictions) -> folder.writeSecret("predictions.sealed.json",
                JournalFormat.mapper().writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of("salt", salt, "predictions", predictions)) + "\n");
    }

    @Override
    public void close() {
        if (guests != null) {
            guests.close(notice);
        }
        if (endpoint != null) {
            try {
                endpoint.close();
            } catch (JournalFailure left) {
                notice.accept(String.valueOf(left.getMessage()));
            }
        }
        journal.close();
    }
}
