package io.gameday.console.debrief;

import io.gameday.report.timeline.Row;
import io.gameday.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Strip, list and playhead of one run: the selected line follows the playhead, and the other way round.
public final class TimelineViewModel {

    private final Playhead playhead;
    private final ReadOnlyObjectWrapper<@Nullable Strip> strip = new ReadOnlyObjectWrapper<>();
    private final ObservableList<TimelineLine> shown = FXCollections.observableArrayList();
    private final ObjectProperty<TimelineLine.Filter> filter = new SimpleObjectProperty<>(TimelineLine.Filter.ALL);
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable TimelineLine> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Focus> focus = new ReadOnlyObjectWrapper<>();
    private List<TimelineLine> lines = List.of();

    TimelineViewModel(Clock clock, Executor ui) {
        playhead = new Playhead(clock, ui);
        playhead.atProperty().addListener(_ -> follow());
        filter.addListener(_ -> sift());
        search.addListener(_ -> sift());
    }

    /// The playhead goes to where it began: the first fault, or the run's begin.
    void show(LoadedRun run) {
        List<TimelineLine> all = new ArrayList<>();
        for (Row row : run.rows()) {
            all.add(new TimelineLine(all.size(), row));
        }
        lines = List.copyOf(all);
        focus.set(null);
        Strip drawn = run.strip();
        playhead.over(drawn.from(), drawn.to());
        search.set("");
        filter.set(TimelineLine.Filter.ALL);
        sift();
        strip.set(drawn);
        Instant zero = drawn.zero();
        if (zero != null) {
            playhead.moveTo(zero);
        }
    }

    void clear() {
        playhead.over(Instant.EPOCH, Instant.EPOCH);
        lines = List.of();
        focus.set(null);
        sift();
        strip.set(null);
    }

    private void sift() {
        shown.setAll(lines.stream().filter(line -> line.shown(filter.get(), search.get())).toList());
        playhead.events(shown.stream().map(line -> line.row().at()).toList());
        follow();
    }

    /// The last line that had happened by then. A line that was chosen stays chosen among those of the same instant.
    private void follow() {
        TimelineLine now = selected.get();
        if (now != null && shown.contains(now) && playhead.on(now.row().at()).equals(playhead.at())) {
            return;
        }
        TimelineLine last = null;
        for (TimelineLine line : shown) {
            if (!line.row().at().isAfter(playhead.at())) {
                last = line;
            }
        }
        selected.set(last);
    }

    /// Evidence of the line chosen; empty for none.
    String evidence() {
        TimelineLine line = selected.get();
        return line == null ? "" : line.row().evidence();
    }

    /// The user has chosen a line: the playhead goes there.
    public void choose(TimelineLine line) {
        if (line.equals(selected.get())) {
            return;
        }
        selected.set(line);
        playhead.moveTo(line.row().at());
    }

    /// Shows a place and times of it on the strip; the playhead goes where they begin. Once more takes it back.
    public void look(Focus wanted) {
        if (wanted.equals(focus.get())) {
            lookAtSite();
            return;
        }
        focus.set(wanted);
        wanted.ranges().stream().findFirst().ifPresent(first -> playhead.moveTo(first.from()));
    }

    public void lookAtSite() {
        focus.set(null);
    }

    /// What the strip shows besides the site; null while it shows the site alone.
    public ReadOnlyObjectProperty<@Nullable Focus> focusProperty() {
        return focus.getReadOnlyProperty();
    }

    public Playhead playhead() {
        return playhead;
    }

    public ReadOnlyObjectProperty<@Nullable Strip> stripProperty() {
        return strip.getReadOnlyProperty();
    }

    /// The lines that filter and search let through.
    public ObservableList<TimelineLine> shown() {
        return shown;
    }

    /// How many there are with those that are filtered out.
    public int size() {
        return lines.size();
    }

    public ObjectProperty<TimelineLine.Filter> filterProperty() {
        return filter;
    }

    public StringProperty searchProperty() {
        return search;
    }

    public ReadOnlyObjectProperty<@Nullable TimelineLine> selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
