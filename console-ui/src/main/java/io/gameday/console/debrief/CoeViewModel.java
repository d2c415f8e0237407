package io.gameday.console.debrief;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.console.debrief.PageSource.PageImage;
import io.gameday.console.text.Texts;
import io.gameday.journal.JournalFailure;
import io.gameday.report.Reports;
import io.gameday.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// The COE's pages, one at a time. Belongs to the UI thread; reading and drawing happen on the other executor.
public final class CoeViewModel {

    private static final String DOCUMENT = "coe.pdf";
    /// Zooming out and paging back show at once what was just seen.
    private static final int KEPT = 6;
    private static final int LEAST = 280;
    private static final int MOST = 2400;

    private final Executor ui;
    private final Executor slow;
    private final PageSource source;
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper pages = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable PageImage> image = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper canWrite = new ReadOnlyBooleanWrapper();
    private final BooleanProperty big = new SimpleBooleanProperty();
    private final Map<Wanted, PageImage> kept = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable Path folder;
    private boolean playing;
    private boolean writable;
    private int width = 320;
    private @Nullable Wanted drawing;

    private record Wanted(Path document, int page, int width) {
    }

    CoeViewModel(Executor ui, Executor slow, PageSource source) {
        this.ui = ui;
        this.slow = slow;
        this.source = source;
    }

    /// @param goingOn  the run has not ended, so its document is still to come
    /// @param readable the journal tells of a run, so a document can be made from it
    void open(Path runFolder, boolean goingOn, boolean readable) {
        writable = readable && !goingOn;
        folder = runFolder;
        playing = goingOn;
        page.set(0);
        reload();
    }

    /// Reads the document anew: it may have been written meanwhile.
    void reload() {
        Path from = folder;
        if (from == null) {
            return;
        }
        kept.clear();
        drawing = null;
        pages.set(0);
        image.set(null);
        canWrite.set(false);
        sentence.set(Texts.of("debrief.coe.reading", DOCUMENT));
        slow.execute(() -> count(from));
    }

    private void count(Path from) {
        Path document = from.resolve(DOCUMENT);
        if (!Files.exists(document)) {
            ui.execute(() -> missing(from));
            return;
        }
        try {
            int found = source.pages(document);
            ui.execute(() -> {
                if (from.equals(folder)) {
                    pages.set(found);
                    page.set(Math.clamp(page.get(), 0, Math.max(0, found - 1)));
                    sentence.set("");
                    draw();
                }
            });
        } catch (IOException damaged) {
            ui.execute(() -> unreadable(from));
        }
    }

    private void missing(Path from) {
        if (from.equals(folder)) {
            canWrite.set(writable);
            sentence.set(Texts.of(why(), DOCUMENT));
        }
    }

    private String why() {
        return playing ? "debrief.coe.later" : writable ? "debrief.coe.missing" : "debrief.coe.nothing";
    }

    private void unreadable(Path from) {
        if (from.equals(folder)) {
            canWrite.set(writable);
            image.set(null);
            sentence.set(Texts.of("debrief.coe.unreadable", from.resolve(DOCUMENT)));
        }
    }

    /// Makes the reports from the journal as it is; an interrupted run's say so.
    public void write() {
        Path from = folder;
        if (from == null || !canWrite.get()) {
            return;
        }
        canWrite.set(false);
        sentence.set(Texts.of("debrief.coe.writing"));
        slow.execute(() -> {
            String trouble = written(from);
            ui.execute(() -> {
                if (from.equals(folder)) {
                    if (trouble.isEmpty()) {
                        reload();
                    } else {
                        canWrite.set(true);
                        sentence.set(trouble);
                    }
                }
            });
        });
    }

    /// @return what went wrong; empty when all is written
    private static String written(Path from) {
        try {
            Reports reports = RunReport.write(from, StateFolder.current()::ledger, Instant.now());
            return reports.problems().stream().map(p -> Texts.of("debrief.coe.problem", p.file(), p.reason()))
                    .findFirst().orElse(reports.unread().isEmpty() ? "" : reports.unread().getFirst().toString());
        } catch (JournalFailure unreadable) {
            return unreadable.getMessage();
        }
    }

    /// How wide a page is to be, in pixels.
    public void setWidth(int pixels) {
        width = Math.clamp(pixels, LEAST, MOST);
        draw();
    }

    public int width() {
        return width;
    }

    public void next() {
        turn(page.get() + 1);
    }

    public void previous() {
        turn(page.get() - 1);
    }

    private void turn(int to) {
        if (to >= 0 && to < pages.get()) {
            page.set(to);
            draw();
        }
    }

    /// One page is drawn at a time; when it is done, what is wanted by then comes next.
    private void draw() {
        Path from = folder;
        if (from == null || pages.get() == 0) {
            return;
        }
        Wanted wanted = new Wanted(from.resolve(DOCUMENT), page.get(), width);
        PageImage ready = kept.get(wanted);
        if (ready != null) {
            image.set(ready);
            sentence.set("");
        } else if (drawing == null) {
            drawing = wanted;
            sentence.set(Texts.of("debrief.coe.drawing", String.valueOf(wanted.page + 1)));
            slow.execute(() -> draw(from, wanted));
        }
    }

    private void draw(Path from, Wanted wanted) {
        try {
            PageImage drawn = source.render(wanted.document, wanted.page, wanted.width);
            ui.execute(() -> {
                if (wanted.equals(drawing)) {
                    drawing = null;
                    keep(wanted, drawn);
                    draw();
                }
            });
        } catch (IOException damaged) {
            ui.execute(() -> {
                drawing = null;
                unreadable(from);
            });
        }
    }

    private void keep(Wanted wanted, PageImage drawn) {
        kept.put(wanted, drawn);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    int keptPages() {
        return kept.size();
    }

    /// From 0.
    public ReadOnlyIntegerProperty pageProperty() {
        return page.getReadOnlyProperty();
    }

    /// 0 while there is no document.
    public ReadOnlyIntegerProperty pagesProperty() {
        return pages.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable PageImage> imageProperty() {
        return image.getReadOnlyProperty();
    }

    /// Why there is no page, or what is being done; empty when the page is there.
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /// Whether the reports can be written from here.
    public ReadOnlyBooleanProperty canWriteProperty() {
        return canWrite.getReadOnlyProperty();
    }

    /// Whether the document fills the screen.
    public BooleanProperty bigProperty() {
        return big;
    }
}
