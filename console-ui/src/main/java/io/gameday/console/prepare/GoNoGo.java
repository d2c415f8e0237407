package io.gameday.console.prepare;

import io.gameday.console.prepare.Check.Id;
import io.gameday.console.prepare.Check.Mark;
import io.gameday.console.prepare.Machine.Seen;
import io.gameday.console.text.Texts;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Go or no-go: what was seen of everything that must be so before a start. What was seen more than a minute ago is
/// no longer known.
final class GoNoGo {

    private static final Duration TICK = Duration.ofSeconds(5);
    private static final long ASK_AGAIN = Duration.ofSeconds(30).toNanos();
    private static final long TOO_OLD = Duration.ofSeconds(60).toNanos();

    private final Surroundings surroundings;
    private final Map<Id, Supplier<Seen>> questions;
    private final Map<Id, Answered> answers = new EnumMap<>(Id.class);
    private final Set<Id> asking = EnumSet.noneOf(Id.class);
    private final ObservableList<Check> checks = FXCollections.observableArrayList();
    private final BooleanProperty everybodyKnows = new SimpleBooleanProperty();
    private Checked checked = Checked.NOTHING;
    private boolean current;
    private Clock.@Nullable Cancellable ticking;

    private record Answered(Seen seen, long ticks) {
    }

    GoNoGo(Machine machine, Surroundings surroundings) {
        this.surroundings = surroundings;
        questions = new EnumMap<>(Map.<Id, Supplier<Seen>>of(Id.NO_FAULT, machine::noFaultInForce, Id.NO_OTHER_RUN,
                machine::noOtherRun, Id.ROOM, machine::room, Id.LAUNCHER, machine::launcher));
        show();
    }

    ObservableList<Check> checks() {
        return checks;
    }

    /// Ticked by hand: everybody knows who may stop.
    BooleanProperty everybodyKnows() {
        return everybodyKnows;
    }

    long seen() {
        return checks.stream().filter(check -> check.mark() == Mark.SEEN).count() + (everybodyKnows.get() ? 1 : 0);
    }

    int all() {
        return checks.size() + 1;
    }

    /// Asks now, and again every half minute until [#stop()].
    void start() {
        stop();
        ask(true);
        ticking = surroundings.clock().every(TICK, () -> surroundings.ui().execute(() -> {
            ask(false);
            show();
        }));
    }

    void stop() {
        Clock.Cancellable running = ticking;
        if (running != null) {
            running.cancel();
            ticking = null;
        }
    }

    /// @param isCurrent false while the text is being edited and not yet checked
    void show(Checked now, boolean isCurrent) {
        checked = now;
        current = isCurrent;
        show();
    }

    private void ask(boolean all) {
        long now = surroundings.clock().ticks();
        questions.forEach((id, question) -> {
            Answered last = answers.get(id);
            if (!asking.contains(id) && (all || last == null || now - last.ticks() >= ASK_AGAIN)) {
                asking.add(id);
                surroundings.work().execute(() -> {
                    Seen seen = answer(question);
                    surroundings.ui().execute(() -> {
                        asking.remove(id);
                        answers.put(id, new Answered(seen, surroundings.clock().ticks()));
                        show();
                    });
                });
            }
        });
    }

    /// Whatever goes wrong with a question, it means that the answer is not known.
    private static Seen answer(Supplier<Seen> question) {
        try {
            return question.get();
        } catch (RuntimeException notKnown) {
            return new Seen(false, Texts.of("prepare.check.notKnown", String.valueOf(notKnown.getMessage())));
        }
    }

    private void show() {
        List<Check> now = List.of(valid(), machine(Id.NO_FAULT), machine(Id.NO_OTHER_RUN), reach(), machine(Id.ROOM),
                machine(Id.LAUNCHER), of(Id.STEADY_STATE, Mark.LATER, Texts.of("prepare.check.later")));
        if (!checks.equals(now)) {
            checks.setAll(now);
        }
    }

    private Check valid() {
        if (!current) {
            return of(Id.VALID, Mark.OPEN, Texts.of("prepare.check.reading"));
        }
        if (checked.flaws().isEmpty()) {
            return of(Id.VALID, Mark.SEEN, Texts.of("prepare.check.noProblem"));
        }
        Flaw first = checked.flaws().getFirst();
        int more = checked.flaws().size() - 1;
        String where = Texts.of("prepare.check.line", String.valueOf(first.line()));
        return new Check(Id.VALID, title(Id.VALID), Mark.NOT_SO,
                more == 0
                        ? where
                        : Texts.of("prepare.check.lineAndMore", String.valueOf(first.line()), String.valueOf(more)),
                where);
    }

    private Check reach() {
        if (!current || checked.reach().isEmpty()) {
            return of(Id.REACH, Mark.OPEN, Texts.of("prepare.check.noReach"));
        }
        ReachWords words = new ReachWords(checked.reach().get());
        return of(Id.REACH, words.inside() ? Mark.SEEN : Mark.NOT_SO, words.compared());
    }

    private Check machine(Id id) {
        Answered answer = answers.get(id);
        if (answer == null) {
            return of(id, Mark.OPEN, Texts.of("prepare.check.asking"));
        }
        long age = surroundings.clock().ticks() - answer.ticks();
        if (age > TOO_OLD) {
            return of(id, Mark.OPEN, Texts.of("prepare.check.old", String.valueOf(Duration.ofNanos(age).toSeconds())));
        }
        return of(id, answer.seen().well() ? Mark.SEEN : Mark.NOT_SO, answer.seen().what());
    }

    private static Check of(Id id, Mark mark, String seen) {
        return new Check(id, title(id), mark, seen, Texts.of("prepare.blame." + id.name()));
    }

    private static String title(Id id) {
        return Texts.of("prepare.check." + id.name());
    }
}
