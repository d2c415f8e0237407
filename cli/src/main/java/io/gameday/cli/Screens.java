package io.gameday.cli;
import io.gameday.cli.view.FinalScreen;
import io.gameday.cli.view.Json;
import io.gameday.cli.view.LineLog;
import io.gameday.cli.view.Live;
import io.gameday.cli.view.Output;
import io.gameday.cli.view.Terminal;
import io.gameday.journal.Entry;
import io.gameday.journal.view.RunView;
import io.gameday.report.Reports;
import io.gameday.report.batch.Trials;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.target.TargetKind;
import io.gameday.time.Clock;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a person or a program sees of the runs: a live picture on a terminal, lines in a pipe, JSON where asked.
final class Screens implements AutoCloseable {

    private final boolean json;
    private final boolean live;
    private final Terminal terminal;
    private final ZoneId zone = ZoneOffset.UTC;
    private final Output out = new Output(System.out);
    private final Output errors = new Output(System.err);
    private @Nullable Finished finished;
    private Consumer<Entry> also = _ -> {
    };

    private Screens(boolean json, boolean live, Terminal terminal) {
        this.json = json;
        this.live = live;
        this.terminal = terminal;
    }

    static Screens of(boolean json, TargetKind target) {
        boolean onTerminal = Terminal.is("out", System.getProperties());
        Terminal terminal = Terminal.of(System.getProperties(), System.getenv());
        // A simulated run is over before anybody could look at it.
        boolean live = onTerminal && !json && target != TargetKind.SIMULATED;
        return new Screens(json, live, onTerminal ? terminal : new Terminal(80, 24, false));
    }

    /// Says what is being waited for.
    void progress(String text) {
        errors.line("· " + text);
    }

    /// Says where the run can be followed from now on. The console reads this line.
    void folder(Path folder) {
        progress("run folder: " + folder);
    }

    /// Something that a person should know, in any mode.
    void notice(String text) {
        errors.line("gameday: " + text);
    }

    /// What a command has to say beside the runs that it plays.
    void said(String text) {
        out.line(text);
    }

    /// What came of several runs of one experiment.
    void summed(String name, Trials trials) {
        if (!json) {
            out.line("");
            out.line(name + ", all runs");
            trials.told().forEach(line -> out.line("  " + line));
        }
    }

    /// A line that a program which runs this one acts on, such as a workflow command.
    void command(String text) {
        (json ? errors : out).line(text);
    }

    /// Shows every entry of the runs to come to `follower` as well, on the loop of each.
    void follow(Consumer<Entry> follower) {
        also = follower;
    }

    /// The view of one run.
    Shown show(Clock clock) {
        RunView run = new RunView();
        if (json) {
            return new Shown(run, List.of(run, new Json(out), also), () -> {
            });
        }
        if (live) {
            Live picture = new Live(run, clock, zone, terminal, out);
            return new Shown(run, List.of(picture, also), picture::close);
        }
        return new Shown(run, List.of(run, new LineLog(out, zone), also), () -> {
        });
    }

    /// What came of one run.
    void finished(RunView run, Path folder, Reports reports) {
        finished = new Finished(folder, reports.scorecard());
        if (!json) {
            List<String> files = reports.files().stream().map(file -> file.getFileName().toString()).toList();
            out.line("");
            new FinalScreen(run, zone).render(folder, files, reports.scorecard(), terminal).forEach(out::line);
        }
        reports.problems().forEach(problem -> notice(problem.file() + " could not be made: " + problem.reason()
                + ". The other files are there; try again with: gameday report " + folder));
        if (!reports.unread().isEmpty()) {
            notice(ReportCommand.unread(folder, reports));
        }
        reports.notes().forEach(note -> notice(note.file() + ": " + note.text()));
    }

    /// A run that came to its end, with what it came to.
    record Finished(Path folder, Scorecard scorecard) {
    }

    /// The run that ended last; empty when none did since this was asked.
    Optional<Finished> takeFinished() {
        Optional<Finished> taken = Optional.ofNullable(finished);
        finished = null;
        return taken;
    }

    /// @param followers to be shown every entry, in this order
    /// @param close     to be called on the loop after the last entry
    record Shown(RunView run, List<Consumer<Entry>> followers, Runnable close) {
    }

    @Override
    public void close() {
        errors.close();
        out.close();
    }
}
