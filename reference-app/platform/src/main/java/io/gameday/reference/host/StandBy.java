package io.gameday.reference.host;

import io.gameday.process.ChildProcess;
import io.gameday.process.ProcessIdentity;
import io.gameday.reference.AppFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One process that has started already and waits to be told which task it is, so that a task can be restarted in place
/// within a second: a start from nothing takes two or more. There is one for the whole host; who needs a second at the
/// same time starts it from nothing. Runs on the host's loop.
///
/// ```
/// prepare ──► starts ──► GAMEDAY-STANDS-BY ──► take: environment as one line ──► the task
/// ```
final class StandBy {

    static final String STANDS_BY = "GAMEDAY-STANDS-BY";
    /// What a task is told to stand by.
    static final Map<String, String> ENVIRONMENT = Map.of("GAMEDAY_STAND_BY", "1");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AppFolder folder;
    private final Executor loop;
    private final StartedProcesses started;
    private final Consumer<String> log;
    private @Nullable Waiting waiting;
    private int number;
    private boolean ending;

    StandBy(AppFolder folder, Executor loop, StartedProcesses started, Consumer<String> log) {
        this.folder = folder;
        this.loop = loop;
        this.started = started;
        this.log = log;
    }

    /// Starts one unless there is one.
    ///
    /// @param command of any task
    void prepare(List<String> command) {
        if (waiting != null || ending) {
            return;
        }
        Waiting next = new Waiting("stand-by-" + ++number);
        Path errors = folder.logs().resolve(next.name + ".err");
        try {
            ChildProcess process = ChildProcess.start(next.name, command, ENVIRONMENT, errors, next,
                    code -> loop.execute(() -> next.exited(code)));
            next.process = process;
            waiting = next;
            ProcessIdentity.of(process.pid()).ifPresent(identity -> started.add(next.name, identity));
        } catch (IOException failed) {
            log.accept(next.name + " could not start: " + failed.getMessage());
        }
    }

    /// Has the process that stands by become a task; empty where none does.
    ///
    /// @param environment of the task
    /// @param output      takes every line from here on
    /// @param onExit      told the exit code, on the loop
    Optional<ChildProcess> take(Map<String, String> environment, ChildProcess.Output output, IntConsumer onExit) {
        Waiting found = waiting;
        if (found == null || !found.ready) {
            return Optional.empty();
        }
        ChildProcess process = found.process();
        found.becomes(output, onExit);
        try {
            process.tell(JSON.writeValueAsString(environment));
            waiting = null;
            return Optional.of(process);
        } catch (IOException gone) {
            log.accept(found.name + " cannot be told which task it is: " + gone.getMessage());
            waiting = null;
            found.becomes(null, code -> log.accept(found.name + " ended with exit code " + code));
            process.kill();
            return Optional.empty();
        }
    }

    /// Ends the one that waits. None is started any more.
    void end() {
        ending = true;
        if (waiting != null) {
            waiting.process().kill();
        }
    }

    private void forget(Waiting which, int code) {
        if (waiting == which) {
            waiting = null;
        }
        if (!ending) {
            log.accept(which.name + " ended with exit code " + code + " before it was needed");
        }
    }

    /// What it prints before it is a task says only that it is ready to be one.
    private final class Waiting implements ChildProcess.Output {
        private final String name;
        private volatile ChildProcess.@Nullable Output output;
        private @Nullable ChildProcess process;
        private @Nullable IntConsumer onExit;
        private boolean ready;

        Waiting(String name) {
            this.name = name;
        }

        ChildProcess process() {
            if (process == null) {
                throw new IllegalStateException(name + " was never started");
            }
            return process;
        }

        void becomes(ChildProcess.@Nullable Output taskOutput, IntConsumer taskExit) {
            output = taskOutput;
            onExit = taskExit;
        }

        void exited(int code) {
            if (onExit == null) {
                forget(this, code);
            } else {
                onExit.accept(code);
            }
        }

        @Override
        public void line(String text) {
            ChildProcess.Output then = output;
            if (then != null) {
                then.line(text);
            } else if (text.equals(STANDS_BY)) {
                loop.execute(() -> {
                    ready = true;
                    log.accept(name + " stands by");
                });
            }
        }

        @Override
        public void gone() {
            ChildProcess.Output then = output;
            if (then != null) {
                then.gone();
            }
        }
    }
}
