package io.gameday.report;

import io.gameday.journal.Entry;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.JournalReader;
import io.gameday.report.batch.JunitXml;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.export.ActionsCsv;
import io.gameday.report.export.CoeJson;
import io.gameday.report.export.CoeRenderer;
import io.gameday.report.export.ReceiptJson;
import io.gameday.report.export.ScorecardJson;
import io.gameday.report.export.Wording;
import io.gameday.report.facts.AgentLines;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.paper.Findings;
import io.gameday.report.receipt.Evidence;
import io.gameday.report.receipt.HashedFile;
import io.gameday.report.receipt.Issued;
import io.gameday.report.receipt.Receipt;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.story.SideBySide;
import io.gameday.report.words.CoeEdit;
import io.gameday.report.words.CoeEdit.Edited;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFileReader;
import io.gameday.report.words.CoeFileReader.Reading;
import io.gameday.report.words.Lines;
import io.gameday.yaml.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    private final Formats formats;

    private RunReport(Path folder) {
        this.folder = folder;
        formats = new Formats(folder);
    }

    /// Writes `scorecard.json`, `junit.xml`, `receipt.json`, `coe.md`, `coe.html`, `coe.pdf`, `coe.docx` and `coe.json`
    /// with our own templates, `actions.csv` where people wrote of actions, and `coe.yaml` for them to write in where
    /// there is none.
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

    /// Makes all of it again, but for a receipt that is there already: that one keeps the moment it was issued at. What
    /// comes out as it lies there is not written anew, so that looking at a run leaves its folder as it was.
    ///
    /// @param now the moment that a receipt is dated with where there is none
    /// @throws JournalFailure when the folder has no journal that tells of a run
    public static Reports renew(Path runFolder, Function<String, Path> ledgers, Instant now) {
        return new RunReport(runFolder).write(new Evidence(runFolder, ledgers), now, null, Document.COE, Dated.ONCE,
                null);
    }

    /// Writes `coe.yaml` for people to write in, blank but for why there is a COE.
    ///
    /// @throws JournalFailure when the folder has no journal that tells of a run
    /// @throws IOException    when it cannot be written
    public static void begin(Path runFolder, CoeFile.Trigger trigger) throws IOException {
        String blank = new CoeRenderer(document(runFolder), Wording.english(null)).blankWords();
        if (!(CoeEdit.set(blank, "trigger", new Value.Text(CoeFileReader.word(trigger))) instanceof Edited.Done done)) {
            throw new IllegalStateException("the template of " + CoeFileReader.FILE + " has no place for trigger");
        }
        AtomicFile.write(runFolder.resolve(CoeFileReader.FILE), done.text().getBytes(StandardCharsets.UTF_8));
    }

    /// What the journal of a run tells, as the document's model, and nothing written.
    ///
    /// @throws JournalFailure when the folder has no journal that tells of a run
    public static CoeDocument document(Path runFolder) {
        return played(runFolder).document();
    }

    /// The same with the facts and figures that it is made of.
    ///
    /// @throws JournalFailure when the folder has no journal that tells of a run
    public static SideBySide.Played played(Path runFolder) {
        JournalReader.Journalled read = JournalReader.read(runFolder.resolve(JOURNAL));
        RunFacts facts = new RunFacts(AgentLines.merged(read.entries(), runFolder.resolve(FAULTS)));
        Scorecard scorecard = Scorecard.of(facts, read.complete(), read.torn(), () -> null);
        return new SideBySide.Played(facts, scorecard,
                CoeDocument.of(facts, scorecard, CoeFile.BLANK, sha256(runFolder.resolve(JOURNAL))));
    }

    /// Writes one document in its formats; the COE with everything that programs read beside it.
    ///
    /// @throws JournalFailure when the folder has no journal that tells of a run
    public static Reports write(Path runFolder, Function<String, Path> ledgers, Instant now,
            @Nullable Path ownTemplates, Document document) {
        return write(runFolder, ledgers, now, ownTemplates, document, null);
    }

    /// @param language a known one; null for the one that people chose in `coe.yaml`
    /// @throws JournalFailure when the folder has no journal that tells of a run
    public static Reports write(Path runFolder, Function<String, Path> ledgers, Instant now,
            @Nullable Path ownTemplates, Document document, @Nullable String language) {
        return new RunReport(runFolder).write(new Evidence(runFolder, ledgers), now, ownTemplates, document,
                Dated.EACH_TIME, language);
    }

    /// Whether a receipt that is there is dated anew.
    private enum Dated {
        EACH_TIME, ONCE
    }

    private Reports write(Evidence evidence, Instant now, @Nullable Path ownTemplates, Document document, Dated dated,
            @Nullable String language) {
        JournalReader.Journalled read = JournalReader.read(folder.resolve(JOURNAL));
        List<Entry> entries = AgentLines.merged(read.entries(), folder.resolve(FAULTS));
        RunFacts facts = new RunFacts(entries);
        // Its hash of a long journal takes as long as all of the scorecard.
        Beside<Receipt> receipt = Beside.begin(() -> evidence
                .receipt(entries == read.entries() ? facts : new RunFacts(read.entries()), read.complete()));
        Scorecard scorecard = Scorecard.of(facts, read.complete(), read.torn(), receipt::get);
        Reading words = words();
        Wording.Reading wording = wording(words, ownTemplates, language);
        return switch (document) {
            case COE -> {
                List<Consumer<Formats>> parts = new ArrayList<>();
                parts.add(part -> figures(part, scorecard, new Issued(now, receipt.get()), dated));
                String sha256 = receipt.get().journal();
                wording.wording().ifPresent(said -> {
                    parts.add(part -> blankWords(part, () -> CoeDocument.of(facts, scorecard, CoeFile.BLANK, sha256),
                            said));
                    words.file().ifPresent(told -> coe(parts,
                            CoeDocument.of(facts, scorecard, told, words.lines(), sha256), told, said));
                });
                formats.together(parts);
                yield reports(scorecard, problems(words, wording));
            }
            case COE_SHORT -> {
                told(words, facts, scorecard)
                        .ifPresent(coe -> wording.wording().ifPresent(said -> Papers.shortened(coe, formats, said)));
                yield reports(scorecard, problems(words, wording));
            }
            case EXECUTIVE_SUMMARY -> {
                told(words, facts, scorecard).ifPresent(
                        coe -> wording.wording().ifPresent(said -> Papers.summarized(facts, coe, formats, said)));
                yield reports(scorecard, problems(words, wording));
            }
            case SCORECARD -> {
                wording.wording().ifPresent(said -> Papers.write(Findings.of(scorecard), formats, said));
                yield reports(scorecard, wording.problems());
            }
        };
    }

    private Optional<CoeDocument> told(Reading words, RunFacts facts, Scorecard scorecard) {
        return words.file()
                .map(file -> CoeDocument.of(facts, scorecard, file, words.lines(), sha256(folder.resolve(JOURNAL))));
    }

    private static List<io.gameday.yaml.Problem> problems(Reading words, Wording.Reading wording) {
        return Stream.concat(words.problems().stream(), wording.problems().stream()).toList();
    }

    /// Whoever asks for the documents decides, else the team, else it is English. A file that cannot be read chooses none.
    private static Wording.Reading wording(Reading words, @Nullable Path own, @Nullable String asked) {
        String chosen = words.file().map(file -> file.header().language()).orElse("");
        String language = asked != null ? asked : chosen.isEmpty() ? Wording.ENGLISH : chosen;
        if (!Wording.knows(own, language)) {
            return new Wording.Reading(Optional.empty(), List.of(new io.gameday.yaml.Problem(CoeFileReader.FILE,
                    words.lines().of("language"), 1, "language is '" + language + "'; allowed: " + Wording.allowed())));
        }
        return Wording.read(own, language);
    }

    private Reports reports(Scorecard scorecard, List<io.gameday.yaml.Problem> unread) {
        return new Reports(scorecard, formats.files(), formats.problems(), formats.notes(), unread);
    }

    private static void figures(Formats formats, Scorecard scorecard, Issued issued, Dated dated) {
        formats.stream("scorecard.json", out -> ScorecardJson.write(scorecard, out));
        // Of what nobody played there is nothing to pass, and nothing to take away.
        if (scorecard.experiment().target().planned()) {
            formats.text("junit.xml", () -> JunitXml.write(scorecard));
            Callable<String> receipt = () -> ReceiptJson.write(issued);
            switch (dated) {
                case EACH_TIME -> formats.text(Issued.FILE, receipt);
                case ONCE -> formats.create(Issued.FILE, receipt);
            }
        }
    }

    private static void coe(List<Consumer<Formats>> parts, CoeDocument coe, CoeFile words, Wording wording) {
        parts.add(part -> {
            CoeRenderer renderer = new CoeRenderer(coe, wording);
            part.text("coe.md", renderer::markdown);
            part.text("coe.html", renderer::html);
            part.untold("coe.md", renderer.untold());
        });
        parts.add(part -> part.export("coe.pdf", () -> new CoeRenderer(coe, wording).pdf()));
        parts.add(part -> part.export("coe.docx", () -> new CoeRenderer(coe, wording).docx()));
        parts.add(part -> {
            part.stream("coe.json", out -> CoeJson.write(coe, out));
            if (words.actions().isEmpty()) {
                part.delete(ACTIONS);
            } else {
                part.text(ACTIONS, () -> ActionsCsv.write(coe.id(), words.actions()));
            }
        });
    }

    /// For people to write in, where there is none yet: what they wrote is never touched.
    private static void blankWords(Formats formats, Supplier<CoeDocument> blank, Wording wording) {
        formats.create(CoeFileReader.FILE, () -> new CoeRenderer(blank.get(), wording).blankWords());
    }

    /// Without a file nobody has said anything.
    private Reading words() {
        try {
            return CoeFileReader.read(CoeFileReader.FILE, folder.resolve(CoeFileReader.FILE));
        } catch (NoSuchFileException none) {
            return new Reading(Optional.of(CoeFile.BLANK), Lines.NONE, List.of());
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
