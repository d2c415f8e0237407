package io.gameday.signal.prometheus;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MetricNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"shop_useful_share < 0.99 | shop_useful_share",
            "sum by (job) (rate(http_requests_total{code=~\"5..\"}[5m])) / sum(rate(http_requests_total[5m])) > 1e-3 | http_requests_total",
            "job:errors:rate5m{env='prod'} > on (zone) group_left (team) limits offset 5m | job:errors:rate5m limits",
            "histogram_quantile(0.99, sum(rate(latency_bucket[1m])) by (le)) > bool Inf | latency_bucket",
            "vector(1) | ''"})
    void allMetricsOfAQueryAreFound(String query, String names) {
        assertThat(MetricNames.in(query))
                .isEqualTo(new MetricNames(names.isEmpty() ? Set.of() : Set.of(names.split(" ")), false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"absent(up{job=\"x\"}) | up", "a > 1 or b > 1 | a b",
            "a > 1 unless maintenance | a maintenance"})
    void whereAQueryMayRestOnSomeOfThemOneWillDo(String query, String names) {
        assertThat(MetricNames.in(query)).isEqualTo(new MetricNames(Set.of(names.split(" ")), true));
    }
}
