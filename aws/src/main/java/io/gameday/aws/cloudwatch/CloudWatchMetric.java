package io.gameday.aws.cloudwatch;

import io.gameday.signal.CustomerMetric;
import io.gameday.signal.Period;
import io.gameday.signal.Series;
import io.gameday.signal.Series.Sample;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.SourceFailure.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What customers felt, as metric data queries or a metric-math expression that gives one series.
public final class CloudWatchMetric implements CustomerMetric {

    private final CloudWatch cloudWatch;
    private final String query;

    public CloudWatchMetric(CloudWatch cloudWatch, String query) {
        this.cloudWatch = cloudWatch;
        this.query = query;
    }

    /// Queries that name a period of their own are read at that one instead of `step`.
    @Override
    public Series read(Period period, Duration step) throws SourceFailure {
        MetricQueries asked;
        try {
            asked = MetricQueries.read(query, step);
        } catch (IllegalArgumentException unreadable) {
            throw cloudWatch.failure(Cause.QUESTION,
                    "was not asked: the customers' queries " + unreadable.getMessage());
        }
        Retention.check(cloudWatch, asked.every(), period.from());
        MetricData data = MetricData.read(cloudWatch, asked.queries(), Retention.floor(period.from(), asked.every()),
                period.to());
        if (data.series().size() > 1) {
            throw cloudWatch.failure(Cause.QUESTION,
                    "gave " + data.series().size() + " series for the customers' query " + query + ", such as "
                            + data.series().keySet().iterator().next()
                            + "; allowed: one. Put SUM(…), MIN(…) or the like around it");
        }
        // Of a period that is not over, only a part has been measured.
        Instant over = cloudWatch.now().minus(asked.every());
        List<Sample> samples = data.series().entrySet().stream().findFirst().map(Map.Entry::getValue).orElse(List.of())
                .stream().filter(sample -> !sample.at().isBefore(period.from()) && !sample.at().isAfter(over)).toList();
        return new Series(asked.every(), samples, data.notes());
    }
}
