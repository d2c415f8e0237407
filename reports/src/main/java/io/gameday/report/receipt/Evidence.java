package io.gameday.report.receipt;

import io.gameday.journal.JournalFailure;
import io.gameday.journal.JournalReader;
import io.gameday.journal.JournalReader.Journalled;
import io.gameday.report.facts.RunFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// The files that a receipt is computed from.
///
/// @param folder  of the run, with `journal.jsonl` and the agent's copy of its ledger, `faults.jsonl`
/// @param ledgers where the ledger of a run of this name is; outside the run's folder, because it outlives that
public record Evidence(Path folder, Function<String, Path> ledgers) {

    static final String JOURNAL = "journal.jsonl";
    static final String FAULTS = "faults.jsonl";
    /// What a ledger may be named after; anything else could name a file that is none of ours.
    private static final String RUN = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    /// @throws JournalFailure when the journal does not tell of a run, or a file cannot be read
    public Receipt receipt() {
        Journalled read = JournalReader.read(folder.resolve(JOURNAL));
        return receipt(new RunFacts(read.entries()), read.complete());
    }

    /// @param facts    of the folder's journal, and of nothing else
    /// @param complete whether that came to its end
    /// @throws JournalFailure when a file cannot be read
    public Receipt receipt(RunFacts facts, boolean complete) {
        try {
            // The ledger has lines that a full disk may have kept from its copy.
            LedgerLines ledger = LedgerLines.read(allowed(facts.run())
                    ? List.of(ledgers.apply(facts.run()), folder.resolve(FAULTS))
                    : List.of(folder.resolve(FAULTS)));
            return Receipt.of(facts, complete, ledger, hashes(facts.run()));
        } catch (IOException e) {
            throw new JournalFailure("The receipt of " + facts.run() + " cannot be computed: " + e + ".", e);
        }
    }

    /// @throws IOException when a file is there and cannot be read
    List<HashedFile> hashes(String run) throws IOException {
        HashedFile journal = HashedFile.of(JOURNAL, folder.resolve(JOURNAL));
        HashedFile faults = HashedFile.of(FAULTS, folder.resolve(FAULTS));
        String name = "ledger/" + run + ".jsonl";
        return List.of(journal, faults,
                allowed(run) ? HashedFile.of(name, ledgers.apply(run)) : new HashedFile(name, null));
    }

    private static boolean allowed(String run) {
        return run.matches(RUN);
    }
}
