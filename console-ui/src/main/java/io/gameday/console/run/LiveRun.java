package io.gameday.console.run;

import io.gameday.console.run.FollowedRun.Batch;
import io.gameday.console.text.Texts;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.view.RunView;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A run that is going on: its journal, read ten times a second while it grows, and the line to its controller.
///
/// ```
/// journal.jsonl ──► background: new entries ──► UI thread: picture, followers
/// controller    ──► background: alive? ─────────► UI thread: contact
/// ```
public final class LiveRun implements FollowedRun {

    /// How often the journal is looked at.
    public static final Duration BEAT = Duration.ofMillis(100);
    /// A sign of life is asked for this often, in beats.
    private static final int GREET_EVERY = 10;
    /// Longer than a second, in which a journal grows by one entry at least, and longer than a slow machine's pause.
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final Path folder;
    private final ControllerLine line;
    private final Executor ui;
    private final Supplier<Instant> clock;
    private final Consumer<String> problems;
    private final JournalTail tail;
    private final Pictured pictured = new Pictured();
    private final ReadOnlyObjectWrapper<Contact> contact = new ReadOnlyObjectWrapper<>(new Contact.Connected());
    private final Runnable endBeating;
    private final AtomicBoolean shown = new AtomicBoolean(true);
    private volatile Instant heard;
    private volatile boolean closed;
    private boolean unreadable;
    private int beat;
    private boolean alive = true;

    /// Calls something every [#BEAT], one call after the other, off the UI thread.
    @FunctionalInterface
    public interface Beats {

        /// @return what ends it
        Runnable begin(Runnable beat);
    }

    /// @param problems   told on the UI thread, in a sentence, what cannot be shown
    LiveRun(Path folder, ControllerLine line, Executor ui, Beats beats, Supplier<Instant> clock,
            Consumer<String> problems) {
        this.folder = folder;
        this.line = line;
        this.ui = ui;
        this.clock = clock;
        this.problems = problems;
        tail = new JournalTail(folder.resolve("journal.jsonl"));
        heard = written();
        endBeating = beats.begin(this::beat);
    }

    /// In the background. While the last portion has not been shown nothing more is read, so that nothing piles up.
    private void beat() {
        if (closed || !shown.compareAndSet(true, false)) {
            return;
        }
        if (beat++ % GREET_EVERY == 0) {
            alive = line.alive();
            line.greet(() -> heard = clock.get());
        }
        List<Entry> entries = read();
        if (!entries.isEmpty()) {
            heard = written();
        }
        boolean lives = alive;
        ui.execute(() -> {
            pictured.add(entries);
            contact.set(judge(lives));
            shown.set(true);
        });
    }

    private List<Entry> read() {
        if (unreadable) {
            return List.of();
        }
        try {
            return tail.next();
        } catch (JournalFailure failure) {
            unreadable = true;
            ui.execute(() -> problems.accept(String.valueOf(failure.getMessage())));
            return List.of();
        }
    }

    /// When the journal was last added to: of a run that was killed, that may be long before this window was opened.
    private Instant written() {
        Instant now = clock.get();
        try {
            Instant last = Files.getLastModifiedTime(tail.file()).toInstant();
            return last.isBefore(now) ? last : now;
        } catch (IOException notYet) {
            // The folder is made before its journal.
            return now;
        }
    }

    private Contact judge(boolean lives) {
        Instant last = heard;
        if (pictured.view().ended() != null) {
            endBeating.run();
            return new Contact.Ended();
        }
        boolean quiet = Duration.between(last, clock.get()).compareTo(QUIET) > 0;
        // A controller that has only just made its folder cannot be reached yet.
        if (!lives && (quiet || pictured.view().started() != null)) {
            return contact.get() instanceof Contact.Lost lost ? lost : lost(last);
        }
        return quiet ? new Contact.Silent(last) : new Contact.Connected();
    }

    private Contact lost(Instant last) {
        tail.torn().ifPresent(line -> problems.accept(Texts.of("run.torn", tail.file().toString(), line.toString())));
        return new Contact.Lost(last);
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public RunView view() {
        return pictured.view();
    }

    @Override
    public ReadOnlyLongProperty version() {
        return pictured.version();
    }

    @Override
    public ReadOnlyObjectProperty<Contact> contact() {
        return contact.getReadOnlyProperty();
    }

    /// The end stands still, so that the last times stay as they were. A simulation has a time of its own, which only
    /// its journal tells.
    @Override
    public Instant now() {
        Event.RunStarted started = pictured.view().started();
        boolean own = started != null && started.target() == TargetKind.SIMULATED;
        return own || pictured.view().ended() != null ? pictured.shown().getLast().at() : clock.get();
    }

    @Override
    public Instant timeOfDay() {
        return clock.get();
    }

    @Override
    public Optional<RunControls> controls() {
        return pictured.view().ended() == null ? line.controls() : Optional.empty();
    }

    @Override
    public void follow(Consumer<Batch> follower) {
        pictured.follow(follower);
    }

    @Override
    public void close() {
        closed = true;
        endBeating.run();
    }
}
