package io.gameday.console.frame;

import io.gameday.console.run.Contact;
import io.gameday.console.run.FollowedRun;
import io.gameday.console.run.RunControls;
import io.gameday.journal.Entry;
import io.gameday.journal.Event.PersonAsked.Turn;
import io.gameday.journal.view.RunView;
import io.gameday.target.Reply;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// A run whose journal is read out as the test wants it.
final class TestRun implements FollowedRun, RunControls {

    private final List<Entry> journal;
    private final List<Consumer<Batch>> followers = new ArrayList<>();
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    final ObjectProperty<Contact> contact = new SimpleObjectProperty<>(new Contact.Connected());
    private final RunView view = new RunView();
    private int next;
    boolean closed;
    int stops;
    @Nullable
    Reply<Asked> reply;
    Instant now;

    TestRun(List<Entry> journal) {
        this.journal = journal;
        now = journal.getFirst().at();
    }

    /// Reads on until an event that satisfies `last` has been read, and says when that was.
    Instant until(Predicate<Entry> last) {
        List<Entry> batch = new ArrayList<>();
        Entry entry;
        do {
            if (next == journal.size()) {
                throw new AssertionError("the journal has no such event");
            }
            entry = journal.get(next++);
            batch.add(entry);
        } while (!last.test(entry));
        take(batch, entry.at());
        return entry.at();
    }

    /// Reads on to everything that was recorded by `instant`.
    void to(Instant instant) {
        List<Entry> batch = new ArrayList<>();
        while (next < journal.size() && !journal.get(next).at().isAfter(instant)) {
            batch.add(journal.get(next++));
        }
        take(batch, instant);
    }

    void toTheEnd() {
        to(journal.getLast().at());
        contact.set(new Contact.Ended());
    }

    private void take(List<Entry> batch, Instant at) {
        now = at;
        batch.forEach(view);
        followers.forEach(follower -> follower.accept(new Batch(false, List.copyOf(batch))));
        version.set(version.get() + 1);
    }

    @Override
    public Path folder() {
        return Path.of("run");
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
        return contact;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Optional<RunControls> controls() {
        return Optional.of(this);
    }

    @Override
    public void follow(Consumer<Batch> follower) {
        followers.add(follower);
        follower.accept(new Batch(true, List.copyOf(journal.subList(0, next))));
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public void stop(String by, String why, Reply<Asked> to) {
        stops++;
        reply = to;
    }

    @Override
    public void note(String role, String text, Reply<Asked> to) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public void acknowledge(String role, Reply<Asked> to) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public void answered(String id, Turn turn, String by, Reply<Asked> to) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public void goForTheAbsent(String by, String why, Reply<Asked> to) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public void endFault(String id, String by, Reply<Asked> to) {
        throw new AssertionError("not asked for here");
    }
}
