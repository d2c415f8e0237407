package io.gameday.console.debrief.words;

import io.gameday.console.control.State;
import io.gameday.report.words.CoeEdit.Edited;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One list of the file as a screen shows it: its lines, the form of one of them, and what may be done.
///
/// @param <T> what kind of item
interface Listed<T> {

    /// One line.
    ///
    /// @param item   null for a draft of the machine's
    /// @param place  of the item; of a draft an id of its own
    /// @param lead   before the title, such as `A1`
    /// @param second below the title
    /// @param word   at the end, in a chip; may be empty
    /// @param lacks  whether the second text says what is missing
    /// @param told   what the machine says about it, above the form; may be empty
    record Line<T>(@Nullable T item, Place place, String lead, String title, String second, State state, String word,
            boolean lacks, String told) {
    }

    /// As keys of its texts say it, such as `lessons`.
    String name();

    List<Line<T>> lines(Contents now, Suggested suggested);

    List<FormViewModel.Entry<T>> entries();

    /// Whether items are added and removed here.
    boolean grows();

    /// Adds an empty one at the end.
    Edited add(Contents now);

    Edited remove(Contents now, Place place);

    /// Makes a draft one's own.
    Edited accept(Contents now, Line<T> draft);
}
