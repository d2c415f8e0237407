package io.gameday.console.debrief;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.JournalFailure;
import io.gameday.report.AtomicFile;
import io.gameday.report.Reports;
import io.gameday.report.RunReport;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Saves the run's documents where the user wants them: whole or not at all.
public final class ExportViewModel {

    /// What a run's folder has to give.
    public enum Format {
        PDF("PDF", "coe.pdf"), HTML("HTML", "coe.html"), MARKDOWN("Markdown", "coe.md"), SCORECARD("Scorecard JSON",
                "scorecard.json"), JUNIT("JUnit XML", "junit.xml");

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
    private final Runnable reportsWritten;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.PLAIN);
    private final ReadOnlyObjectWrapper<@Nullable Path> saved = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private @Nullable Path folder;
    private boolean playing;

    /// @param reportsWritten told on the UI thread when the reports had to be made first
    ExportViewModel(Executor ui, Executor slow, Desk desk, Saving saving, Runnable reportsWritten) {
        this.ui = ui;
        this.slow = slow;
        this.desk = desk;
        this.saving = saving;
        this.reportsWritten = reportsWritten;
    }

    static Saving atomic() {
        return AtomicFile::write;
    }

    /// @param goingOn the run has not ended, so its documents are still to come
    void open(Path runFolder, boolean goingOn) {
        folder = runFolder;
        playing = goingOn;
        say(State.PLAIN, goingOn ? Texts.of("debrief.export.later") : "", null);
        ready.set(!goingOn);
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
        boolean made = !Files.exists(from.resolve(format.file));
        try {
            byte[] content = content(from, format);
            saving.save(to, content);
            done(from, made, State.HEALTHY, Texts.of("debrief.export.saved", to), to);
        } catch (JournalFailure unreadable) {
            done(from, false, State.ALARM, Texts.of("debrief.export.nothing", format.file, unreadable.getMessage()),
                    null);
        } catch (IOException failed) {
            done(from, made, State.ALARM, why(format, to, failed), null);
        }
    }

    private static byte[] content(Path from, Format format) throws IOException {
        Path file = from.resolve(format.file);
        if (!Files.exists(file)) {
            Reports reports = RunReport.write(from, StateFolder.current()::ledger, Instant.now());
            for (Reports.Problem problem : reports.problems()) {
                if (problem.file().equals(format.file)) {
                    throw new JournalFailure(problem.reason());
                }
            }
            if (!reports.unread().isEmpty() && !Files.exists(file)) {
                throw new JournalFailure(reports.unread().getFirst().toString());
            }
        }
        return Files.readAllBytes(file);
    }

    private void done(Path from, boolean made, State now, String text, @Nullable Path file) {
        ui.execute(() -> {
            if (from.equals(folder)) {
                ready.set(true);
                say(now, text, file);
                if (made) {
                    reportsWritten.run();
                }
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

    /// What came of the last export; empty before the first.
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
