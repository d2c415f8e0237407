package io.gameday.console.debrief;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.console.text.Texts;
import io.gameday.journal.JournalFailure;
import io.gameday.report.Reports;
import io.gameday.report.Reports.Note;
import io.gameday.report.RunReport;
import io.gameday.report.receipt.HashedFile;
import io.gameday.report.words.CoeFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The documents of a run's folder as its journal and its words are now. They are made the first time that they are
/// asked for, and again whenever one of those files says something else. One making at a time; any thread may ask, and
/// none of them is the UI thread.
final class RunDocuments {

    private static final List<String> SOURCES = List.of(RunReport.JOURNAL, RunReport.FAULTS, CoeFileReader.FILE);

    private final Making making;
    private @Nullable Path folder;
    private List<String> madeFrom = List.of();
    private @Nullable Made last;
    private int makings;

    /// Makes the documents of a folder, or says why not.
    interface Making {
        Made make(Path folder, int number);
    }

    RunDocuments(Making making) {
        this.making = making;
    }

    /// @param now the moment that a receipt is dated with where there is none
    static RunDocuments ofReports(Supplier<Instant> now) {
        return new RunDocuments((folder, number) -> reports(folder, number, now));
    }

    private static Made reports(Path from, int number, Supplier<Instant> now) {
        if (Files.notExists(from.resolve(RunReport.JOURNAL))) {
            return new Made.Left(number, from);
        }
        try {
            return new Made.Anew(number, from, RunReport.renew(from, StateFolder.current()::ledger, now.get()));
        } catch (JournalFailure unreadable) {
            return new Made.Nothing(number, String.valueOf(unreadable.getMessage()));
        }
    }

    /// What became of the documents of a folder.
    sealed interface Made {

        /// Another number, other documents; it only grows.
        int number();

        /// Made from what lies in the folder, but for what `reports` tells.
        record Anew(int number, Path folder, Reports reports) implements Made {
        }

        /// The journal is gone: what lies there is all there is.
        record Left(int number, Path folder) implements Made {
        }

        /// @param why a sentence
        record Nothing(int number, String why) implements Made {
        }

        /// Why a file is not to be handed out; empty when it may be.
        default Optional<String> trouble(String file) {
            return switch (this) {
                case Anew(_, Path folder, Reports reports) -> reports.files().contains(folder.resolve(file))
                        ? Optional.empty()
                        : reports.problems().stream().filter(problem -> problem.file().equals(file))
                                .map(Reports.Problem::reason).findFirst().or(() -> Optional.of(unread(reports)));
                case Left(_, Path folder) -> Files.exists(folder.resolve(file))
                        ? Optional.empty()
                        : Optional.of(Texts.of("debrief.documents.left.missing", RunReport.JOURNAL));
                case Nothing(_, String why) -> Optional.of(why);
            };
        }

        /// What a reader should know of all that was made and was not, each a sentence.
        default List<String> remarks() {
            return switch (this) {
                case Anew(_, _, Reports reports) -> {
                    List<String> all = new ArrayList<>();
                    if (!reports.unread().isEmpty()) {
                        all.add(Texts.of("debrief.documents.unread", unread(reports)));
                    }
                    reports.problems().forEach(
                            problem -> all.add(Texts.of("debrief.documents.failed", problem.file(), problem.reason())));
                    reports.notes().forEach(note -> all.add(noted(note)));
                    yield List.copyOf(all);
                }
                case Left _ -> List.of(Texts.of("debrief.documents.left", RunReport.JOURNAL));
                case Nothing(_, String why) -> List.of(why);
            };
        }

        /// What a reader should know of one file, each a sentence.
        default List<String> notes(String file) {
            return switch (this) {
                case Anew(_, _, Reports reports) ->
                    reports.notes().stream().filter(note -> note.file().equals(file)).map(Made::noted).toList();
                case Left _ -> remarks();
                case Nothing _ -> List.of();
            };
        }

        private static String noted(Note note) {
            return Texts.of("debrief.documents.note", note.file(), note.text());
        }

        private static String unread(Reports reports) {
            if (reports.unread().isEmpty()) {
                return Texts.of("debrief.documents.none");
            }
            String first = reports.unread().getFirst().toString();
            int others = reports.unread().size() - 1;
            return others == 0 ? first : Texts.of("debrief.documents.more", first, others);
        }
    }

    /// @param begins told when they have to be made, which takes seconds
    synchronized Made fresh(Path runFolder, Runnable begins) {
        List<String> from = sources(runFolder);
        Made before = last;
        if (before != null && runFolder.equals(folder) && from.equals(madeFrom) && stillThere(before)) {
            return before;
        }
        begins.run();
        Made made = making.make(runFolder, ++makings);
        folder = runFolder;
        // The words for people to write in are made with the documents where there are none.
        madeFrom = from.getLast().isEmpty() ? sources(runFolder) : from;
        last = made;
        return made;
    }

    /// As [#fresh(Path, Runnable)], but made in any case: what was in the way may be gone.
    synchronized Made again(Path runFolder, Runnable begins) {
        last = null;
        return fresh(runFolder, begins);
    }

    /// Somebody may have thrown a document away.
    private static boolean stillThere(Made made) {
        return !(made instanceof Made.Anew anew) || anew.reports().files().stream().allMatch(Files::exists);
    }

    /// Their hashes; empty for one that is not there or cannot be read.
    private static List<String> sources(Path from) {
        return SOURCES.stream().map(name -> {
            try {
                return Objects.requireNonNull(HashedFile.sha256(from.resolve(name)));
            } catch (IOException unread) {
                return "";
            }
        }).toList();
    }
}
