package io.gameday.reference.host;

import io.gameday.target.Answer;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Restores a set of tasks: each is tried every [#PAUSE] until it is restored or gone, for as long as that takes. Runs
/// on the host's loop.
final class Restoring {

    /// From one attempt to the next.
    static final Duration PAUSE = Duration.ofMillis(250);

    private final Clock clock;
    private final TasksThere tasks;
    private final BiConsumer<HostState.Task, Reply<Done>> attempt;
    private final Consumer<String> log;
    private final Set<String> left;
    private final Set<String> complained = new LinkedHashSet<>();
    private final Runnable done;

    private Restoring(Clock clock, TasksThere tasks, Collection<String> ids,
            BiConsumer<HostState.Task, Reply<Done>> attempt, Consumer<String> log, Runnable done) {
        this.clock = clock;
        this.tasks = tasks;
        this.attempt = attempt;
        this.log = log;
        this.left = new LinkedHashSet<>(ids);
        this.done = done;
    }

    /// Begins at once.
    ///
    /// @param ids     of the tasks; one that is still starting is waited for
    /// @param attempt restores one task and answers once, whether it is restored
    /// @param log     told the first failure with each task
    /// @param done    told once, when every task is restored or gone
    static void begin(Clock clock, TasksThere tasks, Collection<String> ids,
            BiConsumer<HostState.Task, Reply<Done>> attempt, Consumer<String> log, Runnable done) {
        new Restoring(clock, tasks, ids, attempt, log, done).start();
    }

    private void start() {
        if (left.isEmpty()) {
            done.run();
            return;
        }
        List.copyOf(left).forEach(this::restore);
    }

    private void restore(String id) {
        var found = tasks.alive(id);
        if (found.isEmpty()) {
            settled(id);
        } else if (found.get().status() != HostState.Status.RUNNING) {
            again(id);
        } else {
            attempt.accept(found.get(), answer -> {
                switch (answer) {
                    case Answer.Ok<Done> ok -> settled(id);
                    case Answer.Failed<Done>(String why) -> {
                        if (complained.add(id)) {
                            log.accept(id + " is not restored yet: " + why);
                        }
                        again(id);
                    }
                }
            });
        }
    }

    private void again(String id) {
        clock.at(PAUSE, () -> restore(id));
    }

    private void settled(String id) {
        if (left.remove(id) && left.isEmpty()) {
            done.run();
        }
    }
}
