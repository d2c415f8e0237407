package io.gameday.engine;

import io.gameday.experiment.Experiment.Escalation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EscalatingTest {

    private static final Escalation ON_CALL = new Escalation("on-call", Duration.ZERO);
    private static final Escalation DEPUTY = new Escalation("deputy", Duration.ofMinutes(5));
    private static final Escalation MANAGER = new Escalation("incident-manager", Duration.ofMinutes(5));

    private final Escalating escalation = new Escalating(List.of(ON_CALL, DEPUTY, MANAGER));

    @Test
    void theFirstIsPagedAtOnceAndTheNextWhenItsTimeHasCome() {
        assertThat(escalation.due(Duration.ZERO, 0)).containsExactly(ON_CALL);
        assertThat(escalation.next(Duration.ofSeconds(1), 1)).contains(Duration.ofSeconds(299));
        assertThat(escalation.due(Duration.ofSeconds(299), 1)).isEmpty();
    }

    @Test
    void twoOfTheSameTimeArePagedTogether() {
        assertThat(escalation.due(Duration.ofMinutes(5), 1)).containsExactly(DEPUTY, MANAGER);
    }

    @Test
    void afterTheLastNobodyIsLeft() {
        assertThat(escalation.due(Duration.ofHours(1), 3)).isEmpty();
        assertThat(escalation.next(Duration.ofHours(1), 3)).isEmpty();
    }

    @Test
    void whoIsOverdueIsPagedNow() {
        assertThat(escalation.next(Duration.ofHours(1), 1)).contains(Duration.ZERO);
    }
}
