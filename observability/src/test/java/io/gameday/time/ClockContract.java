package io.gameday.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What every clock promises.
abstract class ClockContract {

    /// The clock under test.
    abstract Clock clock();

    /// Lets time pass on the clock until `condition` holds, which it will.
    abstract void passUntil(Condition condition);

    interface Condition {
        boolean holds();
    }

    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());

    @Test
    void tasksRunInTheOrderTheyFallDue() {
        // In this order, because a real clock goes on between the lines.
        clock().at(Duration.ZERO, () -> ran.add("first"));
        clock().at(Duration.ofMillis(20), () -> ran.add("second"));
        clock().at(Duration.ofMillis(40), () -> ran.add("third"));
        passUntil(() -> ran.size() == 3);
        assertThat(ran).containsExactly("first", "second", "third");
    }

    @Test
    void noTaskRunsBeforeItsTime() {
        long begun = clock().ticks();
        List<Long> at = Collections.synchronizedList(new ArrayList<>());
        clock().at(Duration.ofMillis(20), () -> at.add(clock().ticks()));
        passUntil(() -> at.size() == 1);
        assertThat(at.getFirst() - begun).isGreaterThanOrEqualTo(Duration.ofMillis(20).toNanos());
    }

    @Test
    void aTaskTakenBackDoesNotRun() {
        // On the loop, where nothing else can run in between.
        clock().at(Duration.ZERO, () -> {
            clock().at(Duration.ofMillis(10), () -> ran.add("taken back")).cancel();
            clock().at(Duration.ofMillis(20), () -> ran.add("kept"));
        });
        passUntil(() -> ran.contains("kept"));
        assertThat(ran).containsExactly("kept");
    }

    @Test
    void takingBackWhatHasRunIsWithoutEffect() {
        Clock.Cancellable task = clock().at(Duration.ZERO, () -> ran.add("ran"));
        passUntil(() -> ran.size() == 1);
        task.cancel();
        assertThat(ran).containsExactly("ran");
    }

    @Test
    void aTaskMayPlanTheNextOne() {
        clock().at(Duration.ofMillis(1), () -> {
            ran.add("first");
            clock().at(Duration.ZERO, () -> ran.add("next"));
        });
        passUntil(() -> ran.size() == 2);
        assertThat(ran).containsExactly("first", "next");
    }

    @Test
    void aRepetitionRunsUntilItIsTakenBack() {
        Clock.Cancellable[] repetition = new Clock.Cancellable[1];
        clock().at(Duration.ZERO, () -> repetition[0] = clock().every(Duration.ofMillis(5), () -> {
            ran.add("again");
            if (ran.size() == 3) {
                repetition[0].cancel();
                clock().at(Duration.ofMillis(20), () -> ran.add("end"));
            }
        }));
        passUntil(() -> ran.contains("end"));
        assertThat(ran).containsExactly("again", "again", "again", "end");
    }

    @Test
    void aNegativeDelayIsRefusedWithItsValue() {
        assertThatThrownBy(() -> clock().at(Duration.ofMillis(-1), () -> {
        })).isInstanceOf(IllegalArgumentException.class).hasMessage("delay is PT-0.001S; allowed: zero or more");
    }

    @Test
    void aPeriodOfNothingIsRefusedWithItsValue() {
        assertThatThrownBy(() -> clock().every(Duration.ZERO, () -> {
        })).isInstanceOf(IllegalArgumentException.class).hasMessage("period is PT0S; allowed: more than zero");
    }
}
