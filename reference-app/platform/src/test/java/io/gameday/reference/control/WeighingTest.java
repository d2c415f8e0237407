package io.gameday.reference.control;

import io.gameday.reference.AppConfig;
import io.gameday.reference.control.AttemptCounts.Attempts;
import io.gameday.reference.event.AppEvent;
import io.gameday.reference.event.Caller;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.fake.TwoStacks;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WeighingTest {

    private static final AppConfig ONE_STACK = AppConfig.standard(3, 3, 150, 120, 7, "/nowhere");

    private final EventLog log = new EventLog(new VirtualClock(Instant.EPOCH));
    private final Weighing weighing = new Weighing(TwoStacks.of(ONE_STACK, "cell-3"), log, null);
    private long second;
    private long old;
    private long fresh;
    private long failed;

    @Test
    void beforeSomebodyGivesItAShareTheNewStackHasNone() {
        assertThat(weighing.newPercent()).isZero();
        assertThat(weighing.set(25, Caller.PLATFORM))
                .isEqualTo("(stack new) gets 25 % of the requests, the old one 75 %.");
        assertThat(weighing.newPercent()).isEqualTo(25);
        assertThat(texts()).as("a step's change is told by its run").isEmpty();
    }

    @Test
    void aPersonsChangeIsToldAsAPersons() {
        weighing.set(5, Caller.person("on-call"));

        assertThat(log.after(0)).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("weights");
            assertThat(event.role()).isEqualTo("on-call");
        });
    }

    @Test
    void onSuspicionTheShareIsTakenBackAndTheLastRequestThereIsTimed() {
        weighing.set(25, Caller.PLATFORM);
        pass(3, 30, 0);
        assertThat(pass(3, 30, 12)).as("third suspicious second").isTrue();
        assertThat(weighing.newPercent()).isZero();

        pass(4, 10, 4);
        pass(6, 0, 0);
        assertThat(texts()).containsExactly(
                "(stack new) is suspected and loses its 25 % of the requests: 36 of 150 requests failed there, of the old "
                        + "one 0 of 450. The old one gets all of them.",
                "(stack new) got its last request 6 s after it was first suspected.");
        pass(20, 0, 0);
        assertThat(texts()).hasSize(2);
    }

    @Test
    void aSecondInWhichTheRouterDidNotAnswerSaysNothing() {
        weighing.set(25, Caller.PLATFORM);
        for (int n = 0; n < 10; n++) {
            assertThat(weighing.second(Map.of(), ++second)).isFalse();
        }
    }

    @Test
    void withOneStackThereIsNothingToWeigh() {
        Weighing alone = new Weighing(ONE_STACK, log, null);

        assertThatThrownBy(() -> alone.set(25, Caller.PLATFORM))
                .hasMessage("there is one stack only; an app with system.newStack has two");
    }

    /// @return whether the weights changed in one of the seconds
    private boolean pass(int seconds, long requests, long faults) {
        boolean changed = false;
        for (int n = 0; n < seconds; n++) {
            old += 90;
            fresh += requests;
            failed += faults;
            changed |= weighing.second(Map.of("orders-1", new Attempts("az1", "cell-1", old, 0, 0), "orders-2",
                    new Attempts("az1", "cell-3", fresh, failed, 0)), Duration.ofSeconds(++second).toNanos());
        }
        return changed;
    }

    private List<String> texts() {
        return log.after(0).stream().map(AppEvent::text).toList();
    }
}
