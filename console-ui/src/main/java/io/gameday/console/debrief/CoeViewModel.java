package io.gameday.console.debrief;

import io.gameday.console.debrief.PageSource.PageImage;
import io.gameday.console.debrief.RunDocuments.Made;
import io.gameday.console.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    private final RunDocuments documents;
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper pages = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable PageImage> image = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Made> made = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper making = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper canTryAgain = new ReadOnlyBooleanWrapper();
    private final BooleanProperty big = new SimpleBooleanProperty();
    private final Map<Wanted, PageImage> kept = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable Path folder;
    private boolean playing;
    private int width = 320;
    private int asked;
    private @Nullable Wanted drawing;

    /// @param making number of the documents that it is a page of
    private record Wanted(Path document, int making, int page, int width) {
    }

    CoeViewModel(Executor ui, Executor slow, PageSource source, RunDocuments documents) {
        this.ui = ui;
        this.slow = slow;
        this.source = source;
        this.documents = documents;
    }

    /// @param goingOn the run has not ended, so its document is still to come
    void open(Path runFolder, boolean goingOn) {
        folder = runFolder;
        playing = goingOn;
        page.set(0);
        forget();
        made.set(null);
        making.set("");
        sentence.set(Texts.of(goingOn ? "debrief.coe.later" : "debrief.coe.reading", DOCUMENT));
        refresh();
    }

    private void forget() {
        kept.clear();
        drawing = null;
        pages.set(0);
        image.set(null);
        canTryAgain.set(false);
    }

    /// Shows the document as journal and words are now. The page that was looked at stays, and is on the screen until
    /// the new one is there.
    public void refresh() {
        ask(documents::fresh);
    }

    /// Makes the documents once more, after something was in the way.
    public void tryAgain() {
        canTryAgain.set(false);
        ask(documents::again);
    }

    private interface Asking {
        Made of(Path folder, Runnable making);
    }

    private void ask(Asking asking) {
        Path from = folder;
        if (from == null || playing) {
            return;
        }
        int number = ++asked;
        slow.execute(() -> {
            Made now = asking.of(from, () -> ui.execute(() -> making(from)));
            int count = count(from, now);
            ui.execute(() -> show(from, number, now, count));
        });
    }

    private void making(Path from) {
        if (from.equals(folder)) {
            making.set(Texts.of("debrief.coe.making"));
            if (pages.get() == 0) {
                sentence.set(making.get());
            }
        }
    }

    /// @return how many pages; -1 when it cannot be read
    private int count(Path from, Made now) {
        if (now.trouble(DOCUMENT).isPresent()) {
            return 0;
        }
        try {
            return source.pages(from.resolve(DOCUMENT));
        } catch (IOException damaged) {
            return -1;
        }
    }

    private void show(Path from, int number, Made now, int count) {
        if (!from.equals(folder)) {
            return;
        }
        if (number == asked) {
            making.set("");
        }
        Made before = made.get();
        if (before != null && before.number() >= now.number()) {
            return;
        }
        kept.clear();
        drawing = null;
        made.set(now);
        canTryAgain.set(now instanceof Made.Anew anew && !anew.reports().problems().isEmpty());
        Optional<String> trouble = now.trouble(DOCUMENT);
        if (trouble.isPresent()) {
            nothing(Texts.of("debrief.coe.notmade", DOCUMENT, trouble.get()));
        } else if (count < 0) {
            unreadable(from);
        } else {
            sentence.set("");
            pages.set(count);
            page.set(Math.clamp(page.get(), 0, Math.max(0, count - 1)));
            draw();
        }
    }

    /// The page that was looked at is remembered for when there are pages again.
    private void nothing(String why) {
        pages.set(0);
        image.set(null);
        sentence.set(why);
    }

    private void unreadable(Path from) {
        if (from.equals(folder)) {
            canTryAgain.set(made.get() instanceof Made.Anew);
            nothing(Texts.of("debrief.coe.unreadable", from.resolve(DOCUMENT)));
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
        Made of = made.get();
        if (from == null || of == null || pages.get() == 0) {
            return;
        }
        Wanted wanted = new Wanted(from.resolve(DOCUMENT), of.number(), page.get(), width);
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
                if (wanted.equals(drawing)) {
                    drawing = null;
                    unreadable(from);
                }
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

    /// That the documents are being made anew; empty when they are not.
    public ReadOnlyStringProperty makingProperty() {
        return making.getReadOnlyProperty();
    }

    /// What became of the documents; null while nobody knows.
    ReadOnlyObjectProperty<@Nullable Made> madeProperty() {
        return made.getReadOnlyProperty();
    }

    /// Whether something was in the way that may be gone by now.
    public ReadOnlyBooleanProperty canTryAgainProperty() {
        return canTryAgain.getReadOnlyProperty();
    }

    /// Whether the document fills the screen.
    public BooleanProperty bigProperty() {
        return big;
    }
}
