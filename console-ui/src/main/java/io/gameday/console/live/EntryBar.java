package io.gameday.console.live;

import io.gameday.console.run.RunControls;
import io.gameday.console.text.Texts;
import io.gameday.target.Answer;
import io.gameday.target.Reply;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What people say during a run: a role, a kind and words, written into the journal.
public final class EntryBar {

    public static final List<String> ROLES = List.of("facilitator", "observer", "responder", "owner", "scribe");

    /// What a line is. Its letter begins it.
    public enum Kind {
        NOTE('N', "live.entry.note"), OBSERVATION('O', "live.entry.observation"), HYPOTHESIS('H',
                "live.entry.hypothesis"), DECISION('D', "live.entry.decision"), ACKNOWLEDGE('A',
                        "live.entry.acknowledge"), PERSON_NOTICED('P', "live.entry.noticed");

        private final char letter;
        private final String key;

        Kind(char letter, String key) {
            this.letter = letter;
            this.key = key;
        }

        public char letter() {
            return letter;
        }

        /// As the button says it.
        public String words() {
            return Texts.of(key);
        }

        /// What stands before the words in the journal.
        String prefix() {
            return switch (this) {
                case NOTE -> "";
                case OBSERVATION -> "observation: ";
                case HYPOTHESIS -> "hypothesis: ";
                case DECISION -> "decision: ";
                case ACKNOWLEDGE -> "acknowledged: ";
                case PERSON_NOTICED -> "a person noticed before an alarm: ";
            };
        }

        boolean mayBeEmpty() {
            return this == ACKNOWLEDGE || this == PERSON_NOTICED;
        }
    }

    private final StringProperty role = new SimpleStringProperty(ROLES.getFirst());
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.NOTE);
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");
    private final BooleanProperty sending = new SimpleBooleanProperty();
    private final Supplier<@Nullable RunControls> controls;

    EntryBar(Supplier<@Nullable RunControls> controls) {
        this.controls = controls;
    }

    /// Begins a line of this kind; words that stand there already are kept.
    public void begin(Kind now) {
        kind.set(now);
        trouble.set("");
    }

    /// Writes it into the journal. What could not be written stays, with the reason.
    public void send() {
        String words = text.get().strip();
        RunControls run = controls.get();
        if (sending.get()) {
            return;
        }
        if (run == null) {
            trouble.set(Texts.of("live.entry.no-run"));
        } else if (words.isEmpty() && !kind.get().mayBeEmpty()) {
            trouble.set(Texts.of("live.entry.empty"));
        } else if (kind.get() == Kind.ACKNOWLEDGE) {
            sending.set(true);
            run.acknowledge(role.get(), answer -> {
                if (words.isEmpty() || answer instanceof Answer.Failed) {
                    answered(answer);
                } else {
                    run.note(role.get(), kind.get().prefix() + words, this::answered);
                }
            });
        } else {
            sending.set(true);
            String line = words.isEmpty() ? kind.get().prefix().replace(": ", "") : kind.get().prefix() + words;
            Reply<RunControls.Asked> reply = this::answered;
            run.note(role.get(), line, reply);
        }
    }

    private void answered(Answer<RunControls.Asked> answer) {
        sending.set(false);
        switch (answer) {
            case Answer.Ok<RunControls.Asked> _ -> {
                text.set("");
                trouble.set("");
                kind.set(Kind.NOTE);
            }
            case Answer.Failed<RunControls.Asked>(String why) -> trouble.set(Texts.of("live.entry.failed", why));
        }
    }

    public StringProperty roleProperty() {
        return role;
    }

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    public StringProperty textProperty() {
        return text;
    }

    /// Why the last line was not written, and what to do; empty when there is nothing.
    public StringProperty troubleProperty() {
        return trouble;
    }

    public BooleanProperty sendingProperty() {
        return sending;
    }
}
