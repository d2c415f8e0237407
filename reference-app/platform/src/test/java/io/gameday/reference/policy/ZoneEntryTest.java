package io.gameday.reference.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ZoneEntryTest {

    private static final List<String> ZONES = List.of("az1", "az2", "az3");
    private static final Optional<String> NONE = Optional.empty();

    private final Map<String, String> cells = new TreeMap<>();

    ZoneEntryTest() {
        IntStream.rangeClosed(1, 40).forEach(n -> cells.put("c-" + n, n % 2 == 0 ? "cell-1" : "cell-2"));
    }

    @Test
    void theCustomersOfACellAreNearAllZonesAboutEvenly() {
        Map<String, Integer> counts = new TreeMap<>();
        entered(entry(7)).forEach((customer, zone) -> counts.merge(cells.get(customer) + " " + zone, 1, Integer::sum));

        assertThat(counts.values()).hasSize(6).allMatch(count -> count == 6 || count == 7);
    }

    @Test
    void aCustomerStaysNearTheSameZoneAlsoForWhoeverBeginsAnew() {
        ZoneEntry entry = entry(7);
        Map<String, String> before = entered(entry);
        cells.put("a-newcomer", "cell-1");
        entry.take(cells);

        assertThat(entered(entry)).containsAllEntriesOf(before);
        cells.remove("a-newcomer");
        assertThat(entered(entry(7))).isEqualTo(before);
    }

    @Test
    void anotherSeedIsAnotherNeighbourhood() {
        assertThat(entered(entry(8))).isNotEqualTo(entered(entry(7)));
    }

    @Test
    void whileAZoneIsShiftedAwayItsCustomersAreNearNoneAndNobodyElseMoves() {
        ZoneEntry entry = entry(7);
        Map<String, String> before = entered(entry);

        before.forEach((customer, zone) -> assertThat(entry.zone(customer, cells.get(customer), Optional.of("az2")))
                .isEqualTo(zone.equals("az2") ? Optional.empty() : Optional.of(zone)));
        assertThat(entered(entry)).isEqualTo(before);
    }

    private ZoneEntry entry(long seed) {
        ZoneEntry entry = new ZoneEntry(ZONES, seed);
        entry.take(cells);
        return entry;
    }

    private Map<String, String> entered(ZoneEntry entry) {
        Map<String, String> zones = new HashMap<>();
        cells.forEach((customer, cell) -> zones.put(customer, entry.zone(customer, cell, NONE).orElseThrow()));
        return zones;
    }
}
