package io.gameday.report;

import io.gameday.journal.Entry;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.JournalReader;
import io.gameday.report.Reports.Problem;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.export.ActionsCsv;
import io.gameday.report.export.CoeJson;
import io.gameday.report.export.CoeRenderer;
import io.gameday.report.export.JunitXml;
import io.gameday.report.export.ReceiptJson;
import io.gameday.report.export.ScorecardJson;
import io.gameday.report.facts.AgentLines;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.receipt.Evidence;
import io.gameday.report.receipt.HashedFile;
import io.gameday.report.receipt.Issued;
import io.gameday.report.receipt.Receipt;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFileReader;
import io.gameday.report.words.CoeFileReader.Reading;
import io.gameday.report.words.Lines;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes every report of a run from its folder's journal, complete or interrupted, and from what people wrote in
/// `coe.yaml`. It may be made again at any time; the same journal, ledger and words give the same bytes, but for the
/// moment in `receipt.json`.
public final class RunReport {

    public static final String JOURNAL = "journal.jsonl";
    /// What the agent did, beside the journal.
    public static final String FAULTS = "faults.jsonl";

    private static final String ACTIONS = "actions.csv";

    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private RunReport(Path folder) {
        this.folder = folder;
    }

    /// Writes `scorecard.json`, `junit.xml`, `receipt.json`, `coe.md`, `coe.html`, `coe.pdf` and `coe.json` with our own
    /// templates, `actions.csv` where people wrote of actions, and `coe.yaml` for them to write in where there is none.
    ///
    /// @param ledgers where the ledger of a run of this name is
    /// @param now     the moment that the receipt is dated with
    /// @throws JournalFailure when the folder has no journal that tells of a run
    public static Reports write(Path runFolder, Function<String, Path> ledgers, Instant now) {
        return write(runFolder, ledgers, now, null);
    }

    /// @param ownTemplates a team's folder whose files stand in for ours, one by one; null for ours alone
    /// @throws JournalFailure when the folder has no journal that tells of a run
    public static Reports write(Path runFolder, Function<String, Path> ledgers, Instant now,
            @Nullable Path ownTemplates) {
        return new RunReport(runFolder).writeAll(new Evidence(runFolder, ledgers), now, ownTemplates);
    }

    private Reports writeAll(Evidence evidence, Instant now, @Nullable Path ownTemplates) {
        Path journal = folder.resolve(JOURNAL);
        JournalReader.Journalled read = JournalReader.read(journal);
        List<Entry> entries = AgentLines.merged(read.entries(), folder.resolve(FAULTS));
        RunFacts facts = new RunFacts(entries);
        Receipt receipt = evidence.receipt();
        Scorecard scorecard = Scorecard.of(entries, read.complete(), read.torn(), receipt);
        format("scorecard.json", () -> utf8(ScorecardJson.write(scorecard)));
        format("junit.xml", () -> utf8(JunitXml.write(scorecard)));
        format(Issued.FILE, () -> utf8(ReceiptJson.write(new Issued(now, receipt))));
        String sha256 = sha256(journal);
        blankWords(CoeDocument.of(facts, scorecard, CoeFile.BLANK, sha256), ownTemplates);
        Reading words = words();
        words.file().ifPresent(
                told -> coe(CoeDocument.of(facts, scorecard, told, words.lines(), sha256), told, ownTemplates));
        return new Reports(scorecard, List.copyOf(files), List.copyOf(problems), words.problems());
    }

    private void coe(CoeDocument coe, CoeFile words, @Nullable Path ownTemplates) {
        CoeRenderer renderer = new CoeRenderer(coe, ownTemplates);
        format("coe.md", () -> utf8(renderer.markdown()));
        format("coe.html", () -> utf8(renderer.html()));
        format("coe.pdf", renderer::pdf);
        format("coe.json", () -> utf8(CoeJson.write(coe)));
        if (words.actions().isEmpty()) {
            attempt(ACTIONS, () -> Files.deleteIfExists(folder.resolve(ACTIONS)));
        } else {
            format(ACTIONS, () -> utf8(ActionsCsv.write(coe.id(), words.actions())));
        }
    }

    /// For people to write in, where there is none yet: what they wrote is never touched.
    private void blankWords(CoeDocument blank, @Nullable Path ownTemplates) {
        Path file = folder.resolve(CoeFileReader.FILE);
        attempt(CoeFileReader.FILE, () -> {
            if (!Files.exists(file)
                    && AtomicFile.create(file, utf8(new CoeRenderer(blank, ownTemplates).blankWords()))) {
                files.add(file);
            }
            return file;
        });
    }

    /// Without a file nobody has said anything.
    private Reading words() {
        Path file = folder.resolve(CoeFileReader.FILE);
        try {
            return CoeFileReader.read(CoeFileReader.FILE, Files.readString(file));
        } catch (NoSuchFileException none) {
            return new Reading(Optional.of(CoeFile.BLANK), Lines.NONE, List.of());
        } catch (CharacterCodingException otherwise) {
            return unreadable("it is not in UTF-8; save it as UTF-8");
        } catch (IOException e) {
            return unreadable("it cannot be read: " + e);
        }
    }

    private static Reading unreadable(String why) {
        return new Reading(Optional.empty(), Lines.NONE,
                List.of(new io.gameday.yaml.Problem(CoeFileReader.FILE, 1, 1, why)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void format(String name, Callable<byte[]> content) {
        Path file = folder.resolve(name);
        attempt(name, () -> {
            AtomicFile.write(file, content.call());
            return files.add(file);
        });
    }

    /// One format that fails never costs the others, so whatever a library throws is told and not passed on.
    private void attempt(String name, Callable<?> step) {
        try {
            step.call();
        } catch (Exception | LinkageError e) {
            problems.add(new Problem(name, e.getMessage() == null ? e.toString() : e.getMessage()));
        }
    }

    private static String sha256(Path journal) {
        try {
            return HashedFile.sha256(journal);
        } catch (IOException e) {
            throw new JournalFailure("The journal " + journal + " cannot be read: " + e + ".", e);
        }
    }
}
