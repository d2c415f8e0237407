package io.gameday.reference.simulated;

import io.gameday.engine.ExitCode;
import io.gameday.journal.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What is declared of a dependency, checked by taking it away.
class DeclaredDependenciesTest {

    @Test
    void aSoftOneIsNotMissed() {
        SimulatedDay day = new SimulatedDay(SimulatedDay.catalog("dependency-soft"), 1);

        assertThat(day.finish()).as(day.rulings()).isEqualTo(ExitCode.HELD);
        assertThat(day.judged("inventory is a soft dependency").value()).isEqualTo("soft");
        assertThat(day.judged("logs is a soft dependency").value()).isEqualTo("soft");
    }

    @Test
    void aHardOneIsMissed() {
        SimulatedDay day = new SimulatedDay(SimulatedDay.catalog("dependency-hard"), 1);

        assertThat(day.finish()).as(day.rulings()).isEqualTo(ExitCode.HELD);
        assertThat(day.judged("inventory is a hard dependency").value()).isEqualTo("hard");
    }

    @Test
    void logsThatBlockAreNotSoftWhateverIsDeclared() {
        String text = SimulatedDay.catalog("dependency-soft")
                .replace("  dependencies:", "  mechanisms: { logging: blocking }\n  dependencies:")
                .replace("below: 50 %, for: 15s", "below: 1 %, for: 5m");
        SimulatedDay day = new SimulatedDay(text, 1);

        assertThat(day.finish()).isEqualTo(ExitCode.BROKEN);
        assertThat(day.judged("logs is a soft dependency").verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(day.judged("logs is a soft dependency").detail())
                .startsWith("logs is declared soft, and customers did not do without it: affected from");
    }

    @Test
    void whatIsDeclaredHardAndNotMissedIsDeclaredWrongly() {
        String text = SimulatedDay.catalog("dependency-soft").replace("logs: soft", "logs: hard");
        SimulatedDay day = new SimulatedDay(text, 1);

        assertThat(day.finish()).isEqualTo(ExitCode.BROKEN);
        assertThat(day.judged("logs is a hard dependency").detail()).isEqualTo(
                "logs is declared hard, and customers did without it for 5 s: declare it soft, or take it away for longer");
    }
}
