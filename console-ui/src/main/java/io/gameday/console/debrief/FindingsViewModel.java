package io.gameday.console.debrief;

import io.gameday.console.text.Texts;
import io.gameday.report.lint.Finding;
import io.gameday.report.lint.Lexicon;
import io.gameday.report.lint.Linter;
import io.gameday.report.lint.Linting;
import io.gameday.report.lint.Severity;
import io.gameday.report.lint.SubjectReader;
import io.gameday.report.lint.SubjectReader.Read;
import io.gameday.report.words.CoeEdit;
import io.gameday.report.words.CoeEdit.Edited;
import io.gameday.report.words.CoeFileReader;
import io.gameday.report.words.CoeStore;
import io.gameday.report.words.CoeStore.Saved;
import io.gameday.report.words.CoeStore.Stored;
import io.gameday.yaml.Problem;
import io.gameday.yaml.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the linter says of the words of a run, as they are now. Belongs to the UI thread; reading and linting happen on
/// the other executor, one at a time, and only what was said of the newest words is shown.
public final class FindingsViewModel {

    private static final Said FAILED = new Said(List.of(), Count.NONE, Texts.of("debrief.findings.failed"));

    private final Executor ui;
    private final Executor slow;
    private final Supplier<LocalDate> today;
    private final Runnable wordsChanged;
    private final SubjectReader reader = new SubjectReader();
    private final ObservableList<FindingLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable FindingLine> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Count> count = new ReadOnlyObjectWrapper<>(Count.NONE);
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private Consumer<String> jump = place -> {
    };
    private @Nullable Linter linter;
    private @Nullable Path folder;
    private boolean playing;
    private boolean looking;
    private boolean again;

    /// How many there are.
    ///
    /// @param known    false while nothing was looked at
    /// @param readable false where the words cannot be read, so that nobody knows
    /// @param accepted those that somebody lets stand
    public record Count(boolean known, boolean readable, int errors, int warnings, int information, int accepted) {

        static final Count NONE = new Count(false, true, 0, 0, 0, 0);
        static final Count UNREAD = new Count(true, false, 0, 0, 0, 0);

        static Count of(Linting linting) {
            return new Count(true, true, linting.of(Severity.ERROR).size(), linting.of(Severity.WARNING).size(),
                    linting.of(Severity.INFORMATION).size(), linting.accepted().size());
        }
    }

    /// @param today        by which a date is past; asked each time
    /// @param wordsChanged told when an entry of `accepted` was written
    FindingsViewModel(Executor ui, Executor slow, Supplier<LocalDate> today, Runnable wordsChanged) {
        this.ui = ui;
        this.slow = slow;
        this.today = today;
        this.wordsChanged = wordsChanged;
    }

    /// @param goingOn nothing is looked at while the run is played
    void open(Path runFolder, boolean goingOn) {
        folder = runFolder;
        playing = goingOn;
        lines.clear();
        chosen.set(null);
        count.set(Count.NONE);
        trouble.set("");
        sentence.set(Texts.of(goingOn ? "debrief.findings.later" : "debrief.findings.looking"));
        look();
    }

    /// Looks at the words as they are now.
    public void look() {
        Path from = folder;
        if (from == null || playing) {
            return;
        }
        if (looking) {
            again = true;
            return;
        }
        looking = true;
        again = false;
        LocalDate day = today.get();
        slow.execute(() -> {
            Said said = FAILED;
            try {
                said = said(from, day);
            } finally {
                Said told = said;
                ui.execute(() -> told(from, told));
            }
        });
    }

    private void told(Path from, Said said) {
        looking = false;
        if (again) {
            look();
        } else if (from.equals(folder)) {
            show(said);
        }
    }

    /// @param sentence why there is no line, or what is besides them
    private record Said(List<FindingLine> lines, Count count, String sentence) {
    }

    /// One thread at a time: see [#look()].
    private Said said(Path from, LocalDate day) {
        Path file = from.resolve(CoeFileReader.FILE);
        return switch (reader.read(CoeFileReader.FILE, file, day)) {
            case Read.Whole whole -> said(whole);
            case Read.Wrong(List<Problem> problems) ->
                new Said(problems.stream().<FindingLine>map(FindingLine.OfFile::new).toList(), Count.UNREAD, "");
            case Read.NoWords _ ->
                new Said(List.of(), Count.NONE, Texts.of("debrief.findings.nowords", CoeFileReader.FILE));
            case Read.NoFacts(String why) -> new Said(List.of(), Count.NONE, Texts.of("debrief.findings.nofacts", why));
        };
    }

    private Said said(Read.Whole whole) {
        Linter ours = linter;
        if (ours == null) {
            ours = new Linter(Lexicon.read(null).lexicon().orElseThrow());
            linter = ours;
        }
        Linting linting = ours.lint(whole.subject());
        return new Said(linting.findings().stream().<FindingLine>map(FindingLine.OfRule::new).toList(),
                Count.of(linting), linting.findings().isEmpty() ? Texts.of("debrief.findings.none") : "");
    }

    private void show(Said said) {
        FindingLine before = chosen.get();
        if (!said.lines().equals(lines)) {
            lines.setAll(said.lines());
        }
        choose(before == null
                ? null
                : lines.stream().filter(before::equals).findFirst()
                        .or(() -> lines.stream().filter(before::sameAs).findFirst()).orElse(null));
        count.set(said.count());
        sentence.set(said.sentence());
    }

    /// Looks at one; null for none.
    void choose(@Nullable FindingLine line) {
        if (!Objects.equals(line, chosen.get())) {
            trouble.set("");
        }
        chosen.set(line);
    }

    /// Goes to the place of the one that is looked at, where the screen can.
    public void goThere() {
        if (chosen.get() instanceof FindingLine.OfRule(Finding finding)) {
            jump.accept(finding.place());
        }
    }

    /// @param places given the place of a finding, such as `actions[2].due`, when somebody wants to go there
    public void onPlace(Consumer<String> places) {
        jump = places;
    }

    /// Lets the finding that is looked at stand: writes it into the words, under `accepted`.
    ///
    /// @param reason for those who read it later; not empty
    public void accept(String reason) {
        Path from = folder;
        if (saving.get() || from == null || !(chosen.get() instanceof FindingLine.OfRule(Finding finding))
                || !Linter.acceptable(finding)) {
            return;
        }
        if (reason.isBlank()) {
            trouble.set(Texts.of("debrief.findings.noreason"));
            return;
        }
        saving.set(true);
        trouble.set("");
        slow.execute(() -> {
            String why = accepted(from.resolve(CoeFileReader.FILE), finding, reason.strip());
            ui.execute(() -> {
                saving.set(false);
                if (from.equals(folder)) {
                    trouble.set(why);
                    wordsChanged.run();
                }
            });
        });
    }

    /// @return why it was not written; empty when it was
    private static String accepted(Path file, Finding finding, String reason) {
        try {
            Stored before = CoeStore.read(file);
            Value entry = Value.group("rule", finding.rule(), "place", finding.place(), "reason", reason);
            return switch (CoeEdit.append(before.text(), "accepted", entry)) {
                case Edited.Refused(String why) -> why;
                case Edited.Done(String text, _) -> switch (CoeStore.write(before, text)) {
                    case Saved.Written _ -> "";
                    case Saved.NotWritten(String why) -> why;
                };
            };
        } catch (IOException unread) {
            return String.valueOf(unread.getMessage());
        }
    }

    /// Worst first; the problems of the file where it cannot be read.
    ObservableList<FindingLine> lines() {
        return lines;
    }

    /// The one that is looked at; null for none.
    ReadOnlyObjectProperty<@Nullable FindingLine> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Count> countProperty() {
        return count.getReadOnlyProperty();
    }

    /// Why there are no lines; empty where there are.
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /// Why a finding could not be let stand; empty where nothing went wrong.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Whether an entry is being written.
    public ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }
}
