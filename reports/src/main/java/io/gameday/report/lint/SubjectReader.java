package io.gameday.report.lint;

import io.gameday.journal.JournalFailure;
import io.gameday.journal.RunFolder;
import io.gameday.report.RunReport;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.export.SupportingPages;
import io.gameday.report.lint.Subject.Other;
import io.gameday.report.text.Figures;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFileReader;
import io.gameday.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what is linted: the words of a run, the journal beside them, the pages as they were last made, and the words of
/// the folders beside this one. A journal that did not change is read once. One thread at a time.
public final class SubjectReader {

    private @Nullable Known known;

    /// What a journal told, and which files told it.
    private record Known(List<Seen> files, CoeDocument facts) {
    }

    private record Seen(Path file, long size, long changed) {

        static Seen of(Path file) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return new Seen(file, now.size(), now.lastModifiedTime().toMillis());
            } catch (IOException unread) {
                return new Seen(file, -1, -1);
            }
        }
    }

    /// What reading gave.
    public sealed interface Read {

        /// @param notes what could not be looked at beside it, each a line for a person
        record Whole(Subject subject, List<String> notes) implements Read {
        }

        /// The words are not right yet, or the file cannot be read.
        record Wrong(List<Problem> problems) implements Read {
        }

        record NoWords() implements Read {
        }

        /// @param why a sentence
        record NoFacts(String why) implements Read {
        }
    }

    /// @param shown how messages name the file
    /// @param file  of the words, in the folder of its run
    /// @param today by which a date is past
    public Read read(String shown, Path file, LocalDate today) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        CoeFileReader.Reading words;
        try {
            words = CoeFileReader.read(shown, file);
        } catch (NoSuchFileException none) {
            return new Read.NoWords();
        }
        if (words.file().isEmpty()) {
            return new Read.Wrong(words.problems());
        }
        try {
            CoeDocument facts = facts(folder);
            List<String> notes = new ArrayList<>();
            Integer pages = pages(folder.resolve("coe.pdf"), notes);
            return new Read.Whole(
                    new Subject(words.file().get(), words.lines(), facts, pages, today, others(folder, notes)),
                    List.copyOf(notes));
        } catch (JournalFailure unreadable) {
            return new Read.NoFacts(String.valueOf(unreadable.getMessage()));
        }
    }

    private CoeDocument facts(Path folder) {
        List<Seen> now = List.of(Seen.of(folder.resolve(RunReport.JOURNAL)), Seen.of(folder.resolve(RunReport.FAULTS)));
        Known before = known;
        if (before == null || !before.files().equals(now)) {
            before = new Known(now, RunReport.document(folder));
            known = before;
        }
        return before.facts();
    }

    private static @Nullable Integer pages(Path pdf, List<String> notes) {
        try {
            return SupportingPages.of(pdf);
        } catch (IOException damaged) {
            notes.add("pages are not counted: " + pdf + " cannot be read: " + damaged);
            return null;
        }
    }

    /// One that cannot be read is no reason to say nothing of this one.
    private static List<Other> others(Path folder, List<String> notes) {
        Path all = folder.getParent();
        List<Other> others = new ArrayList<>();
        if (all == null) {
            return others;
        }
        try (Stream<Path> folders = Files.list(all)) {
            folders.filter(path -> !path.equals(folder)).sorted().forEach(other -> {
                Path file = other.resolve(CoeFileReader.FILE);
                if (Files.isRegularFile(file)) {
                    add(other, file, others, notes);
                }
            });
        } catch (IOException unlisted) {
            notes.add("not compared with the folders beside this one: " + all + " cannot be listed: " + unlisted);
        }
        return others;
    }

    private static void add(Path other, Path file, List<Other> others, List<String> notes) {
        try {
            CoeFileReader.read(file.toString(), file).file().ifPresentOrElse(read -> others.add(other(other, read)),
                    () -> notes.add("not compared with " + file + ", which has problems of its own"));
        } catch (NoSuchFileException gone) {
            notes.add("not compared with " + file + ", which is gone");
        }
    }

    private static Other other(Path folder, CoeFile words) {
        RunFolder run = new RunFolder(folder);
        return new Other(run.made().map(at -> "COE-" + Figures.stamp(at)).orElse(run.run()), run.run(),
                words.actions());
    }
}
