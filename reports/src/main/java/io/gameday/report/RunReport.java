package io.gameday.report;

import io.gameday.journal.Entry;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.JournalReader;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.export.CoeRenderer;
import io.gameday.report.export.JunitXml;
import io.gameday.report.export.ReceiptJson;
import io.gameday.report.export.ScorecardJson;
import io.gameday.report.facts.AgentLines;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.paper.Findings;
import io.gameday.report.receipt.Evidence;
import io.gameday.report.receipt.HashedFile;
import io.gameday.report.receipt.Issued;
import io.gameday.report.receipt.Receipt;
import io.gameday.report.scorecard.Scorecard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
    private final Formats formats;

    private RunReport(Path folder) {
        this.folder = folder;
        formats = new Formats(folder);
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
        return write(runFolder, ledgers, now, ownTemplates, Document.COE);
    }

    /// Writes one document in its formats; the COE with everything that programs read beside it.
    ///
    /// @throws JournalFailure when the folder has no journal that tells of a run
    public static Reports write(Path runFolder, Function<String, Path> ledgers, Instant now,
            @Nullable Path ownTemplates, Document document) {
        return new RunReport(runFolder).write(new Evidence(runFolder, ledgers), now, ownTemplates, document);
    }

    private Reports write(Evidence evidence, Instant now, @Nullable Path ownTemplates, Document document) {
        Path journal = folder.resolve(JOURNAL);
        JournalReader.Journalled read = JournalReader.read(journal);
        List<Entry> entries = AgentLines.merged(read.entries(), folder.resolve(FAULTS));
        RunFacts facts = new RunFacts(entries);
        Receipt receipt = evidence.receipt();
        Scorecard scorecard = Scorecard.of(entries, read.complete(), read.torn(), receipt);
        switch (document) {
            case COE -> {
                CoeRenderer renderer = new CoeRenderer(CoeDocument.of(facts, scorecard, sha256(journal)), ownTemplates);
                formats.text("scorecard.json", () -> ScorecardJson.write(scorecard));
                formats.text("junit.xml", () -> JunitXml.write(scorecard));
                formats.text(Issued.FILE, () -> ReceiptJson.write(new Issued(now, receipt)));
                formats.text("coe.md", renderer::markdown);
                formats.text("coe.html", renderer::html);
                formats.bytes("coe.pdf", renderer::pdf);
            }
            case SCORECARD -> Papers.write(Findings.of(scorecard), formats, ownTemplates);
        }
        return new Reports(scorecard, formats.files(), formats.problems());
    }

    private static String sha256(Path journal) {
        try {
            return HashedFile.sha256(journal);
        } catch (IOException e) {
            throw new JournalFailure("The journal " + journal + " cannot be read: " + e + ".", e);
        }
    }
}
