package io.gameday.console.debrief;

import io.gameday.console.control.State;
import io.gameday.console.debrief.RunDocuments.Made;
import io.gameday.console.text.Texts;
import io.gameday.report.AtomicFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Saves the run's documents where the user wants them: whole or not at all.
public final class ExportViewModel {

    /// What the product makes of a run.
    public enum Format {
        PDF("PDF", "coe.pdf"), DOCX("DOCX", "coe.docx"), HTML("HTML", "coe.html"), MARKDOWN("Markdown", "coe.md"), JSON(
                "JSON", "coe.json"), ACTIONS("Actions CSV",
                        "actions.csv"), SCORECARD("Scorecard JSON", "scorecard.json"), JUNIT("JUnit XML", "junit.xml");

        private final String words;
        private final String file;

        Format(String words, String file) {
            this.words = words;
            this.file = file;
        }

        public String words() {
            return words;
        }

        public String file() {
            return file;
        }
    }

    /// Puts a file there, or throws and leaves nothing.
    interface Saving {
        void save(Path file, byte[] content) throws IOException;
    }

    private final Executor ui;
    private final Executor slow;
    private final Desk desk;
    private final Saving saving;
    private final RunDocuments documents;
    private final Runnable exported;
    private final ObservableList<Format> formats = FXCollections.observableArrayList();
    private final ObservableList<Format> shownFormats = FXCollections.unmodifiableObservableList(formats);
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.PLAIN);
    private final ReadOnlyObjectWrapper<@Nullable Path> saved = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private @Nullable Path folder;
    private boolean playing;
    private int told;

    /// @param exported told on the UI thread, as the documents may have been made anew for it
    ExportViewModel(Executor ui, Executor slow, Desk desk, Saving saving, RunDocuments documents, Runnable exported) {
        this.ui = ui;
        this.slow = slow;
        this.desk = desk;
        this.saving = saving;
        this.documents = documents;
        this.exported = exported;
    }

    static Saving atomic() {
        return AtomicFile::write;
    }

    /// @param goingOn the run has not ended, so its documents are still to come
    void open(Path runFolder, boolean goingOn) {
        folder = runFolder;
        playing = goingOn;
        told = 0;
        say(State.PLAIN, goingOn ? Texts.of("debrief.export.later") : "", null);
        ready.set(!goingOn);
        formats.setAll(offered(false));
    }

    /// What became of the documents: which there are, and what is to be said of them.
    void made(Made made) {
        Path from = folder;
        if (from == null || playing) {
            return;
        }
        List<Format> now = offered(Files.exists(from.resolve(Format.ACTIONS.file)));
        if (!now.equals(formats)) {
            formats.setAll(now);
        }
        if (made.number() <= told) {
            return;
        }
        List<String> remarks = made.remarks();
        if (!remarks.isEmpty()) {
            say(State.BROKEN, String.join("\n", remarks), null);
        } else if (state.get() != State.HEALTHY) {
            say(State.PLAIN, "", null);
        }
    }

    /// Actions only where people wrote of any.
    private static List<Format> offered(boolean actions) {
        return Stream.of(Format.values()).filter(format -> format != Format.ACTIONS || actions).toList();
    }

    public void export(Format format) {
        Path from = folder;
        if (from == null || playing || !ready.get()) {
            return;
        }
        Path name = from.toAbsolutePath().getFileName();
        desk.saveAs((name == null ? "run" : name) + "-" + format.file).ifPresent(to -> {
            ready.set(false);
            say(State.PLAIN, Texts.of("debrief.export.saving", format.file), null);
            slow.execute(() -> save(from, format, to));
        });
    }

    private void save(Path from, Format format, Path to) {
        Made made = documents.fresh(from, () -> ui.execute(() -> making(from)));
        Optional<String> trouble = made.trouble(format.file);
        if (trouble.isPresent()) {
            done(from, made, State.ALARM, Texts.of("debrief.export.nothing", format.file, trouble.get()), null);
            return;
        }
        try {
            saving.save(to, Files.readAllBytes(from.resolve(format.file)));
            List<String> notes = made.notes(format.file);
            String saved = Texts.of("debrief.export.saved", to);
            done(from, made, notes.isEmpty() ? State.HEALTHY : State.BROKEN,
                    notes.isEmpty() ? saved : saved + "\n" + String.join("\n", notes), to);
        } catch (IOException failed) {
            done(from, made, State.ALARM, why(format, to, failed), null);
        }
    }

    private void making(Path from) {
        if (from.equals(folder)) {
            say(State.PLAIN, Texts.of("debrief.coe.making"), null);
        }
    }

    private void done(Path from, Made made, State now, String text, @Nullable Path file) {
        ui.execute(() -> {
            if (from.equals(folder)) {
                ready.set(true);
                // What is said of an export stays until the documents are others again.
                told = made.number();
                say(now, text, file);
                exported.run();
            }
        });
    }

    private static String why(Format format, Path to, IOException failed) {
        String reason = failed instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : String.valueOf(failed.getMessage());
        String lower = reason.toLowerCase(Locale.ROOT);
        String key = switch (failed) {
            case AccessDeniedException _ -> "debrief.export.denied";
            case NoSuchFileException _ -> "debrief.export.nofolder";
            default -> lower.contains("no space") || lower.contains("quota")
                    ? "debrief.export.full"
                    : lower.contains("read-only") ? "debrief.export.denied" : "debrief.export.failed";
        };
        return Texts.of(key, format.file, to, reason);
    }

    private void say(State now, String text, @Nullable Path file) {
        state.set(now);
        sentence.set(text);
        saved.set(file);
    }

    /// Shows where the last file went.
    public void openFolder() {
        Path file = saved.get();
        Path parent = file == null ? null : file.toAbsolutePath().getParent();
        if (parent != null) {
            desk.open(parent);
        }
    }

    /// What there is to export, in a fixed order.
    public ObservableList<Format> formats() {
        return shownFormats;
    }

    /// What came of the last export, or what is to be said of the documents; empty when all is well.
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The file last saved; null when that failed.
    public ReadOnlyObjectProperty<@Nullable Path> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// False while a file is being saved, and while there is nothing to save.
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }
}
