package io.gameday.console.live;

import io.gameday.console.run.Contact;
import io.gameday.console.run.FollowedRun;
import io.gameday.console.run.RunControls;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Event.PersonAsked.Turn;
import io.gameday.journal.JournalReader;
import io.gameday.journal.RunFolder;
import io.gameday.journal.view.RunView;
import io.gameday.target.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A run whose journal is fed by hand, line by line or up to an instant.
public final class JournalledRun implements FollowedRun {

    private final Path folder;
    private final List<Entry> journal;
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Contact> contact = new ReadOnlyObjectWrapper<>(new Contact.Connected());
    private final List<Consumer<Batch>> followers = new ArrayList<>();
    private RunView view = new RunView();
    private int read;
    private Instant now;
    /// How far the time of day is ahead of the run's own, as in a simulation.
    private Duration ahead = Duration.ZERO;
    @Nullable
    RunControls controls = new Asked();
    public final List<String> asked = new ArrayList<>();
    @Nullable
    String refusal;

    public JournalledRun(Path folder, List<Entry> journal) {
        this.folder = folder;
        this.journal = new ArrayList<>(journal);
        now = journal.isEmpty() ? Instant.parse("2026-01-01T00:00:00Z") : journal.getFirst().at();
    }

    public static JournalledRun of(Path folder) {
        return new JournalledRun(folder, JournalReader.read(new RunFolder(folder).journal()).entries());
    }

    /// Reads on to the first entry that fits, and including it.
    public JournalledRun until(Predicate<Event> wanted) {
        int to = read;
        while (to < journal.size() && !wanted.test(journal.get(to).event())) {
            to++;
        }
        return to(Math.min(journal.size(), to + 1));
    }

    /// Reads all that was recorded up to so long after the last entry read.
    public JournalledRun after(Duration more) {
        Instant until = now.plus(more);
        int to = read;
        while (to < journal.size() && !journal.get(to).at().isAfter(until)) {
            to++;
        }
        to(to);
        now = until;
        return this;
    }

    public JournalledRun end() {
        return to(journal.size());
    }

    /// One more entry, now.
    public JournalledRun add(Event event) {
        journal.add(read, new Entry(read + 1, now, "run", event));
        return to(read + 1);
    }

    private JournalledRun to(int end) {
        List<Entry> batch = List.copyOf(journal.subList(read, end));
        batch.forEach(view);
        read = end;
        if (!batch.isEmpty()) {
            now = batch.getLast().at();
        }
        followers.forEach(follower -> follower.accept(new Batch(false, batch)));
        version.set(version.get() + 1);
        return this;
    }

    /// As a replay that is turned back to its beginning.
    public void back() {
        view = new RunView();
        read = 0;
        now = journal.getFirst().at();
        followers.forEach(follower -> follower.accept(new Batch(true, List.of())));
        version.set(version.get() + 1);
    }

    void contact(Contact next) {
        contact.set(next);
    }

    void ahead(Duration more) {
        ahead = more;
    }

    void later(Duration more) {
        now = now.plus(more);
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public RunView view() {
        return view;
    }

    @Override
    public ReadOnlyLongProperty version() {
        return version.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Contact> contact() {
        return contact.getReadOnlyProperty();
    }

    @Override
    public Instant timeOfDay() {
        return now.plus(ahead);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Optional<RunControls> controls() {
        return Optional.ofNullable(controls);
    }

    @Override
    public void follow(Consumer<Batch> follower) {
        followers.add(follower);
        follower.accept(new Batch(true, List.copyOf(journal.subList(0, read))));
    }

    @Override
    public void close() {
        followers.clear();
    }

    private final class Asked implements RunControls {
        @Override
        public void stop(String by, String why, Reply<RunControls.Asked> reply) {
            answer("stop by " + by, reply);
        }

        @Override
        public void note(String role, String text, Reply<RunControls.Asked> reply) {
            answer(role + ": " + text, reply);
        }

        @Override
        public void acknowledge(String role, Reply<RunControls.Asked> reply) {
            answer(role + " acknowledges", reply);
        }

        @Override
        public void answered(String id, Turn turn, String by, Reply<RunControls.Asked> reply) {
            answer(by + " says " + turn + " of " + id, reply);
        }

        @Override
        public void goForTheAbsent(String by, String why, Reply<RunControls.Asked> reply) {
            answer(by + " begins without the absent: " + why, reply);
        }

        @Override
        public void endFault(String id, String by, Reply<RunControls.Asked> reply) {
            answer(by + " ends " + id, reply);
        }

        private void answer(String what, Reply<RunControls.Asked> reply) {
            String why = refusal;
            if (why == null) {
                asked.add(what);
                reply.ok(new RunControls.Asked());
            } else {
                reply.failed(why);
            }
        }
    }
}
