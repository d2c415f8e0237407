package io.gameday.report.receipt;

import io.gameday.journal.JournalFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A receipt held against the files as they are now.
///
/// @param different what is not as it was, one sentence for each file, beginning with its name
/// @param notHere   what lies outside the run's folder and is not on this machine, so that it could not be compared
public record Comparison(List<String> different, List<String> notHere) {

    public Comparison {
        different = List.copyOf(different);
        notHere = List.copyOf(notHere);
    }

    /// Hashes first; where all are the same, the figures too, since `receipt.json` itself may have been altered.
    ///
    /// @throws JournalFailure when a file cannot be read
    public static Comparison of(Issued issued, Evidence evidence) {
        Receipt then = issued.receipt();
        List<String> different = new ArrayList<>();
        List<String> notHere = new ArrayList<>();
        for (HashedFile now : hashes(then.run(), evidence)) {
            Optional<HashedFile> before = then.files().stream().filter(file -> file.file().equals(now.file()))
                    .findFirst();
            String sha256 = before.map(HashedFile::sha256).orElse(null);
            if (before.isEmpty()) {
                different.add(Issued.FILE + ": names no " + now.file());
            } else if (sha256 != null && now.sha256() == null && now.file().startsWith("ledger/")) {
                notHere.add(now.file() + ": is not on this machine, sha256 was " + sha256);
            } else if (!Objects.equals(sha256, now.sha256())) {
                different.add(now.file() + ": sha256 is " + said(now.sha256()) + ", was " + said(sha256));
            }
        }
        if (different.isEmpty() && notHere.isEmpty()) {
            Receipt again = evidence.receipt();
            if (!again.equals(then)) {
                different.add(Issued.FILE + ": says " + then.words() + "; its files say " + again.words());
            }
        }
        return new Comparison(different, notHere);
    }

    private static List<HashedFile> hashes(String run, Evidence evidence) {
        try {
            return evidence.hashes(run);
        } catch (IOException e) {
            throw new JournalFailure("The files of " + run + " cannot be read: " + e + ".", e);
        }
    }

    private static String said(@Nullable String sha256) {
        return sha256 == null ? "none (no such file)" : sha256;
    }
}
