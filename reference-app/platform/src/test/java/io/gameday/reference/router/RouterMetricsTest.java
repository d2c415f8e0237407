package io.gameday.reference.router;

import io.gameday.prometheus.Exposition;
import io.gameday.prometheus.ExpositionReader;
import io.gameday.prometheus.Format;
import io.gameday.prometheus.Parsed;
import io.gameday.prometheus.Series;
import io.gameday.reference.policy.AttemptOutcome;
import io.gameday.reference.router.RouterMetrics.Refusal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RouterMetricsTest {

    private static final AttemptOutcome OK = new AttemptOutcome.Answered(201);
    private final RouterMetrics metrics = new RouterMetrics();

    @Test
    void anAttemptIsCountedByCellZoneInstanceAndOutcomeWithItsTime() {
        metrics.attempted(task("orders-1"), OK, Duration.ofMillis(120).toNanos());
        metrics.attempted(task("orders-1"), new AttemptOutcome.TimedOut(), Duration.ofSeconds(1).toNanos());

        assertThat(value("router_attempts_seconds_count", labels("orders-1", "success"))).isEqualTo(1);
        assertThat(value("router_attempts_seconds_sum", labels("orders-1", "success"))).isEqualTo(0.12);
        assertThat(value("router_attempts_seconds_count", labels("orders-1", "timeout"))).isEqualTo(1);
        assertThat(bucket("0.11")).isZero();
        assertThat(bucket("0.125")).isEqualTo(1);
        assertThat(bucket("+Inf")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"100, success", "201, success", "302, success", "404, client_error", "500, server_error",
            "502, server_error", "503, server_error", "599, server_error"})
    void statusesAreFewWords(int status, String outcome) {
        metrics.attempted(task("orders-1"), new AttemptOutcome.Answered(status), 1);

        assertThat(value("router_attempts_seconds_count", labels("orders-1", outcome))).isEqualTo(1);
    }

    @Test
    void noAnswerIsAnOutcomeTooAndEachHasItsWord() {
        for (AttemptOutcome outcome : List.of(new AttemptOutcome.Unreachable(), new AttemptOutcome.Broken(),
                new AttemptOutcome.Overloaded())) {
            metrics.attempted(task("orders-1"), outcome, 1);
            assertThat(value("router_attempts_seconds_count", labels("orders-1", outcome.toString()))).isEqualTo(1);
        }
    }

    @Test
    void refusalsAreThereFromTheBeginningAndCountByReason() {
        assertThat(value("router_requests_refused_total", Map.of("reason", "no_task"))).isZero();
        metrics.refused(Refusal.NO_TASK);

        assertThat(value("router_requests_refused_total", Map.of("reason", "no_task"))).isEqualTo(1);
        assertThat(value("router_requests_refused_total", Map.of("reason", "no_table"))).isZero();
    }

    @Test
    void anEvictionIsCountedForItsTask() {
        metrics.evicted(task("orders-1"));

        assertThat(value("router_evictions_total", Map.of("cell", "cell-1", "zone", "az1", "instance", "orders-1")))
                .isEqualTo(1);
    }

    @Test
    void whatIsToldOfATaskIsThereFromItsFirstAttempt() {
        metrics.attempted(task("orders-1"), OK, 1);

        assertThat(value("router_evictions_total", Map.of("cell", "cell-1", "zone", "az1", "instance", "orders-1")))
                .isZero();
    }

    @Test
    void tasksThatComeAndGoLeaveNothingBehind() {
        RoutedTask stays = task("orders-0");
        metrics.attempted(stays, OK, 1);
        int before = exposition().samples().size();
        for (int n = 1; n <= 2000; n++) {
            RoutedTask gone = task("orders-" + n);
            metrics.attempted(gone, OK, 1);
            metrics.attempted(gone, new AttemptOutcome.Broken(), 1);
            metrics.evicted(gone);
            metrics.retain(Set.of(stays.id()));
        }

        assertThat(exposition().samples()).hasSize(before)
                .allSatisfy((series, sample) -> assertThat(series.label("instance")).isIn("", "orders-0"));
        assertThat(metrics.meters()).isLessThan(10);
    }

    @Test
    void anAttemptThatEndsAfterItsTaskHasGoneStaysNoLongerThanUntilTheNextTable() {
        RoutedTask gone = task("orders-1");
        metrics.retain(Set.of());
        metrics.attempted(gone, OK, 1);
        metrics.retain(Set.of());

        assertThat(metrics.text()).doesNotContain("orders-1");
    }

    @Test
    void everyNameAndWordIsInTheDocument() throws IOException {
        metrics.attempted(task("orders-1"), OK, 1);
        metrics.attempted(task("orders-1"), new AttemptOutcome.Answered(500), 1);
        String document = Files.readString(Path.of("..", "..", "docs", "metrics.md"));

        assertThat(exposition().samples().keySet()).allSatisfy(series -> {
            assertThat(document).contains("`" + series.name().replaceFirst("_(bucket|count|sum)$", "") + "`");
            series.labels().keySet().stream().filter(label -> !label.equals("le"))
                    .forEach(label -> assertThat(document).contains("`" + label + "`"));
            assertThat(document).contains(series.label("outcome").isEmpty() ? "" : "`" + series.label("outcome") + "`",
                    series.label("reason").isEmpty() ? "" : "`" + series.label("reason") + "`");
        });
    }

    private double bucket(String bound) {
        Map<String, String> labels = Map.of("cell", "cell-1", "zone", "az1", "instance", "orders-1", "outcome",
                "success", "le", bound);
        return value("router_attempts_seconds_bucket", labels);
    }

    private double value(String name, Map<String, String> labels) {
        Exposition exposition = exposition();
        Series series = new Series(name, labels);
        assertThat(exposition.samples()).containsKey(series);
        return exposition.samples().get(series).value();
    }

    private Exposition exposition() {
        Parsed parsed = ExpositionReader.read(metrics.text().getBytes(StandardCharsets.UTF_8), Format.TEXT);
        assertThat(parsed).isInstanceOf(Parsed.Complete.class);
        return ((Parsed.Complete) parsed).exposition();
    }

    private static Map<String, String> labels(String instance, String outcome) {
        return Map.of("cell", "cell-1", "zone", "az1", "instance", instance, "outcome", outcome);
    }

    private static RoutedTask task(String id) {
        return new RoutedTask(id, "cell-1", "az1", new InetSocketAddress("127.0.0.1", 1));
    }
}
