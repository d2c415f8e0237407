package io.gameday.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the tools of a team are that keep its alarms and say whom they told: for `run`, `grade` and `coe new`.
final class ToolOptions {

    @Option(names = "--prometheus", paramLabel = "URL", description = "Your Prometheus, where alarms (and for "
            + "`grade` and `coe new` the customers' metric) are read.")
    private @Nullable String prometheus;

    @Option(names = "--cloudwatch", paramLabel = "REGION", arity = "0..1", fallbackValue = "", description = "Amazon "
            + "CloudWatch instead of Prometheus; without a REGION in that of AWS_REGION or the profile.")
    private @Nullable String cloudwatch;

    @Option(names = "--aws-endpoint", paramLabel = "URL", description = "Something else that answers as CloudWatch does.")
    private @Nullable String awsEndpoint;

    @Option(names = "--alertmanager", paramLabel = "URL", description = "The Alertmanager behind --prometheus: its "
            + "routes say who was told.")
    private @Nullable String alertmanager;

    @Option(names = "--pagerduty", paramLabel = "URL", arity = "0..1", fallbackValue = "https://api.pagerduty.com", description = "PagerDuty, "
            + "whose log says who was told and who answered; ${FALLBACK-VALUE} without an URL.")
    private @Nullable String pagerduty;

    @Nullable
    String prometheus() {
        return prometheus;
    }

    @Nullable
    String cloudwatch() {
        return cloudwatch;
    }

    @Nullable
    String alertmanager() {
        return alertmanager;
    }

    @Nullable
    String pagerduty() {
        return pagerduty;
    }

    /// @throws Refused when an option stands alone that says nothing alone
    void check() {
        if (cloudwatch == null && awsEndpoint != null) {
            throw new Refused(ExitCodes.USAGE, "--aws-endpoint is given without --cloudwatch; give both, or neither");
        }
    }

    /// @throws IllegalArgumentException when the region or the endpoint is none
    Monitoring inCloudWatch(Duration limit, InstantSource clock) {
        return new CloudWatchMonitoring(cloudwatch == null || cloudwatch.isEmpty() ? null : cloudwatch, awsEndpoint,
                limit, clock);
    }

    /// @return null without --prometheus
    /// @throws IllegalArgumentException when an address is none
    @Nullable
    Monitoring inPrometheus(Duration limit, InstantSource clock, Map<String, String> environment) {
        return prometheus == null
                ? null
                : new PrometheusMonitoring(prometheus, alertmanager, limit, clock, environment);
    }
}
