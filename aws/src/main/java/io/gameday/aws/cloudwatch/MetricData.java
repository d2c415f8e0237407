package io.gameday.aws.cloudwatch;

import io.gameday.signal.Series.Sample;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.SourceFailure.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MessageData;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/// Values as CloudWatch gives them: what was not measured is not there.
///
/// @param series by their names, each by time
/// @param notes  what CloudWatch said besides
record MetricData(Map<String, List<Sample>> series, List<String> notes) {

    /// The values that begin from `from` on and before `to`. A value stands for the period that begins with its time.
    static MetricData read(CloudWatch cloudWatch, List<MetricDataQuery> queries, Instant from, Instant to)
            throws SourceFailure {
        List<MetricDataResult> results = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>();
        cloudWatch.ask("GetMetricData", client -> {
            for (GetMetricDataResponse page : client.getMetricDataPaginator(request -> request
                    .metricDataQueries(queries).startTime(from).endTime(to).scanBy(ScanBy.TIMESTAMP_ASCENDING))) {
                results.addAll(page.metricDataResults());
                page.messages().forEach(message -> said.add(message.value()));
            }
            return results;
        });
        Map<String, List<Sample>> series = new LinkedHashMap<>();
        Map<String, StatusCode> newest = new LinkedHashMap<>();
        for (MetricDataResult result : results) {
            String name = result.id()
                    + (result.label() == null || result.label().equals(result.id()) ? "" : " (" + result.label() + ")");
            String messages = result.messages().stream().map(MessageData::value).collect(Collectors.joining("; "));
            switch (result.statusCode()) {
                case COMPLETE, PARTIAL_DATA -> {
                }
                case INTERNAL_ERROR ->
                    throw cloudWatch.failure(Cause.SOURCE, "could not work out " + name + ": " + messages);
                case FORBIDDEN -> throw cloudWatch.failure(Cause.QUESTION,
                        "may not be asked for " + name + " by these credentials: " + messages);
                case UNKNOWN_TO_SDK_VERSION -> throw cloudWatch.failure(Cause.SOURCE,
                        "answered " + result.statusCodeAsString() + " for " + name + ": " + messages);
                case null -> {
                    // Something that answers as CloudWatch does, and leaves it out.
                }
            }
            newest.put(name, result.statusCode() == null ? StatusCode.COMPLETE : result.statusCode());
            if (!messages.isEmpty()) {
                said.add(messages);
            }
            List<Sample> samples = series.computeIfAbsent(name, none -> new ArrayList<>());
            for (int i = 0; i < Math.min(result.timestamps().size(), result.values().size()); i++) {
                Instant at = result.timestamps().get(i);
                double value = result.values().get(i);
                if (Double.isFinite(value) && !at.isBefore(from) && at.isBefore(to)) {
                    samples.add(new Sample(at, value));
                }
            }
        }
        series.values().forEach(samples -> samples.sort(Comparator.comparing(Sample::at)));
        List<String> notes = new ArrayList<>(said.stream().map(words -> "CloudWatch says: " + words).toList());
        newest.forEach((name, status) -> {
            if (status == StatusCode.PARTIAL_DATA) {
                notes.add("CloudWatch gave only a part of the values of " + name);
            }
        });
        return new MetricData(series, List.copyOf(notes));
    }
}
