package io.gameday.reference.policy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RebalancingTest {

    @ParameterizedTest(name = "{0}+{1}+{2}")
    @CsvSource({"2, 1, 0, az3", "3, 2, 1, az3", "2, 1, 1, ''", "1, 1, 1, ''", "0, 2, 1, az1", "0, 3, 0, az1",
            "0, 0, 0, ''"})
    void startsWhereTheFewestAreWhenTwoZonesDifferByMoreThanOne(int az1, int az2, int az3, String expected) {
        var next = Rebalancing.next(List.of("az1", "az2", "az3"), Map.of("az1", az1, "az2", az2, "az3", az3));
        assertThat(next.orElse("")).isEqualTo(expected);
    }
}
