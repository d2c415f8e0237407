package io.gameday.cli;

import io.gameday.chaostoolkit.PlannedActivity.Section;
import io.gameday.chaostoolkit.Written;
import io.gameday.chaostoolkit.play.Follower;
import io.gameday.chaostoolkit.play.Looked;
import io.gameday.chaostoolkit.play.Outcome;
import io.gameday.chaostoolkit.play.Performed;
import io.gameday.chaostoolkit.play.ToolkitJournal;
import io.gameday.journal.JournalFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The journal of a run of Chaos Toolkit's, written anew after each activity, so that one of a run that was killed tells all
/// that was done.
final class ToolkitRecord implements Follower {

    static final String FILE = "journal.json";

    private final Path folder;
    private final ToolkitJournal journal;

    ToolkitRecord(Path folder, Written written, Instant start) {
        this.folder = folder;
        String version = ToolkitRecord.class.getPackage().getImplementationVersion();
        journal = new ToolkitJournal(written, version == null ? "(not packaged)" : version, node(), start);
    }

    /// Both, this one first: what is shown is kept.
    Follower and(Follower other) {
        return new Follower() {
            @Override
            public void performed(Section section, int index, Performed performed) {
                ToolkitRecord.this.performed(section, index, performed);
                other.performed(section, index, performed);
            }

            @Override
            public void looked(Looked looked) {
                ToolkitRecord.this.looked(looked);
                other.looked(looked);
            }
        };
    }

    @Override
    public void performed(Section section, int index, Performed performed) {
        journal.performed(section, index, performed);
        write(performed.end(), null);
    }

    @Override
    public void looked(Looked looked) {
        journal.looked(looked);
        if (!looked.probes().isEmpty()) {
            write(looked.probes().getLast().end(), null);
        }
    }

    /// Returns what was written.
    ///
    /// @throws JournalFailure when it cannot be
    String write(Instant now, @Nullable Outcome outcome) {
        String text = journal.json(now, outcome).written() + "\n";
        Path file = folder.resolve(FILE);
        Path next = folder.resolve(FILE + ".next");
        try {
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new JournalFailure("The journal " + file + " cannot be written: " + e + ". Is the disk full?", e);
        }
        return text;
    }

    /// @throws Refused when it cannot be written; the run is over by then
    static void copy(String journal, Path file) {
        try {
            Files.writeString(file, journal);
        } catch (IOException e) {
            throw new Refused(ExitCodes.FAILED, "--journal-path: " + file + " cannot be written: " + e);
        }
    }

    private static String node() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
