package io.gameday.observability.alarm.composite;

import io.gameday.observability.alarm.AlarmState;
import io.gameday.observability.alarm.composite.CompositeAlarm.Step;
import io.gameday.observability.alarm.composite.Suppression.By;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The cases of CloudWatch's guide, with a wait of 2 s and an extension of 3 s; a look each second.
class SuppressionTest {

    private static final long SECOND = 1_000_000_000;

    /// What was done: `ALARM at 4`.
    private final List<String> actions = new ArrayList<>();
    private final List<By> held = new ArrayList<>();

    /// @param composite  in which seconds what it is about is in ALARM
    /// @param suppressor in which seconds the suppressor is
    private void play(IntPredicate composite, IntPredicate suppressor) throws RuleProblem {
        CompositeAlarm alarm = new CompositeAlarm("c", CompositeRule.parse("ALARM(x)"),
                new Suppression("s", Duration.ofSeconds(2), Duration.ofSeconds(3)));
        for (int t = 0; t <= 15; t++) {
            Map<String, AlarmState> states = Map.of("x", state(composite.test(t)), "s", state(suppressor.test(t)));
            Step step = alarm.look(states::get, t * SECOND);
            if (step.act()) {
                actions.add(alarm.state() + " at " + t);
            }
            held.add(step.heldBy());
        }
    }

    private static AlarmState state(boolean alarm) {
        return alarm ? AlarmState.ALARM : AlarmState.OK;
    }

    @Test
    void withoutTheSuppressorTheActionsComeAfterTheWait() throws RuleProblem {
        play(t -> t >= 2, t -> false);
        assertThat(actions).containsExactly("ALARM at 4");
        assertThat(held.subList(2, 5)).containsExactly(By.WAIT_PERIOD, By.WAIT_PERIOD, By.NOTHING);
    }

    @Test
    void aSuppressorThatComesDuringTheWaitHoldsThemBack() throws RuleProblem {
        play(t -> t >= 2, t -> t >= 3);
        assertThat(actions).isEmpty();
        assertThat(held.getLast()).isEqualTo(By.ALARM);
    }

    @Test
    void anotherChangeDuringTheWaitBeginsItAnew() throws RuleProblem {
        play(t -> t == 2, t -> false);
        assertThat(actions).containsExactly("OK at 5");
    }

    @Test
    void aSuppressorThatWasThereBeforeHoldsThemBack() throws RuleProblem {
        play(t -> t >= 2, t -> t >= 1);
        assertThat(actions).isEmpty();
    }

    @Test
    void whenTheSuppressorGoesTheActionsComeAfterTheExtension() throws RuleProblem {
        play(t -> t >= 2, t -> t >= 3 && t < 6);
        assertThat(actions).containsExactly("ALARM at 9");
        assertThat(held.subList(6, 9)).containsOnly(By.EXTENSION_PERIOD);
    }

    @Test
    void aChangeDuringTheExtensionBeginsTheWaitInstead() throws RuleProblem {
        play(t -> t >= 2 && t < 7, t -> t >= 3 && t < 6);
        assertThat(actions).containsExactly("OK at 9");
    }

    @Test
    void aSuppressorThatComesAndGoesWithoutAChangeCausesNothing() throws RuleProblem {
        play(t -> false, t -> t >= 3 && t < 6);
        assertThat(actions).isEmpty();
    }

    @Test
    void withoutASuppressorEveryChangeActsAtOnceAndTheBeginningIsNone() throws RuleProblem {
        CompositeAlarm alarm = new CompositeAlarm("c", CompositeRule.parse("ALARM(x)"), null);
        assertThat(alarm.state()).isEqualTo(AlarmState.INSUFFICIENT_DATA);
        assertThat(alarm.look(_ -> AlarmState.OK, 0)).isEqualTo(new Step(false, false, By.NOTHING));
        assertThat(alarm.look(_ -> AlarmState.ALARM, SECOND)).isEqualTo(new Step(true, true, By.NOTHING));
        assertThat(alarm.look(_ -> AlarmState.ALARM, 2 * SECOND)).isEqualTo(new Step(false, false, By.NOTHING));
        assertThat(alarm.look(_ -> AlarmState.OK, 3 * SECOND)).isEqualTo(new Step(true, true, By.NOTHING));
        assertThat(alarm.name()).isEqualTo("c");
    }
}
