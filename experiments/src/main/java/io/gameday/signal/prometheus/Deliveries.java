package io.gameday.signal.prometheus;

import io.gameday.signal.Period;
import io.gameday.signal.Series.Sample;
import io.gameday.signal.SourceFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Whether what Prometheus and Alertmanager sent has arrived, by the failures that they count themselves.
final class Deliveries {

    private static final String FAILED = "alertmanager_notifications_failed_total";
    private static final String COUNTERS = "{__name__=~\"" + FAILED
            + "|prometheus_notifications_dropped_total|prometheus_notifications_errors_total\"}";

    private Deliveries() {
    }

    /// Why a page may not have arrived; empty when nothing failed.
    static String doubt(PrometheusServer server, Period period, Duration step) throws SourceFailure {
        Map<Map<String, String>, List<Sample>> counters = server.range(COUNTERS, period, step).series();
        if (counters.keySet().stream().noneMatch(labels -> FAILED.equals(labels.get("__name__")))) {
            return "whether it arrived is not known: Prometheus does not read Alertmanager's own metrics (" + FAILED
                    + ")";
        }
        for (Map.Entry<Map<String, String>, List<Sample>> counter : counters.entrySet()) {
            double failed = risen(counter.getValue());
            if (failed > 0) {
                return "it may not have arrived: " + counter.getKey().get("__name__") + " rose by " + Math.round(failed)
                        + " in that time";
            }
        }
        return "";
    }

    /// A counter that fell began anew with a restart.
    private static double risen(List<Sample> samples) {
        double risen = 0;
        for (int i = 1; i < samples.size(); i++) {
            double before = samples.get(i - 1).value();
            double now = samples.get(i).value();
            risen += now >= before ? now - before : now;
        }
        return risen;
    }
}
