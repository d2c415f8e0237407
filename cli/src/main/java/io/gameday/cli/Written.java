package io.gameday.cli;

import io.gameday.report.Reports.Note;
import io.gameday.report.Reports.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Documents that a command wrote by templates: their files on standard output, and what could not be made.
final class Written {

    private Written() {
    }

    /// @throws Refused when the team's folder of templates is not there
    static void check(@Nullable Path templates) {
        if (templates != null && !Files.isDirectory(templates)) {
            throw new Refused(ExitCodes.USAGE,
                    "--templates is " + templates + ", and there is no such folder. Ours are "
                            + "in coe-templates/; copy those that are to be different, under their names");
        }
    }

    /// Returns the exit code.
    static int tell(List<Path> files, List<Problem> problems, List<Note> notes, CommandLine command) {
        files.forEach(file -> command.getOut().println(file));
        problems.forEach(problem -> command.getErr()
                .println("gameday: " + problem.file() + " could not be made: " + problem.reason()));
        notes.forEach(note -> command.getErr().println("gameday: " + note.file() + ": " + note.text()));
        return problems.isEmpty() ? ExitCodes.HELD : ExitCodes.FAILED;
    }
}
