package io.gameday.observability.alarm;

import io.gameday.observability.alarm.ZoneDetector.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ZoneOnsetTest {

    private static final ZoneOnset ONSET = new ZoneOnset(0.99, StandardAlarms.SIGNIFICANCE);
    private static final Counts WELL = new Counts(1000, 1, 0);
    private static final Counts PAST = new Counts(6000, 6, 0);

    /// Five per cent of 100 requests/s for five seconds, spread over four instances. The zones alone would not do: p is
    /// 1.2e-6 for 14 of 15 faults in one zone of three.
    @Test
    void fourteenFaultsWhereOneWasUsualAreAnOnset() {
        assertThat(ONSET.began(spread(500, 14), WELL, PAST)).isTrue();
    }

    @Test
    void asManyAsEverAreNone() {
        assertThat(ONSET.began(spread(500, 14), WELL, new Counts(6000, 168, 0))).isFalse();
    }

    @Test
    void withinTheObjectiveThereIsNoImpact() {
        assertThat(ONSET.began(spread(5000, 50), new Counts(10_000, 1, 0), new Counts(60_000, 6, 0))).isFalse();
    }

    /// A dependency of all fails: certain that something began, not that it is this zone's.
    @ParameterizedTest
    @ValueSource(ints = {80, 100, 140})
    void whatBeganInAllZonesIsNoZonesOnset(int faultsElsewhere) {
        assertThat(ONSET.began(spread(500, 60), new Counts(1000, faultsElsewhere, 0), PAST)).isFalse();
    }

    @Test
    void besideOthersThatAreNotQuiteWellItHasToBeClear() {
        assertThat(ONSET.began(spread(500, 24), new Counts(1000, 12, 0), PAST)).isFalse();
        assertThat(ONSET.began(spread(500, 50), new Counts(1000, 12, 0), PAST)).isTrue();
    }

    /// Which zone fails first when all do says nothing; whether it stays worse, the comparison tells.
    @Test
    void whileEverythingIsInTroubleNothingIsSaidOfOneZone() {
        assertThat(ONSET.began(spread(200, 200), new Counts(400, 160, 0), PAST)).isFalse();
    }

    @Test
    void oneInstancesOnsetIsNotItsZones() {
        assertThat(ONSET.began(new Counts(500, 100, 2, 125, 99), WELL, PAST)).isFalse();
        assertThat(ONSET.began(new Counts(500, 100, 4, 125, 60), WELL, PAST)).isTrue();
    }

    @Test
    void withoutTrafficHereElsewhereOrBeforeNothingIsKnown() {
        Counts none = new Counts(0, 0, 0);
        assertThat(ONSET.began(none, WELL, PAST)).isFalse();
        assertThat(ONSET.began(spread(500, 100), none, PAST)).isFalse();
        assertThat(ONSET.began(spread(500, 100), WELL, none)).isFalse();
    }

    @Test
    void theEvidenceNamesNowAndBefore() {
        assertThat(ONSET.evidence(spread(500, 14), PAST, "failed"))
                .matches("14 of 500 failed, before 6 of 6000, p \\d\\.\\de-\\d\\d");
    }

    private static Counts spread(long requests, long faults) {
        return new Counts(requests, faults, 4, requests / 4, faults / 4);
    }
}
