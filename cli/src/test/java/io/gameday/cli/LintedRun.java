package io.gameday.cli;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFormat;
import io.gameday.journal.Verdict;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.lint.Lexicon;
import io.gameday.report.lint.Linter;
import io.gameday.report.lint.Linting;
import io.gameday.report.lint.Subject;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFileReader;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/// A run in which nothing was injected, and the words beside it that docs/lint.md shows.
public final class LintedRun {

    private static final Instant BEGIN = Instant.parse("2026-11-21T14:01:32Z");

    private LintedRun() {
    }

    public static String guide() throws IOException {
        return Files.readString(Repository.root().resolve("docs/lint.md"));
    }

    static String words() throws IOException {
        Matcher yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(guide());
        assertThat(yaml.find()).isTrue();
        return yaml.group(1);
    }

    private static List<Entry> entries() {
        return List.of(
                new Entry(1, BEGIN, "r",
                        new Event.RunStarted("az-power-loss-unscaled", "Lose one zone", "Nobody notices.",
                                TargetKind.LOCAL, 7, "0.1.0", List.of("cell-1", "cell-2"), List.of("az1", "az2", "az3"),
                                100, 40, 120, "game day owner", 0)),
                new Entry(2, BEGIN.plusSeconds(9), "r",
                        new Event.RunEnded(5, Verdict.UNKNOWN, "Not started: a guard withheld its consent")));
    }

    static Path folder(Path folder, String words) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("journal.jsonl"),
                entries().stream().map(entry -> JournalFormat.write(entry) + "\n").collect(Collectors.joining()));
        Files.writeString(folder.resolve("coe.yaml"), words);
        return folder;
    }

    public static Linting linted() throws IOException {
        CoeFileReader.Reading read = CoeFileReader.read("coe.yaml", words());
        CoeDocument facts = CoeDocument.of(new RunFacts(entries()), Scorecard.of(entries(), true, false), CoeFile.BLANK,
                "ab".repeat(32));
        return new Linter(Lexicon.read(null).lexicon().orElseThrow()).lint(new Subject(read.file().orElseThrow(),
                read.lines(), facts, null, LocalDate.parse("2026-11-22"), List.of()));
    }
}
