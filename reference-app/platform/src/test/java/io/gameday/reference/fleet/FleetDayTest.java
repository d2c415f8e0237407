package io.gameday.reference.fleet;

import io.gameday.reference.fleet.FleetFault.Kind;
import io.gameday.reference.fleet.FleetResult.Day;
import io.gameday.reference.fleet.FleetResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A small fleet through every fault, and what the talk says of it.
class FleetDayTest {

    private static final int MINUTES = 12 * 60;
    private static final List<String> JOURNAL = new ArrayList<>();
    private static FleetResult result = play(1, JOURNAL);

    @BeforeAll
    static void everyFaultIsInTheDay() {
        assertThat(result.days()).allSatisfy(day -> assertThat(day.faults())
                .extracting(outcome -> outcome.fault().kind()).containsExactly(Kind.values()));
    }

    private static FleetResult play(long seed, List<String> journal) {
        return new FleetDay(SmallFleet.read(), seed, MINUTES, entry -> journal.add(entry.line()),
                (generation, hour) -> {
                }).play();
    }

    private static Day day(Generation generation) {
        return result.days().get(generation.ordinal());
    }

    private static Outcome outcome(Generation generation, Kind kind) {
        return day(generation).faults().stream().filter(each -> each.fault().kind() == kind).findFirst().orElseThrow();
    }

    private static Stream<String> journal(Generation generation, String containing) {
        return JOURNAL.stream().filter(line -> line.contains("\"generation\":" + generation.number() + ","))
                .filter(line -> line.contains(containing));
    }

    @Test
    void theSameSeedGivesTheSameJournalByteForByte() {
        List<String> again = new ArrayList<>();
        FleetResult second = play(1, again);

        assertThat(again).isEqualTo(JOURNAL);
        assertThat(second).isEqualTo(result);
    }

    @Test
    void anotherSeedBreaksThingsAtOtherTimes() {
        assertThat(play(2, new ArrayList<>()).days().getFirst().faults()).extracting(outcome -> outcome.fault().from())
                .isNotEqualTo(
                        result.days().getFirst().faults().stream().map(outcome -> outcome.fault().from()).toList());
    }

    @Test
    void everyGenerationGetsTheSameRequests() {
        assertThat(result.days()).extracting(Day::requests).containsOnly(day(Generation.ONE_STACK).requests());
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"ZONE_POWER_LOSS", "ZONE_LOSS", "BAD_CONFIG"})
    void aZonesFaultHurtsEverybodyWithoutCellsAndAboutAThirdWithThem(Kind kind) {
        assertThat(outcome(Generation.ONE_STACK, kind).hurtShare()).isEqualTo(1);
        assertThat(outcome(Generation.TIED_CLUSTERS, kind).hurtShare()).isEqualTo(1);
        assertThat(outcome(Generation.ZONAL_CELLS, kind).hurtShare()).isBetween(0.2, 0.5);
    }

    @Test
    void onlyCellsInOneZoneGetAwayFromAGrayZone() {
        assertThat(outcome(Generation.ONE_STACK, Kind.ZONE_LOSS).recovery()).isEqualTo(40);
        assertThat(outcome(Generation.TIED_CLUSTERS, Kind.ZONE_LOSS).recovery()).isEqualTo(40);
        assertThat(outcome(Generation.ZONAL_CELLS, Kind.ZONE_LOSS).recovery()).isLessThanOrEqualTo(3);
    }

    @Test
    void aBadSettingLastsUntilItIsTakenBackWhereEverythingSharesIt() {
        assertThat(outcome(Generation.TIED_CLUSTERS, Kind.BAD_CONFIG).worst()).isEqualTo(1);
        assertThat(outcome(Generation.TIED_CLUSTERS, Kind.BAD_CONFIG).recovery()).isEqualTo(30);
        assertThat(outcome(Generation.ZONAL_CELLS, Kind.BAD_CONFIG).recovery()).isLessThan(10);
    }

    @Test
    void aSpikePushesSomeCellsOutTheOthersFollowAndTheNameFailsOpenUntilScalingCatchesUp() {
        Outcome spike = outcome(Generation.ZONAL_CELLS, Kind.SURGE);

        assertThat(spike.cellsOut()).isGreaterThanOrEqualTo(5);
        assertThat(spike.failedOpen()).isTrue();
        assertThat(spike.recovery()).isBetween(3, 20);
        assertThat(spike.cellAlarms()).isGreaterThanOrEqualTo(5);
        assertThat(spike.pages()).isBetween(1, spike.cellAlarms() / 2);
    }

    @Test
    void aSpikeOnOneClusterHurtsNoOther() {
        Outcome spike = outcome(Generation.ZONAL_CELLS, Kind.SURGE);

        assertThat(spike.hurt()).isEqualTo(150);
    }

    @Test
    void manyAlarmsOfOneFaultAreOnePage() {
        Outcome power = outcome(Generation.ZONAL_CELLS, Kind.ZONE_POWER_LOSS);

        assertThat(power.cellAlarms()).isGreaterThan(5);
        assertThat(power.pages()).isEqualTo(1);
    }

    @Test
    void cellsThatLeftComeBackOnceTheirZoneHasPower() {
        assertThat(journal(Generation.ZONAL_CELLS, "\"CellBack\""))
                .hasSameSizeAs(journal(Generation.ZONAL_CELLS, "\"CellLeft\"").toList());
    }

    @Test
    void zoneAffinityKeepsMostHopsInTheirZone() {
        FleetResult.Cost cost = day(Generation.ZONAL_CELLS).cost();

        assertThat(cost.crossing()).isLessThan(0.07);
        assertThat(cost.crossingDollars()).isLessThan(0.11 * cost.withoutAffinity());
        assertThat(day(Generation.ONE_STACK).cost().crossing()).isGreaterThan(0.6);
    }

    @Test
    void clustersThatCannotBeSizedAloneCostTheMost() {
        assertThat(day(Generation.TIED_CLUSTERS).cost().hostDollars())
                .isGreaterThan(1.5 * day(Generation.ZONAL_CELLS).cost().hostDollars());
    }
}
