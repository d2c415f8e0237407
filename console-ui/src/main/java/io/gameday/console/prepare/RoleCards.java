package io.gameday.console.prepare;

import io.gameday.console.prepare.Papers.Printed;
import io.gameday.console.text.Texts;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The role cards that were last written to be printed. Belongs to the UI thread.
final class RoleCards {

    private final Papers papers;
    private final Surroundings surroundings;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.None());
    /// Of the newest writing: what an older one came to is not told any more.
    private long newest;

    sealed interface State {
        record None() implements State {
        }

        record Going() implements State {
        }

        record Done(String sentence, Path file) implements State {
        }

        record Failed(String sentence) implements State {
        }
    }

    RoleCards(Papers papers, Surroundings surroundings) {
        this.papers = papers;
        this.surroundings = surroundings;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    boolean going() {
        return state.get() instanceof State.Going;
    }

    void forget() {
        newest++;
        state.set(new State.None());
    }

    void write(String name, String text) {
        long mine = ++newest;
        state.set(new State.Going());
        surroundings.work().execute(() -> {
            State told = tell(papers.write(name, text));
            surroundings.ui().execute(() -> {
                if (mine == newest) {
                    state.set(told);
                }
            });
        });
    }

    private static State tell(Printed printed) {
        Path file = printed.file();
        if (file == null) {
            return new State.Failed(Texts.of("prepare.print.failed", printed.trouble()));
        }
        return new State.Done(printed.trouble().isEmpty()
                ? Texts.of("prepare.print.done", file.toString())
                : Texts.of("prepare.print.partly", file.toString(), printed.trouble()), file);
    }

    /// The folder of what was written, in the desktop's own file browser.
    void open() {
        if (state.get() instanceof State.Done done && done.file().getParent() != null) {
            papers.open(done.file().getParent());
        }
    }
}
