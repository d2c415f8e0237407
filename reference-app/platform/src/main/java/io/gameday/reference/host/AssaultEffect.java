package io.gameday.reference.host;

import io.gameday.observability.Scope;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Misbehaving code: an [Assault] by the Chaos Monkey aboard each task that runs in a cell's part of a zone when the fault
/// begins. A task that is started there later is not hit: its code was never assaulted, and that is told apart from a bad
/// revision or a bad setting, which later tasks have as well.
///
/// ```
/// read what is set ─► keep it ─► set the assault ─► (begin it) ─► in force ─► set what was kept, until it is or
///        └────────── any task failed: set what was kept ──► refused            the task is gone
/// ```
///
/// A task takes one assault at a time. One that dies of it (out of memory) has nothing left to restore. Runs on the host's
/// loop.
final class AssaultEffect implements Effect {

    private final Clock clock;
    private final ManagementCalls calls;
    private final TasksThere tasks;
    private final Consumer<String> log;
    private final Set<String> assaulted = new HashSet<>();

    AssaultEffect(Clock clock, ManagementCalls calls, TasksThere tasks, Consumer<String> log) {
        this.clock = clock;
        this.calls = calls;
        this.tasks = tasks;
        this.log = log;
    }

    @Override
    public void apply(String id, Fault fault, Consumer<Applying> then) {
        switch (Assault.of(fault)) {
            case Answer.Ok<Assault>(Assault assault) -> strike(id, fault.scope(), assault, then);
            case Answer.Failed<Assault>(String why) -> then.accept(new Applying.Invalid(why));
        }
    }

    void strike(String id, Scope scope, Assault assault, Consumer<Applying> then) {
        List<HostState.Task> hit = tasks.running(scope);
        List<String> busy = hit.stream().map(HostState.Task::id).filter(assaulted::contains).toList();
        if (hit.isEmpty()) {
            then.accept(new Applying.Refused("no task of " + scope + " is running"));
        } else if (!busy.isEmpty()) {
            then.accept(new Applying.Refused(
                    "there is an assault on " + String.join(", ", busy) + " already; take that fault away first"));
        } else {
            new Strike(id, assault, hit, then).begin();
        }
    }

    /// One assault on some tasks, from beginning to end.
    private final class Strike implements Undo {
        private final String id;
        private final Assault assault;
        private final List<HostState.Task> hit;
        private final Consumer<Applying> then;
        private final Map<String, ChaosMonkey.Settings> found = new LinkedHashMap<>();
        private final List<String> failures = new ArrayList<>();
        private int unanswered;

        Strike(String id, Assault assault, List<HostState.Task> hit, Consumer<Applying> then) {
            this.id = id;
            this.assault = assault;
            this.hit = hit;
            this.then = then;
            this.unanswered = hit.size();
        }

        void begin() {
            hit.forEach(task -> {
                assaulted.add(task.id());
                strike(task, monkey(task), this::answered);
            });
        }

        private void strike(HostState.Task task, ChaosMonkey monkey, Reply<Done> reply) {
            monkey.read(whenOk(reply, before -> {
                found.put(task.id(), before);
                monkey.set(assault.settings(), whenOk(reply, set -> {
                    if (assault.runtime()) {
                        monkey.attack(reply);
                    } else {
                        reply.ok(new Done());
                    }
                }));
            }));
        }

        private void answered(Answer<Done> answer) {
            if (answer instanceof Answer.Failed<Done>(String why)) {
                failures.add(why);
            }
            if (--unanswered > 0) {
                return;
            }
            if (failures.isEmpty()) {
                log.accept(
                        "fault " + id + ": " + assault.what() + " in " + hit.stream().map(HostState.Task::id).toList());
                then.accept(new Applying.Applied(this));
            } else {
                restore(() -> then.accept(
                        new Applying.Refused("not every task could be assaulted: " + String.join("; ", failures))));
            }
        }

        @Override
        public void undo(Runnable done) {
            restore(done);
        }

        private void restore(Runnable done) {
            Restoring.begin(clock, tasks, found.keySet(),
                    (task, reply) -> monkey(task).restore(found.get(task.id()), reply), log, () -> {
                        hit.forEach(task -> assaulted.remove(task.id()));
                        done.run();
                    });
        }

        private ChaosMonkey monkey(HostState.Task task) {
            return new ChaosMonkey(calls, String.valueOf(task.management()));
        }
    }

    private static <T> Reply<T> whenOk(Reply<Done> otherwise, Consumer<T> then) {
        return answer -> {
            switch (answer) {
                case Answer.Ok<T>(T value) -> then.accept(value);
                case Answer.Failed<T>(String why) -> otherwise.failed(why);
            }
        };
    }
}
