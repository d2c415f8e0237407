package io.gameday.report;

import io.gameday.journal.Entry;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.JournalReader;
import io.gameday.report.Reports.Problem;
import io.gameday.report.coe.CoeDocument;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes every report of a run from its folder's journal, complete or interrupted. It may be made again at any time;
/// the same
/// journal and ledger give the same bytes, but for the moment in `receipt.json`.
public final class RunReport {

    public static final String JOURNAL = "journal.jsonl";
    /// What the agent did, beside the journal.
    public static final String FAULTS = "faults.jsonl";

    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private RunReport(Path folder) {
        this.folder = folder;
    }

    /// Writes `scorecard.json`, `junit.xml`, `receipt.json`, `coe.md`, `coe.html` and `coe.pdf` with our own templates.
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

    /// What the journal of a run tells, as the document's model, and nothing written.
    ///
    /// @throws JournalFailure when the folder has no journal that tells of a run
    public static CoeDocument document(Path runFolder) {
        Path journal = runFolder.resolve(JOURNAL);
        JournalReader.Journalled read = JournalReader.read(journal);
        List<Entry> entries = AgentLines.merged(read.entries(), runFolder.resolve(FAULTS));
        return CoeDocument.of(new RunFacts(entries), Scorecard.of(entries, read.complete(), read.torn()),
                sha256(journal));
    }

    private Reports writeAll(Evidence evidence, Instant now, @Nullable Path ownTemplates) {
        Path journal = folder.resolve(JOURNAL);
        JournalReader.Journalled read = JournalReader.read(journal);
        List<Entry> entries = AgentLines.merged(read.entries(), folder.resolve(FAULTS));
        RunFacts facts = new RunFacts(entries);
        Receipt receipt = evidence.receipt();
        Scorecard scorecard = Scorecard.of(entries, read.complete(), read.torn(), receipt);
        CoeDocument coe = CoeDocument.of(facts, scorecard, sha256(journal));
        CoeRenderer renderer = new CoeRenderer(coe, ownTemplates);
        format("scorecard.json", () -> utf8(ScorecardJson.write(scorecard)));
        format("junit.xml", () -> utf8(JunitXml.write(scorecard)));
        format(Issued.FILE, () -> utf8(ReceiptJson.write(new Issued(now, receipt))));
        format("coe.md", () -> utf8(renderer.markdown()));
        format("coe.html", () -> utf8(renderer.html()));
        format("coe.pdf", renderer::pdf);
        return new Reports(scorecard, List.copyOf(files), List.copyOf(problems));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// One format that fails never costs the others, so whatever a library throws is told and not passed on.
    private void format(String name, Callable<byte[]> content) {
        Path file = folder.resolve(name);
        try {
            AtomicFile.write(file, content.call());
            files.add(file);
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
