package io.gameday.report.brief;

import java.util.Iterator;
import java.util.List;

/// How much may stand on the one page, from most to least. What fits depends on fonts, templates and language, so the page
/// is set with more, and with less where that was too much.
public enum Room {
    AMPLE(true, 160, 1300, 220, 6), PLAIN(false, 160, 1300, 220, 6), SNUG(false, 120, 700, 130, 4), TIGHT(false, 80,
            240, 40, 2);

    private final boolean picture;
    private final int title;
    private final int passage;
    private final int line;
    private final int items;

    Room(boolean picture, int title, int passage, int line, int items) {
        this.picture = picture;
        this.title = title;
        this.passage = passage;
        this.line = line;
        this.items = items;
    }

    /// What to try where all of it was too much.
    public static Iterator<Room> afterAmple() {
        return List.of(PLAIN, SNUG, TIGHT).iterator();
    }

    boolean picture() {
        return picture;
    }

    /// In letters of ordinary width.
    int title() {
        return title;
    }

    /// A summary, in letters of ordinary width.
    int passage() {
        return passage;
    }

    /// An item of a list, likewise.
    int line() {
        return line;
    }

    /// Of one list.
    int items() {
        return items;
    }
}
