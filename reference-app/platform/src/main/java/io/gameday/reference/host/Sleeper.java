package io.gameday.reference.host;

import io.gameday.process.ChildProcess;
import io.gameday.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Stops a process (SIGSTOP) for as long as this process lives and wants it stopped.
///
/// A stopped process does not see that its standard input has closed, so it would outlive a killed host. Therefore a shell
/// does it, which is not stopped and sees it in its place:
///
/// ```
/// host ── stdin ──► sh ── SIGSTOP ──► process, after a look at who it is
///                   end of file, or the longest time is over: SIGCONT, after another look
/// ```
///
/// A process that goes on after the end of its host then sees its own end of file, and ends by itself. A shell that was
/// killed is the host's to make up for ([#continueNow]).
final class Sleeper implements AutoCloseable {

    /// The start of a process is in field 22 of its `stat`, the 20th after its name, which may itself hold blanks and
    /// brackets; -1 where there is no `/proc`.
    private static final String WHO = """
            pid=$1 began=$2
            same() {
                [ "$began" = -1 ] && return 0
                s=$(cat "/proc/$pid/stat" 2>/dev/null) || return 1
                set -- ${s##*) }
                shift 19
                [ "$1" = "$began" ]
            }
            """;
    /// A signal is on its way when `kill` returns; stopped is what the process's state says, where there is `/proc`.
    private static final String GOING = """
            going() {
                s=$(cat "/proc/$pid/stat" 2>/dev/null) || return 1
                set -- ${s##*) }
                case $1 in R | S | D) return 0 ;; *) return 1 ;; esac
            }
            """;
    /// A shell gives its children in the background no standard input, hence the third descriptor.
    private static final String GUARD = WHO + GOING + """
            same || { echo "process $pid is gone, or another one has its number"; exit 3; }
            kill -STOP "$pid" || exit 4
            while going; do sleep 0.01; done
            echo 'GAMEDAY-READY {}'
            exec 3<&0
            sleep "$3" 3<&- </dev/null >/dev/null 2>&1 &
            longest=$!
            { while read -r _; do :; done; kill $longest; } <&3 >/dev/null 2>&1 &
            wait $longest
            same && kill -CONT "$pid"
            exit 0
            """;
    private static final String CONTINUE = WHO + """
            same || exit 0
            kill -CONT "$pid"
            """;

    private final ChildProcess guard;

    private Sleeper(ChildProcess guard) {
        this.guard = guard;
    }

    /// Begins to stop the process.
    ///
    /// @param longest after which it goes on in any case, in whole seconds
    /// @param errors  file for the shell's own complaints
    /// @param onEnd   told once, on a thread of its own, when the process goes on again or the shell is gone
    static Sleeper stop(ProcessIdentity process, Duration longest, Path errors, Consumer<String> onLine, Runnable onEnd)
            throws IOException {
        return new Sleeper(ChildProcess.start("sleeper", command(GUARD, process, String.valueOf(longest.toSeconds())),
                Map.of(), errors, onLine, code -> onEnd.run()));
    }

    /// Lets the process go on, by another shell; waits for that. Without effect when it is gone or was not stopped.
    static void continueNow(ProcessIdentity process) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command(CONTINUE, process, "0")).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        if (code != 0) {
            throw new IOException("SIGCONT to process " + process.pid() + " failed: exit code " + code);
        }
    }

    /// Completes once the process is stopped; fails when it could not be.
    CompletableFuture<String> stopped() {
        return guard.ready();
    }

    long pid() {
        return guard.pid();
    }

    /// Lets the process go on, and waits for that. Not for the loop.
    @Override
    public void close() {
        guard.end(2);
    }

    private static List<String> command(String script, ProcessIdentity process, String longest) {
        return List.of("/bin/sh", "-c", script, "sleeper", String.valueOf(process.pid()),
                String.valueOf(process.startTicks()), longest);
    }
}
