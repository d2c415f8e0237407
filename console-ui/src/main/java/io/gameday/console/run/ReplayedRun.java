package io.gameday.console.run;

import io.gameday.journal.Entry;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.JournalReader;
import io.gameday.journal.RunFolder;
import io.gameday.journal.view.RunView;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/// A run shown again from its journal, at any speed, forwards and backwards.
public final class ReplayedRun implements FollowedRun {

    private final Path folder;
    private final List<Entry> entries;
    private final Pictured pictured = new Pictured();
    private final ReadOnlyObjectWrapper<Contact> contact = new ReadOnlyObjectWrapper<>(new Contact.Replayed());
    private final ReadOnlyObjectWrapper<Instant> position;
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private int next;

    /// @param entries a whole journal, at least one entry
    public ReplayedRun(Path folder, List<Entry> entries) {
        this.folder = folder;
        this.entries = List.copyOf(entries);
        position = new ReadOnlyObjectWrapper<>(entries.getFirst().at());
        advance(entries.getFirst().at());
    }

    /// Reads the journal of a folder; one of two hours takes some seconds.
    ///
    /// @return empty where nothing was played
    /// @throws JournalFailure when it cannot be read
    public static Optional<ReplayedRun> read(Path folder) throws JournalFailure {
        List<Entry> entries = JournalReader.read(new RunFolder(folder).journal()).entries();
        return entries.isEmpty() ? Optional.empty() : Optional.of(new ReplayedRun(folder, entries));
    }

    /// Time has passed for the user: moves on while playing, and stops at the end.
    public void tick(Duration passed) {
        if (playing.get()) {
            seek(now().plusNanos(Math.round(passed.toNanos() * speed.get())));
            playing.set(now().isBefore(end()));
        }
    }

    /// Shows the run as it stood at `instant`; before the begin and after the end the nearest of both.
    public void seek(Instant instant) {
        Instant to = instant.isBefore(begin()) ? begin() : instant.isAfter(end()) ? end() : instant;
        boolean back = to.isBefore(now());
        position.set(to);
        if (back) {
            int upTo = after(to);
            next = upTo;
            pictured.startAnew(entries.subList(0, upTo));
        } else {
            advance(to);
        }
    }

    private void advance(Instant to) {
        int upTo = after(to);
        List<Entry> more = entries.subList(next, upTo);
        next = upTo;
        pictured.add(more);
    }

    /// The index after the last entry that was recorded by `instant`. Entries of one instant stay together.
    private int after(Instant instant) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).at().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    public Instant begin() {
        return entries.getFirst().at();
    }

    public Instant end() {
        return entries.getLast().at();
    }

    public ReadOnlyObjectProperty<Instant> position() {
        return position.getReadOnlyProperty();
    }

    public BooleanProperty playing() {
        return playing;
    }

    /// Seconds of the run per second of the user.
    public DoubleProperty speed() {
        return speed;
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

    @Override
    public Instant now() {
        return position.get();
    }

    @Override
    public Optional<RunControls> controls() {
        return Optional.empty();
    }

    @Override
    public void follow(Consumer<Batch> follower) {
        pictured.follow(follower);
    }

    @Override
    public void close() {
        playing.set(false);
    }
}
