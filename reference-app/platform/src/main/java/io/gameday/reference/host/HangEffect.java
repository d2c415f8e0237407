package io.gameday.reference.host;

import io.gameday.observability.Scope;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Fault;
import io.gameday.time.Clock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A task that stops answering but does not end: SIGSTOP to one running task of a cell's part of a zone, the one that
/// runs longest; SIGCONT when undone. Each signal goes out only after a look at whether the process is still the same
/// ([Sleeper]). A hung task that the control plane replaces dies as every other: SIGTERM waits until it goes on, SIGKILL
/// does not. Runs on the host's loop; waits for processes elsewhere.
final class HangEffect<L extends Clock & Executor> implements Effect {

    private final L loop;
    private final TasksThere tasks;
    private final Path errors;
    private final Executor waiting;
    private final BiConsumer<String, ProcessIdentity> started;
    private final Consumer<String> log;
    private final Set<String> hung = new HashSet<>();

    /// @param errors  file for what the shells complain of
    /// @param waiting runs what blocks
    /// @param started told every process that is started
    HangEffect(L loop, TasksThere tasks, Path errors, Executor waiting, BiConsumer<String, ProcessIdentity> started,
            Consumer<String> log) {
        this.loop = loop;
        this.tasks = tasks;
        this.errors = errors;
        this.waiting = waiting;
        this.started = started;
        this.log = log;
    }

    @Override
    public void apply(String id, Fault fault, Consumer<Applying> then) {
        hang(id, fault.scope(), then);
    }

    void hang(String id, Scope scope, Consumer<Applying> then) {
        Optional<HostState.Task> victim = tasks.running(scope).stream().filter(task -> !hung.contains(task.id()))
                .findFirst();
        Optional<ProcessIdentity> process = victim.flatMap(HangEffect::identity);
        if (victim.isEmpty() || process.isEmpty()) {
            then.accept(new Applying.Refused("no task of " + scope + " is running, but for those that hang already"));
            return;
        }
        try {
            new Hang(id, victim.get().id(), process.get(), then).begin();
        } catch (IOException failed) {
            then.accept(new Applying.Refused("the shell that stops a task could not start: " + failed.getMessage()));
        }
    }

    /// Empty when the process is gone, or is another by now.
    private static Optional<ProcessIdentity> identity(HostState.Task task) {
        return ProcessIdentity.of(task.pid()).filter(process -> process.startTicks() == task.startTicks());
    }

    private final class Hang implements Undo {
        private final String id;
        private final String task;
        private final ProcessIdentity process;
        private final Consumer<Applying> then;
        private @Nullable Sleeper sleeper;
        private @Nullable Runnable done;
        private boolean applied;
        private boolean awake;

        Hang(String id, String task, ProcessIdentity process, Consumer<Applying> then) {
            this.id = id;
            this.task = task;
            this.process = process;
            this.then = then;
        }

        void begin() throws IOException {
            hung.add(task);
            try {
                // The longest time is for a host that is itself stopped, and so can end no lease.
                Sleeper begun = Sleeper.stop(process, HostFaults.LONGEST, errors, log,
                        () -> waiting.execute(this::wake));
                sleeper = begun;
                ProcessIdentity.of(begun.pid()).ifPresent(shell -> started.accept("sleeper-" + task, shell));
                begun.stopped().whenComplete((ready, failure) -> loop.execute(() -> {
                    if (failure == null) {
                        applied = true;
                        log.accept("fault " + id + ": " + task + " is stopped");
                        then.accept(new Applying.Applied(this));
                    } else {
                        then.accept(new Applying.Refused(task + " could not be stopped: " + failure.getMessage()));
                    }
                }));
            } catch (IOException failed) {
                hung.remove(task);
                throw failed;
            }
        }

        @Override
        public void undo(Runnable whenDone) {
            if (awake) {
                whenDone.run();
                return;
            }
            done = whenDone;
            waiting.execute(() -> {
                if (sleeper != null) {
                    sleeper.close();
                }
            });
        }

        /// The shell has ended. Whether it did its work or was killed, the process must not stay stopped.
        private void wake() {
            try {
                Sleeper.continueNow(process);
                loop.execute(this::awake);
            } catch (IOException failed) {
                loop.execute(() -> {
                    log.accept(task + " still hangs: " + failed.getMessage());
                    loop.at(Restoring.PAUSE, () -> waiting.execute(this::wake));
                });
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }

        private void awake() {
            awake = true;
            hung.remove(task);
            if (done != null) {
                done.run();
            } else if (applied) {
                log.accept("fault " + id + ": " + task + " goes on already, because its sleeper has ended");
            }
        }
    }
}
