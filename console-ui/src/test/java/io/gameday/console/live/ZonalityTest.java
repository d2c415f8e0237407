package io.gameday.console.live;

import io.gameday.journal.Event.SecondMeasured;
import io.gameday.observability.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ZonalityTest {

    private static final List<String> ZONES = List.of("az1", "az2", "az3");

    /// Ten seconds of 40 requests a second in each zone.
    ///
    /// @param failed attempts that fail in a second, zone by zone
    private static List<SecondMeasured> seconds(long... failed) {
        Map<String, Tally> series = new HashMap<>();
        long all = 0;
        for (int zone = 0; zone < failed.length; zone++) {
            series.put("attempt zone " + ZONES.get(zone), new Tally(40, 40 - failed[zone], 1, 1));
            series.put("canary zone " + ZONES.get(zone), new Tally(10, 10 - failed[zone] / 4, 1, 1));
            all += failed[zone];
        }
        series.put("customer site", new Tally(120, 120 - all, 1, 1));
        return IntStream.range(0, 10)
                .mapToObj(n -> new SecondMeasured(Instant.EPOCH.plusSeconds(n), Map.copyOf(series), 0, 0, 40)).toList();
    }

    @Test
    void oneIllZoneStandsOut() {
        assertThat(Zonality.of(seconds(12, 0, 0), ZONES)).isEqualTo(Zonality.ZONAL);
        assertThat(Zonality.of(seconds(40, 12, 12), ZONES)).isEqualTo(Zonality.ZONAL);
    }

    @Test
    void whereAllAreAlikeNoneDoes() {
        assertThat(Zonality.of(seconds(12, 12, 12), ZONES)).isEqualTo(Zonality.NOT_ZONAL);
    }

    @Test
    void aLittleWorseIsNotCalledAlike() {
        assertThat(Zonality.of(seconds(12, 8, 8), ZONES)).isEqualTo(Zonality.ZONAL);
    }

    @Test
    void withTooLittleToGoByNothingIsSaid() {
        assertThat(Zonality.of(seconds(1, 1, 0).subList(0, 3), ZONES)).isEqualTo(Zonality.UNDECIDED);
    }

    @Test
    void customersWhoAreWellHaveNoImpact() {
        assertThat(Zonality.of(seconds(0, 0, 0), ZONES)).isEqualTo(Zonality.NO_IMPACT);
        assertThat(Zonality.of(List.of(), ZONES)).isEqualTo(Zonality.NO_IMPACT);
    }

    @Test
    void aZoneThatNobodyAsksIsNotAmongThoseThatAreAlike() {
        List<SecondMeasured> one = seconds(12);
        assertThat(Zonality.of(one, ZONES)).isEqualTo(Zonality.UNDECIDED);
    }
}
