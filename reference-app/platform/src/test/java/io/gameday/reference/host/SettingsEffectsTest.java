package io.gameday.reference.host;

import io.gameday.reference.policy.EvictionRule;
import io.gameday.target.Fault;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The faults that change settings, under the host's leases.
class SettingsEffectsTest {

    private static final List<String> CELLS = List.of("cell-1", "cell-2");
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration LEASE = Duration.ofSeconds(8);
    private static final Fault DOWN = new Fault.ControlPlaneDown("cell-1");
    private static final Fault DEPLOY = new Fault.BadDeploy("cell-1", "errors");
    private static final Fault ALARM = new Fault.BadAlarm();
    static final List<Fault> FAULTS = List.of(DOWN, DEPLOY, ALARM);

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final PlatformSettings settings = new PlatformSettings(CELLS);
    private final Revisions revisions = new Revisions();
    private final HostFaults faults = new HostFaults(clock,
            new Effects(CELLS, List.of("az1")).onSettings(settings, revisions), line -> {
            });

    @Test
    void aControlPlaneThatIsDownIsThatOfOneCell() {
        inject("f1", DOWN);
        assertThat(settings.view().cells()).isEqualTo(Map.of("cell-1", new PlatformSettings.Cell("1", true), "cell-2",
                new PlatformSettings.Cell("1", false)));
    }

    @ParameterizedTest
    @FieldSource("io.gameday.target.Fault#DEFECTS")
    void noDefectIsLeftOut(String defect) {
        inject("f1", new Fault.BadDeploy("cell-2", defect));
        assertThat(settings.revision("cell-2")).isEqualTo("2-" + defect);
        assertThat(environment("2-" + defect)).isEqualTo(Map.of("GAMEDAY_DEFECT", defect));
    }

    @Test
    void aBadDeployIsWantedInOneCellAndTheGoodRevisionHasNoDefect() {
        inject("f1", DEPLOY);
        assertThat(settings.revision("cell-1")).isEqualTo("2-errors");
        assertThat(settings.revision("cell-2")).isEqualTo("1");
        assertThat(environment("1")).isEmpty();
    }

    @Test
    void aBadDeployWithoutACellIsWantedInEveryCellAndMovesTheTagUntilItIsTakenAway() {
        inject("f1", new Fault.BadDeploy("every-cell", "errors"));
        assertThat(CELLS).allSatisfy(cell -> assertThat(settings.revision(cell)).isEqualTo("2-errors"));
        assertThat(settings.latest()).isEqualTo("2-errors");
        assertThat(environment("1@2-errors")).as("an earlier revision with the image of now")
                .containsEntry("GAMEDAY_DEFECT", "errors");
        faults.revert("f1", () -> {
            // Settings are written at once.
        });
        assertThat(CELLS).allSatisfy(cell -> assertThat(settings.revision(cell)).isEqualTo("1"));
        assertThat(settings.latest()).isEqualTo("1");
    }

    @Test
    void aTaskOfTheBadRevisionThatIsOrderedTooLateIsStillBad() {
        inject("f1", DEPLOY);
        takeAway("f1");
        assertThat(settings.revision("cell-1")).isEqualTo("1");
        assertThat(environment("2-errors")).isEqualTo(Map.of("GAMEDAY_DEFECT", "errors"));
    }

    @Test
    void aBadAlarmKeepsTheCountAndTakesAMillisecondForSlow() {
        settings.eviction(new EvictionRule(5, 900));
        inject("f1", ALARM);
        assertThat(settings.eviction()).isEqualTo(new EvictionRule(5, 1));
        takeAway("f1");
        assertThat(settings.eviction()).isEqualTo(new EvictionRule(5, 900));
    }

    @ParameterizedTest
    @FieldSource("FAULTS")
    void whatWasFoundIsBackWhenItIsTakenAwayOrNobodyRenews(Fault fault) {
        PlatformSettings.View before = settings.view();

        inject("f1", fault);
        assertThat(settings.view()).isNotEqualTo(before);
        takeAway("f1");
        takeAway("f1");
        assertThat(settings.view()).isEqualTo(before);

        inject("f2", fault);
        assertThat(settings.view()).isNotEqualTo(before);
        clock.advance(LEASE);
        assertThat(settings.view()).isEqualTo(before);
        assertThat(faults.inForce()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("FAULTS")
    void aSecondOneOfTheSameIsRefusedAndLeavesTheFirst(Fault fault) {
        inject("f1", fault);
        PlatformSettings.View during = settings.view();

        assertThat(outcome("f2", fault)).isInstanceOf(HostFaults.Outcome.Refused.class);
        assertThat(settings.view()).isEqualTo(during);
        assertThat(faults.inForce()).extracting(HostFaults.InForce::id).containsExactly("f1");
    }

    @Test
    void nothingIsDeployedWhereTheControlPlaneIsDown() {
        inject("f1", DOWN);
        assertThat(outcome("f2", DEPLOY)).isEqualTo(
                new HostFaults.Outcome.Refused("the control plane of cell-1 is down: nothing can be deployed there"));
    }

    @Test
    void aDeploymentIsUndoneAlsoWhileTheControlPlaneIsDown() {
        inject("f1", DEPLOY);
        inject("f2", DOWN);
        takeAway("f1");
        assertThat(settings.view().cells()).containsEntry("cell-1", new PlatformSettings.Cell("1", true));
    }

    @Test
    void aCellThatIsNotThereIsNoFault() {
        assertThat(outcome("f1", new Fault.ControlPlaneDown("cell-9"))).isInstanceOf(HostFaults.Outcome.Invalid.class);
    }

    private Map<String, String> environment(String revision) {
        return revisions.environment(new TaskOrder("orders-1", "cell-1", "az1", "127.0.1.10", 3, revision));
    }

    private void inject(String id, Fault fault) {
        assertThat(outcome(id, fault)).isEqualTo(new HostFaults.Outcome.Done());
    }

    private HostFaults.Outcome outcome(String id, Fault fault) {
        List<HostFaults.Outcome> told = new ArrayList<>();
        faults.inject(new FaultRequest(id, "run", fault, LONG, LEASE), told::add);
        return told.getFirst();
    }

    private void takeAway(String id) {
        faults.revert(id, () -> {
        });
    }
}
