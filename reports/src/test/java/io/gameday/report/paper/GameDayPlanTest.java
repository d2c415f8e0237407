package io.gameday.report.paper;

import io.gameday.experiment.Experiment;
import io.gameday.report.paper.BlastRadius.Kind;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// What a plan says, before any template has words for it.
class GameDayPlanTest {

    private final Experiment experiment = Samples.experiment(Samples.TWO);
    private final GameDayPlan plan = Samples.plan(experiment);

    @Test
    void faultsStandInOrderOfTimeAndCountFromTheFirstInjection() {
        assertThat(plan.faults()).extracting(PlannedFault::id, PlannedFault::name, PlannedFault::at, PlannedFault::ends)
                .containsExactly(tuple("f2", "task-crash cell-1 az2", Duration.ZERO, null),
                        tuple("f1", "zone-power-loss az1", Duration.ofSeconds(40), Duration.ofSeconds(80)));
        assertThat(plan.first()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whatIsReachedStandsBesideWhatIsAllowed() {
        assertThat(plan.radius().reached()).extracting(part -> part.kind(), part -> part.count(), part -> part.ofAll(),
                part -> part.most(), part -> part.over()).containsExactly(tuple(Kind.ZONES, 2L, 3L, "1", true),
                        tuple(Kind.CELLS, 2L, 2L, "2", false), tuple(Kind.TASKS, 3L, 6L, "", false),
                        tuple(Kind.CUSTOMERS, 41L, 41L, "", false));
        assertThat(plan.radius().measured()).extracting(BlastRadius.Measured::most).containsExactly("25 %", "1 %");
    }

    @Test
    void aDeploymentsStagesAndClicksStandBesideThoseOfAPipelineByZone() {
        assertThat(plan.rollouts()).isEmpty();
        String every = Samples.TWO.replace("inject: zone-power-loss, zone: az1", "inject: bad-deploy, defect: errors");
        assertThat(Samples.plan(Samples.experiment(every)).rollouts())
                .containsExactly(new PlannedRollout("bad-deploy", 6, 3));
        String cell = every.replace("defect: errors", "defect: errors, cell: cell-1");
        assertThat(Samples.plan(Samples.experiment(cell)).rollouts())
                .containsExactly(new PlannedRollout("bad-deploy cell-1", 3, 2));
    }

    @Test
    void ofOneCellInReachItsCustomersAreToo() {
        Experiment one = Samples.experiment(Samples.TWO.replace("inject: zone-power-loss, zone: az1",
                "inject: task-hang, cell: cell-1, zone: az1"));
        assertThat(Samples.plan(one).radius().reached().getLast().count()).isEqualTo(21);
    }

    @Test
    void cellsInReachStandInTheOrderOfTheSystem() {
        Experiment many = Samples.experiment(Samples.TWO.replace("cells: 2, zones: [az1", "cells: 11, zones: [az1"));
        assertThat(Samples.plan(many).radius().reached().get(1).names()).startsWith("cell-1", "cell-2")
                .endsWith("cell-10", "cell-11");
    }

    @Test
    void ofTheClustersNameEveryCustomerIsInReach() {
        Experiment cluster = Samples.experiment(Samples.TWO.replace("headroom: 150 %", "routing: cluster")
                .replace("inject: zone-power-loss, zone: az1", "inject: task-hang, cell: cell-1, zone: az1"));
        assertThat(Samples.plan(cluster).radius().reached().getLast().count()).isEqualTo(41);
    }

    @Test
    void whatIsReachedIsNotGuessedWhereItIsNotKnown() {
        GameDayPlan doubtful = GameDayPlan.of(experiment, List.of(), "no answer", Samples.LIMITS, Occasion.OPEN);
        assertThat(doubtful.radius().reached()).isEmpty();
        assertThat(doubtful.radius().doubt()).isEqualTo("no answer");
    }

    @Test
    void theRunSheetHasARowForEachStepAndEachPredictionInOrderOfTime() {
        assertThat(plan.sheet()).extracting(SheetRow::number, row -> row.kind().name(), row -> row.at(),
                row -> row.by(), SheetRow::injection).containsExactly(tuple(1, "STEADY", null, null, 0),
                        tuple(2, "STEADY", null, null, 0), tuple(3, "INJECT", Duration.ZERO, null, 3),
                        tuple(4, "PREDICTION", null, Duration.ofSeconds(20), 3),
                        tuple(5, "INJECT", Duration.ofSeconds(40), null, 5),
                        tuple(6, "PREDICTION", null, Duration.ofSeconds(50), 5),
                        tuple(7, "PREDICTION", null, Duration.ofSeconds(55), 5),
                        tuple(8, "PREDICTION", null, Duration.ofSeconds(60), 5),
                        tuple(9, "END", Duration.ofSeconds(80), Duration.ofSeconds(95), 5),
                        tuple(10, "PREDICTION", null, null, 0), tuple(11, "PREDICTION", null, null, 5),
                        tuple(12, "PREDICTION", null, null, 0), tuple(13, "LIMIT", null, null, 0),
                        tuple(14, "LIMIT", null, null, 0), tuple(15, "WELL_AGAIN", null, Duration.ofSeconds(155), 0),
                        tuple(16, "WELL_AGAIN", null, Duration.ofSeconds(155), 0));
    }

    @Test
    void operationsStandInTheRunSheetInOrderOfTimeAndSayWhenTheyAreTakenBack() {
        GameDayPlan with = Samples.plan(Samples.experiment(Samples.WITH_OPERATIONS));
        assertThat(with.operations()).containsExactly(
                new PlannedOperation("kept", "backup", "backup of the database of cell-1", Duration.ofSeconds(-3), null,
                        null),
                new PlannedOperation("leave", "shift", "zonal shift away from az1", Duration.ofSeconds(60),
                        Duration.ofSeconds(200), Duration.ofSeconds(260)));
        assertThat(with.sheet()).filteredOn(row -> row.at() != null)
                .extracting(row -> row.kind().name(), SheetRow::at, SheetRow::injection)
                .containsExactly(tuple("DO", Duration.ofSeconds(-3), 3), tuple("INJECT", Duration.ZERO, 4),
                        tuple("INJECT", Duration.ofSeconds(40), 6), tuple("DO", Duration.ofSeconds(60), 9),
                        tuple("END", Duration.ofSeconds(80), 6), tuple("BACK", Duration.ofSeconds(260), 9));
        assertThat(with.schedule().get(5).until()).isEqualTo(Duration.ofSeconds(320));
    }

    @Test
    void withoutAFaultTimesCountFromTheFirstOperation() {
        GameDayPlan only = Samples.plan(Samples.experiment(Samples.ONLY_OPERATION));
        assertThat(only.first()).isEqualTo(Duration.ofSeconds(5));
        assertThat(only.operations()).extracting(PlannedOperation::at).containsExactly(Duration.ZERO);
    }

    @Test
    void theScheduleIsComputedFromTheExperimentAndTheDay() {
        Occasion day = new Occasion(ZonedDateTime.of(2026, 12, 3, 14, 0, 0, 0, ZoneId.of("Europe/Berlin")),
                List.of("platform lead", "site lead"));
        GameDayPlan dated = Samples.plan(experiment, day);
        assertThat(dated.when()).isEqualTo("Thursday 3 December 2026, 14:00 Europe/Berlin (13:00 UTC)");
        assertThat(dated.schedule()).extracting(slot -> slot.part().name(), Slot::clock, Slot::minutes, Slot::until)
                .containsExactly(tuple("PREPARE", "14:00", 15L, Duration.ZERO),
                        tuple("BASELINE", "14:15", 5L, Duration.ZERO), tuple("INJECT", "14:20", 1L, Duration.ZERO),
                        tuple("DETECT", "14:21", 1L, Duration.ofSeconds(55)),
                        tuple("RESPOND", "14:22", 1L, Duration.ofSeconds(80)),
                        tuple("RECOVER", "14:23", 2L, Duration.ofSeconds(155)),
                        tuple("LEARN", "14:25", 20L, Duration.ZERO));
        assertThat(dated.seats()).extracting(Role.Seat::taken, Role.Seat::deputy)
                .startsWith(tuple("platform owner", ""), tuple("platform lead", "site lead"), tuple("", ""));
    }

    @Test
    void onlyWhatTellsPeopleIsToBeWatched() {
        assertThat(plan.watch()).extracting(line -> line.kind().name()).containsExactly("ALARM", "SILENT", "PAGE",
                "ACKNOWLEDGED");
    }

    @Test
    void theAudienceIsToldWhatWellIsOnlyOfTheWholeSiteAndTheTimeOnlyInQuarters() {
        AudiencePlan told = AudiencePlan.of(experiment, Samples.LIMITS, Occasion.OPEN);
        assertThat(told.steady()).extracting(Bound::metric).containsExactly("availability");
        assertThat(told.minutes()).isEqualTo(45);
    }
}
