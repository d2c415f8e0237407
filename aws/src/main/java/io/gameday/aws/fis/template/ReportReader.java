package io.gameday.aws.fis.template;

import io.gameday.aws.fis.template.FisTemplate.Bucket;
import io.gameday.aws.fis.template.FisTemplate.Logging;
import io.gameday.aws.fis.template.FisTemplate.ReportConfiguration;
import io.gameday.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads where FIS is to write: its log, and its report.
final class ReportReader {

    private final Entries entries;

    ReportReader(Entries entries) {
        this.entries = entries;
    }

    /// Empty when it could not be read; the problems have been told.
    Optional<Logging> logging(Fields logging) {
        int before = entries.told();
        @Nullable
        Integer version = logging.integer("logSchemaVersion", 1, 2);
        logging.require("logSchemaVersion");
        Optional<String> group = logging.group("cloudWatchLogsConfiguration").map(this::logGroup);
        Optional<Bucket> bucket = logging.group("s3Configuration").flatMap(this::bucket);
        entries.others(logging);
        return entries.whole(before,
                () -> new Logging(version == null ? 2 : version, group.orElse(null), bucket.orElse(null)));
    }

    private String logGroup(Fields group) {
        int before = entries.told();
        String arn = entries.text(group, "logGroupArn", Limits.ARN);
        if (entries.told() == before && !Logging.isLogGroup(arn)) {
            group.problem("logGroupArn", group.name("logGroupArn") + " is '" + arn + "'; allowed: " + Logging.GROUP);
        }
        entries.others(group);
        return arn;
    }

    /// Empty when it could not be read; the problems have been told.
    Optional<ReportConfiguration> report(Fields report) {
        int before = entries.told();
        Optional<Bucket> bucket = report.group("outputs").flatMap(outputs -> {
            Optional<Bucket> stored = outputs.group("s3Configuration").flatMap(this::bucket);
            entries.others(outputs);
            return stored;
        });
        List<String> dashboards = report.group("dataSources").map(this::dashboards).orElse(List.of());
        Optional<String> earlier = duration(report, "preExperimentDuration");
        Optional<String> later = duration(report, "postExperimentDuration");
        entries.others(report);
        return entries.whole(before, () -> new ReportConfiguration(bucket.orElse(null), dashboards,
                earlier.orElse(null), later.orElse(null)));
    }

    private List<String> dashboards(Fields sources) {
        List<String> dashboards = new ArrayList<>();
        sources.groups("cloudWatchDashboards").forEach(dashboard -> {
            dashboards.add(entries.text(dashboard, "dashboardIdentifier", Limits.ARN));
            entries.others(dashboard);
        });
        entries.others(sources);
        return dashboards;
    }

    private Optional<String> duration(Fields report, String key) {
        Optional<String> given = entries.optional(report, key, Limits.DURATION);
        given.filter(text -> Placeholder.in(text).isEmpty() && IsoDuration.parse(text).isEmpty()).ifPresent(
                text -> report.problem(key, report.name(key) + " is '" + text + "'; allowed: " + IsoDuration.WORDS));
        return given;
    }

    private Optional<Bucket> bucket(Fields bucket) {
        int before = entries.told();
        String name = entries.text(bucket, "bucketName", Limits.BUCKET);
        Optional<String> prefix = entries.optional(bucket, "prefix", Limits.PREFIX);
        entries.others(bucket);
        return entries.whole(before, () -> new Bucket(name, prefix.orElse(null)));
    }
}
