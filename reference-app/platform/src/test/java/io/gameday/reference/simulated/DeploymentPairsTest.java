package io.gameday.reference.simulated;

import io.gameday.engine.ExitCode;
import io.gameday.journal.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The catalog's pairs on deployments: the same wrong revision, one mechanism apart.
class DeploymentPairsTest {

    @Test
    void byUnitNobodyIsHurtAndOneZoneIsOutOfUseAllAtOnceNearlyEveryCustomerIs() {
        SimulatedDay unit = played("bad-deploy-by-unit", ExitCode.HELD);
        SimulatedDay all = played("bad-deploy-all-at-once", ExitCode.HELD);

        assertThat(unit.rulings()).contains("customers hurt at any time: HELD, 0 of 40");
        assertThat(rollbacks(unit))
                .anySatisfy(text -> assertThat(text).contains("failed by bake", "Rolling back to 1",
                        "cell-1 in az1 is out of use meanwhile"))
                .anySatisfy(text -> assertThat(text).contains("cell-1 in az1 is in use again, with revision 1"));
        assertThat(started(unit)).as("no other unit ever got it").containsOnly("cell-1 az1");
        assertThat(started(all)).contains("cell-1 az1", "cell-2 az1", "cell-1 az2", "cell-2 az2");
        assertThat(all.rulings()).contains("alarm site-availability: HELD");
    }

    @Test
    void byDigestTheGoodRevisionIsBackByTagTheWrongImageIsStartedAgain() {
        SimulatedDay digest = played("rollback-by-digest", ExitCode.HELD);
        SimulatedDay tag = played("rollback-by-tag", ExitCode.BROKEN);

        assertThat(digest.judged("customers unaffected").verdict().name()).isEqualTo("HELD");
        assertThat(tag.judged("customers unaffected").verdict().name()).isEqualTo("BROKEN");
        assertThat(rollbacks(digest)).anySatisfy(text -> assertThat(text).contains("Rolling back to 1."));
        assertThat(rollbacks(tag)).anySatisfy(text -> assertThat(text).contains("Rolling back to 1@2-errors."));
    }

    private static SimulatedDay played(String name, ExitCode end) {
        SimulatedDay day = new SimulatedDay(SimulatedDay.catalog(name), 7);
        assertThat(day.finish()).as(day.rulings()).isEqualTo(end);
        return day;
    }

    private static List<String> rollbacks(SimulatedDay day) {
        return day.events(Event.AutomationActed.class).stream()
                .filter(acted -> acted.name().equals("deployment-rollback")).map(Event.AutomationActed::text).toList();
    }

    /// Where a task was started for the deployment.
    private static List<String> started(SimulatedDay day) {
        return day.events(Event.AutomationActed.class).stream()
                .filter(acted -> acted.name().equals("deployment") && acted.text().contains("has started"))
                .map(acted -> acted.scope().toString().replace("cell cell", "cell").replace(" zone ", " ")).distinct()
                .toList();
    }
}
