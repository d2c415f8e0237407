package io.gameday.report.actions;

import io.gameday.journal.Entry;
import io.gameday.journal.Event.RunStarted;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.JournalReader;
import io.gameday.report.RunReport;
import io.gameday.report.actions.Register.Unreadable;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFile.ActionStatus;
import io.gameday.report.words.CoeFile.Told;
import io.gameday.report.words.CoeFileReader;
import io.gameday.report.words.CoeStore;
import io.gameday.report.words.CoeStore.Stored;
import io.gameday.target.TargetKind;
import io.gameday.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the register from the folders of runs, and from folders that somebody made by hand with a `coe.yaml` in them.
public final class RegisterReader {

    private final LocalDate today;
    private final List<Coe> coes = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    private RegisterReader(LocalDate today) {
        this.today = today;
    }

    private record Coe(String run, CoeFile file, @Nullable TargetKind target, @Nullable LocalDate opened) {
    }

    /// @param runs  whose folders are looked at, each by itself
    /// @param today that ages count to
    /// @throws IOException when `runs` cannot be listed
    public static Register read(Path runs, LocalDate today) throws IOException {
        RegisterReader reader = new RegisterReader(today);
        try (Stream<Path> folders = Files.list(runs)) {
            folders.sorted().filter(folder -> Files.exists(folder.resolve(CoeFileReader.FILE))).forEach(reader::folder);
        }
        List<Registered> actions = reader.coes.stream()
                .flatMap(coe -> coe.file().actions().stream().map(action -> reader.registered(coe, action)))
                .sorted(Comparator.comparing((Registered action) -> action.overdue() == 0)
                        .thenComparing(Registered::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Registered::run).thenComparing(Registered::id))
                .toList();
        return new Register(today, actions, reader.unreadable);
    }

    private void folder(Path folder) {
        Path file = folder.resolve(CoeFileReader.FILE);
        try {
            Stored stored = CoeStore.read(file);
            if (stored.reading().file().isEmpty()) {
                unreadable.add(new Unreadable(file.toString(),
                        stored.reading().problems().stream().map(Problem::toString).toList()));
                return;
            }
            add(folder, stored.reading().file().get());
        } catch (IOException unread) {
            unreadable.add(new Unreadable(file.toString(), List.of(String.valueOf(unread.getMessage()))));
        }
    }

    private void add(Path folder, CoeFile file) {
        String run = String.valueOf(folder.getFileName());
        Path journal = folder.resolve(RunReport.JOURNAL);
        TargetKind target = null;
        LocalDate ended = null;
        if (Files.exists(journal)) {
            try {
                List<Entry> entries = JournalReader.read(journal).entries();
                target = entries.stream().map(Entry::event).filter(RunStarted.class::isInstance)
                        .map(RunStarted.class::cast).map(RunStarted::target).findFirst().orElse(null);
                // The time of a simulation is nobody's: its folder is named by the day on which it was played.
                ended = entries.isEmpty() || target == TargetKind.SIMULATED
                        ? null
                        : LocalDate.ofInstant(entries.getLast().at(), ZoneOffset.UTC);
            } catch (JournalFailure unread) {
                unreadable.add(new Unreadable(journal.toString(), List.of(String.valueOf(unread.getMessage()))));
            }
        }
        LocalDate opened = ended != null ? ended : named(run).or(() -> lastTold(file)).orElse(null);
        coes.add(new Coe(run, file, target, opened));
    }

    private static Optional<LocalDate> named(String run) {
        if (run.length() < 10) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(run.substring(0, 10)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> lastTold(CoeFile file) {
        return file.timeline().stream().map(Told::at).max(Comparator.naturalOrder())
                .map(at -> LocalDate.ofInstant(at, file.header().timeZone()));
    }

    private Registered registered(Coe coe, ActionItem action) {
        LocalDate due = action.due();
        long late = due == null || action.status() != ActionStatus.OPEN ? 0 : ChronoUnit.DAYS.between(due, today);
        LocalDate opened = coe.opened();
        return new Registered(coe.run(), coe.file().header().title(), coe.target(), action.id(), action.title(),
                action.owner(), opened, opened == null ? null : ChronoUnit.DAYS.between(opened, today), due,
                Math.max(0, late), action.horizon(), action.type(), action.addresses(), action.doneWhen(),
                action.provedBy(), action.ticket(), action.status(), action.verifiedBy(), recurrences(coe, action));
    }

    private List<String> recurrences(Coe coe, ActionItem action) {
        if (action.status() != ActionStatus.OPEN || letters(action.title()).isEmpty()) {
            return List.of();
        }
        return coes.stream().filter(other -> other != coe && sameComponent(coe.file(), other.file()))
                .flatMap(other -> other.file().actions().stream()
                        .filter(each -> each.status() == ActionStatus.OPEN
                                && letters(each.title()).equals(letters(action.title())))
                        .map(each -> other.run() + "/" + each.id()))
                .toList();
    }

    /// By the COEs' tags: they share one, or neither has any.
    private static boolean sameComponent(CoeFile one, CoeFile other) {
        List<String> tags = one.header().tags();
        return tags.isEmpty() && other.header().tags().isEmpty()
                || tags.stream().anyMatch(other.header().tags()::contains);
    }

    /// Without case, spaces and punctuation.
    private static String letters(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
