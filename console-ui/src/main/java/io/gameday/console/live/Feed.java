package io.gameday.console.live;

import io.gameday.console.text.Texts;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What happens, newest first. Holds a bounded number of lines; the journal has all of them.
public final class Feed {

    /// Which lines are shown.
    public enum Filter {
        ALL, AUTOMATION, PAGES, PEOPLE
    }

    static final int CAPACITY = 2000;

    private final ObservableList<FeedRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final ReadOnlyStringWrapper older = new ReadOnlyStringWrapper("");
    /// Newest first, whatever the filter says.
    private final List<FeedRow> all = new ArrayList<>();
    /// What the platform says again and again stands once, or it would push everything else out of sight.
    private final Set<String> said = new HashSet<>();
    private long dropped;

    Feed() {
        filter.addListener(_ -> show());
    }

    void clear() {
        all.clear();
        said.clear();
        dropped = 0;
        show();
    }

    /// One batch, in the journal's order.
    void add(List<Entry> entries) {
        List<FeedRow> fresh = new ArrayList<>();
        for (Entry entry : entries) {
            if (!(entry.event() instanceof Event.AutomationActed acted) || said.add(acted.scope() + acted.text())) {
                FeedRow.of(entry).ifPresent(fresh::addFirst);
            }
        }
        if (fresh.isEmpty()) {
            return;
        }
        all.addAll(0, fresh);
        List<FeedRow> shown = fresh.stream().filter(this::passes).toList();
        if (all.size() > CAPACITY) {
            dropped += all.size() - CAPACITY;
            all.subList(CAPACITY, all.size()).clear();
            show();
        } else if (!shown.isEmpty()) {
            rows.addAll(0, shown);
        }
    }

    private void show() {
        rows.setAll(all.stream().filter(this::passes).toList());
        older.set(dropped == 0 ? "" : Texts.of("live.feed.older", dropped));
    }

    private boolean passes(FeedRow row) {
        return switch (filter.get()) {
            case ALL -> true;
            case AUTOMATION -> row.kind() == FeedRow.Kind.AUTOMATION;
            case PAGES -> row.kind() == FeedRow.Kind.PAGE;
            case PEOPLE -> row.kind() == FeedRow.Kind.PERSON;
        };
    }

    ObservableList<FeedRow> rows() {
        return rows;
    }

    public ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    /// That earlier lines are only in the journal; empty while all are here.
    public ReadOnlyStringProperty olderProperty() {
        return older.getReadOnlyProperty();
    }
}
