package io.gameday.engine;

import io.gameday.experiment.Experiment.Composite;
import io.gameday.experiment.Experiment.Suppressor;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmChange;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.observability.alarm.composite.CompositeRule;
import io.gameday.observability.alarm.composite.RuleProblem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.gameday.observability.alarm.AlarmState.ALARM;
import static io.gameday.observability.alarm.AlarmState.INSUFFICIENT_DATA;
import static io.gameday.observability.alarm.AlarmState.OK;
import static org.assertj.core.api.Assertions.assertThat;

class CompositesTest {

    private static final Composite HURT = composite("hurt", "ALARM(cell-impact/cell-1) OR ALARM(cell-impact/cell-2)",
            null);

    private int second;

    private static Composite composite(String name, String rule, @Nullable Suppressor suppressor) {
        try {
            return new Composite(name, CompositeRule.parse(rule), suppressor);
        } catch (RuleProblem problem) {
            throw new IllegalArgumentException(problem);
        }
    }

    private Composites.Looked look(Composites composites, AlarmState cell1, AlarmState cell2) {
        return composites.look(Map.of("cell-impact/cell-1", cell1, "cell-impact/cell-2", cell2),
                Duration.ofSeconds(second++));
    }

    @Test
    void severalAlarmsChangeItOnceAndItSaysWhichTheyAre() {
        Composites composites = new Composites(List.of(HURT));
        look(composites, OK, OK);
        assertThat(look(composites, ALARM, OK).changes()).containsExactly(new AlarmChange("hurt", Scope.SITE, OK, ALARM,
                "cell-impact/cell-1 in ALARM; (ALARM(cell-impact/cell-1) OR ALARM(cell-impact/cell-2))"));
        assertThat(look(composites, ALARM, ALARM).changes()).isEmpty();
        assertThat(look(composites, OK, ALARM).changes()).isEmpty();
        assertThat(look(composites, OK, OK).changes()).extracting(AlarmChange::to).containsExactly(OK);
    }

    @Test
    void itHasSeenWhatAllThatItNamesHave() {
        Composites composites = new Composites(List.of(HURT, composite("over", "NOT ALARM(hurt)", null)));
        Sight both = new Sight(true, Duration.ofSeconds(60));
        Sight newer = new Sight(true, Duration.ofSeconds(90));
        Sight blind = new Sight(false, Duration.ofSeconds(90));
        assertThat(sights(composites, both, newer)).isEqualTo(Map.of("hurt", both, "over", both));
        assertThat(sights(composites, blind, newer)).isEqualTo(Map.of("hurt", blind, "over", blind));
        assertThat(composites.sights(Map.of(), Duration.ofSeconds(90)).get("over")).isEqualTo(Sight.NONE);
    }

    private static Map<String, Sight> sights(Composites composites, Sight cell1, Sight cell2) {
        return composites.sights(Map.of("cell-impact/cell-1", cell1, "cell-impact/cell-2", cell2),
                Duration.ofSeconds(90));
    }

    @Test
    void comingIntoBeingIsAChangeOfStateThatCallsForNoAction() {
        Composites.Looked first = look(new Composites(List.of(HURT)), INSUFFICIENT_DATA, INSUFFICIENT_DATA);
        assertThat(first.changes()).extracting(AlarmChange::from, AlarmChange::to)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(INSUFFICIENT_DATA, OK));
        assertThat(first.acting()).isEmpty();
    }

    @Test
    void oneOverAnotherFollowsInTheSameLook() {
        Composites composites = new Composites(List.of(HURT, composite("both", "ALARM(hurt)", null)));
        look(composites, OK, OK);
        assertThat(look(composites, ALARM, OK).changes()).extracting(AlarmChange::alarm).containsExactly("hurt",
                "both");
        assertThat(composites.states()).isEqualTo(Map.of("hurt", ALARM, "both", ALARM));
    }

    @Test
    void aSuppressorHoldsTheActionBackAndNotTheState() {
        Composites composites = new Composites(List.of(composite("hurt", "ALARM(cell-impact/cell-1)",
                new Suppressor("cell-impact/cell-2", Duration.ofSeconds(2), Duration.ofSeconds(3)))));
        look(composites, OK, OK);
        Composites.Looked raised = look(composites, ALARM, ALARM);
        assertThat(raised.changes()).hasSize(1);
        assertThat(raised.acting()).isEmpty();
        assertThat(look(composites, ALARM, OK).acting()).as("the extension begins").isEmpty();
        assertThat(look(composites, ALARM, OK).acting()).isEmpty();
        assertThat(look(composites, ALARM, OK).acting()).isEmpty();
        assertThat(look(composites, ALARM, OK).acting()).as("the extension is over").extracting(AlarmChange::to)
                .containsExactly(ALARM);
    }

    @Test
    void withoutASuppressorItActsAtOnce() {
        Composites composites = new Composites(List.of(HURT));
        look(composites, OK, OK);
        assertThat(look(composites, OK, ALARM).acting()).extracting(AlarmChange::to).containsExactly(ALARM);
        assertThat(look(composites, OK, OK).acting()).extracting(AlarmChange::to).containsExactly(OK);
    }
}
