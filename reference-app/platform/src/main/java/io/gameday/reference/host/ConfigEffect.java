package io.gameday.reference.host;

import io.gameday.observability.Scope;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A wrong setting that is rolled out: the tasks in scope look for the orders table where it is not. Those that run are
/// pushed it; those that start meanwhile have it from their start, because a setting is a desired state
/// ([DesiredSettings]), and those that were starting just then are pushed it as soon as they run. Undone, each has again
/// what was found in it. Runs on the host's loop.
final class ConfigEffect implements Effect {

    /// The schema of the next version, which nobody has made yet.
    static final String WRONG_SCHEMA = "orders_v2";
    /// What a task has when nobody told it another.
    static final String RIGHT_SCHEMA = "public";

    private final Clock clock;
    private final ManagementCalls calls;
    private final TasksThere tasks;
    private final DesiredSettings desired;
    private final Consumer<String> log;
    private final List<Push> inForce = new ArrayList<>();

    ConfigEffect(Clock clock, ManagementCalls calls, TasksThere tasks, DesiredSettings desired, Consumer<String> log) {
        this.clock = clock;
        this.calls = calls;
        this.tasks = tasks;
        this.desired = desired;
        this.log = log;
    }

    @Override
    public void apply(String id, Fault fault, Consumer<Applying> then) {
        push(id, fault.scope(), then);
    }

    /// Applied once every task that runs there has taken it.
    void push(String id, Scope scope, Consumer<Applying> then) {
        List<HostState.Task> running = tasks.running(scope);
        List<String> taken = tasks.alive(scope).stream()
                .filter(task -> inForce.stream().anyMatch(push -> push.covers(task))).map(HostState.Task::id).toList();
        if (running.isEmpty()) {
            then.accept(new Applying.Refused("no task of " + scope + " is running"));
        } else if (!taken.isEmpty()) {
            then.accept(new Applying.Refused("a wrong setting was pushed to " + String.join(", ", taken)
                    + " already; take that fault away first"));
        } else {
            new Push(id, scope, then).begin(running);
        }
    }

    /// One wrong setting, from its push to its end.
    private final class Push implements Undo {
        private final String id;
        private final Scope scope;
        private final Consumer<Applying> then;
        private final Map<String, String> before = new LinkedHashMap<>();
        private final Set<String> asked = new HashSet<>();
        private final List<String> failures = new ArrayList<>();
        private Clock.Cancellable following = () -> {
        };
        private int unanswered;

        Push(String id, Scope scope, Consumer<Applying> then) {
            this.id = id;
            this.scope = scope;
            this.then = then;
        }

        boolean covers(HostState.Task task) {
            return scope.covers(task.cell(), task.zone());
        }

        void begin(List<HostState.Task> running) {
            inForce.add(this);
            desired.put(id, scope, WRONG_SCHEMA);
            unanswered = running.size();
            running.forEach(task -> pushTo(task, this::settle));
        }

        private void pushTo(HostState.Task task, Consumer<Optional<String>> failure) {
            asked.add(task.id());
            settings(task).pushSchema(WRONG_SCHEMA, answer -> {
                switch (answer) {
                    // A task that had it from its start tells the wrong one, which is not what it is to get back.
                    case Answer.Ok<String>(String found) -> {
                        before.put(task.id(), found.equals(WRONG_SCHEMA) ? RIGHT_SCHEMA : found);
                        failure.accept(Optional.empty());
                    }
                    case Answer.Failed<String>(String why) -> {
                        asked.remove(task.id());
                        failure.accept(Optional.of(why));
                    }
                }
            });
        }

        private void settle(Optional<String> failure) {
            failure.ifPresent(failures::add);
            if (--unanswered > 0) {
                return;
            }
            if (failures.isEmpty()) {
                log.accept("fault " + id + ": the schema is " + WRONG_SCHEMA + " in " + before.keySet());
                following = clock.every(Restoring.PAUSE, this::follow);
                then.accept(new Applying.Applied(this));
            } else {
                restore(() -> then.accept(
                        new Applying.Refused("not every task took the setting: " + String.join("; ", failures))));
            }
        }

        /// A failure is no news here: the task is asked again next time, or has ended.
        private void follow() {
            tasks.running(scope).stream().filter(task -> !asked.contains(task.id()))
                    .forEach(task -> pushTo(task, failure -> {
                    }));
        }

        @Override
        public void undo(Runnable done) {
            following.cancel();
            restore(done);
        }

        /// Those still starting may have it by their environment, and one whose push was not answered may have taken it.
        private void restore(Runnable done) {
            desired.remove(id);
            Set<String> all = new LinkedHashSet<>(before.keySet());
            tasks.alive(scope).forEach(task -> all.add(task.id()));
            Restoring.begin(clock, tasks, all, this::restore, log, () -> {
                inForce.remove(this);
                done.run();
            });
        }

        /// A task takes several requests at a time, so a wrong one that is under way could come last: it is waited for,
        /// and a task is restored only when the right schema is found in it.
        private void restore(HostState.Task task, Reply<Done> reply) {
            if (asked.contains(task.id()) && !before.containsKey(task.id())) {
                reply.failed("it has not answered yet to the push of " + WRONG_SCHEMA);
                return;
            }
            String right = before.getOrDefault(task.id(), RIGHT_SCHEMA);
            settings(task).pushSchema(right, answer -> {
                switch (answer) {
                    case Answer.Ok<String>(String found) when found.equals(right) -> reply.ok(new Done());
                    case Answer.Ok<String> wrong -> clock.at(Restoring.PAUSE, () -> restore(task, reply));
                    case Answer.Failed<String>(String why) -> reply.failed(why);
                }
            });
        }

        private PushedSettings settings(HostState.Task task) {
            return new PushedSettings(calls, String.valueOf(task.management()));
        }
    }
}
