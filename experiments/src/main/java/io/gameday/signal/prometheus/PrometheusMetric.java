package io.gameday.signal.prometheus;

import io.gameday.signal.CustomerMetric;
import io.gameday.signal.Period;
import io.gameday.signal.Series;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.SourceFailure.Cause;
import java.time.Duration;
import java.util.List;

/// What customers felt, as a PromQL query that gives one series.
public final class PrometheusMetric implements CustomerMetric {

    private final PrometheusServer server;
    private final String query;

    public PrometheusMetric(PrometheusServer server, String query) {
        this.server = server;
        this.query = query;
    }

    @Override
    public Series read(Period period, Duration step) throws SourceFailure {
        PrometheusServer.Range range = server.range(query, period, step);
        if (range.series().size() > 1) {
            throw server.source().failure(Cause.QUESTION,
                    "gave " + range.series().size() + " series for the customers' query " + query + ", such as "
                            + range.series().keySet().iterator().next()
                            + "; allowed: one. Put sum(…), min(…) or the like around it");
        }
        return new Series(step, range.series().values().stream().findFirst().map(List::copyOf).orElse(List.of()),
                range.notes());
    }
}
