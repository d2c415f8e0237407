package io.gameday.engine;

import io.gameday.experiment.Expectation.AutomationActs;
import io.gameday.journal.Verdict;
import io.gameday.observability.Scope;
import io.gameday.target.Automation.Action;
import io.gameday.target.Automation.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AutomationJudgeTest {

    private static final Instant INJECTED = Instant.parse("2026-11-19T14:00:00Z");

    @ParameterizedTest
    @CsvSource({"zone az1,            zone az1,              true", "zone az1,            cell cell-1 zone az1,  true",
            "zone az1,            cell cell-1 zone az2,  false", "zone az1,            zone az2,              false",
            "zone az1,            cell cell-1,           false", "zone az1,            site,                  false",
            "cell cell-1,         cell cell-1 zone az2,  true", "cell cell-1,         cell cell-2 zone az2,  false",
            "cell cell-1 zone az1, cell cell-1 zone az1, true", "cell cell-1 zone az1, zone az1,             false",
            "cell cell-1 zone az1, cell cell-1,          false", ",                    cell cell-2 zone az3,  true"})
    void whatIsDoneToAPartIsDoneToTheZoneOrCellItIsIn(@Nullable String expected, String acted, boolean counts) {
        Scope scope = expected == null ? null : Scope.parse(expected);
        AutomationJudge judge = new AutomationJudge(new AutomationActs("eviction", scope, Duration.ofSeconds(5), null));
        judge.observe(new Observed.Injected(Duration.ofSeconds(20), INJECTED, "zone-power-loss"));

        Optional<Ruling> ruling = judge.observe(new Observed.Acted(Duration.ofSeconds(22), new Action(Actor.AUTOMATION,
                "eviction", Scope.parse(acted), "(task orders-1) gets no requests", INJECTED.plusSeconds(1))));

        assertThat(ruling.map(Ruling::verdict)).isEqualTo(counts ? Optional.of(Verdict.HELD) : Optional.empty());
    }
}
