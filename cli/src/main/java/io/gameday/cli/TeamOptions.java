package io.gameday.cli;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.AlarmsFrom;
import io.gameday.experiment.Experiment.PagesFrom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the team's own tools are. Addresses come from the operator and never from an experiment file.
final class TeamOptions {

    @Option(names = "--prometheus", paramLabel = "URL", description = "For detect.from: prometheus, and for "
            + "--alertmanager: where your alarms are read.")
    private @Nullable String prometheus;

    @Option(names = "--cloudwatch", paramLabel = "REGION", arity = "0..1", fallbackValue = "", description = "For "
            + "detect.from: cloudwatch; without a REGION in that of AWS_REGION or the profile.")
    private @Nullable String cloudwatch;

    @Option(names = "--aws-endpoint", paramLabel = "URL", description = "Something else that answers as CloudWatch does.")
    private @Nullable String awsEndpoint;

    @Option(names = "--alertmanager", paramLabel = "URL", description = "For respond.from: alertmanager: whose routes say "
            + "who was told. Better: --listen.")
    private @Nullable String alertmanager;

    @Option(names = "--listen", paramLabel = "PORT", description = "For respond.from: alertmanager: hear its webhooks at "
            + "http://127.0.0.1:PORT/alertmanager, so that what it really sent is known.")
    private @Nullable Integer listen;

    @Option(names = "--pagerduty", paramLabel = "URL", arity = "0..1", fallbackValue = "https://api.pagerduty.com", description = "For "
            + "respond.from: pagerduty; ${FALLBACK-VALUE} without an URL.")
    private @Nullable String pagerduty;

    /// What keeps the alarms, and belongs to it; null where none is given.
    ///
    /// @throws IllegalArgumentException when an address is none
    @Nullable
    Monitoring monitoring(Experiment.Graded graded, Duration limit, InstantSource clock,
            Map<String, String> environment) {
        if (graded.alarms() == AlarmsFrom.CLOUDWATCH) {
            return new CloudWatchMonitoring(cloudwatch == null || cloudwatch.isEmpty() ? null : cloudwatch, awsEndpoint,
                    limit, clock);
        }
        return prometheus == null
                ? null
                : new PrometheusMonitoring(prometheus, alertmanager, limit, clock, environment);
    }

    @Nullable
    Integer listen() {
        return listen;
    }

    @Nullable
    String pagerduty() {
        return pagerduty;
    }

    /// @throws Refused when `experiment` grades by a tool that cannot be reached here; the message has the next step
    void check(Experiment experiment, RunCommand.On on) {
        List<String> missing = missing(experiment.graded());
        if (experiment.graded().equals(Experiment.Graded.OWN)) {
            return;
        }
        if (on == RunCommand.On.simulated) {
            throw new Refused(ExitCodes.USAGE, experiment.name() + " grades by your own alarms or pages ("
                    + String.join(", ", needs(experiment.graded())) + "), which know nothing of a simulation. Play it "
                    + "with --on local, or take 'from' out");
        }
        if (!missing.isEmpty()) {
            throw new Refused(ExitCodes.USAGE, experiment.name() + ": " + String.join("; ", missing));
        }
        if (listen != null && (listen < 0 || listen > 65_535)) {
            throw new Refused(ExitCodes.USAGE, "--listen is " + listen + "; allowed: a port, 0 to 65535");
        }
    }

    private List<String> missing(Experiment.Graded graded) {
        List<String> missing = new ArrayList<>();
        if (graded.alarms() == AlarmsFrom.CLOUDWATCH && cloudwatch == null) {
            missing.add("detect.from is cloudwatch; give --cloudwatch, or --cloudwatch=REGION");
        }
        if (graded.alarms() == AlarmsFrom.PROMETHEUS && prometheus == null) {
            missing.add("detect.from is prometheus, and nothing says where it is; give --prometheus URL");
        }
        if (graded.pages() == PagesFrom.PAGERDUTY && pagerduty == null) {
            missing.add("respond.from is pagerduty; give --pagerduty, and a token as GAMEDAY_PAGERDUTY_TOKEN");
        }
        if (graded.pages() == PagesFrom.ALERTMANAGER && listen == null
                && (alertmanager == null || prometheus == null || graded.alarms() == AlarmsFrom.CLOUDWATCH)) {
            missing.add(
                    "respond.from is alertmanager, and nothing says how to know whom it told; give --listen PORT to "
                            + "hear what it sends, or --alertmanager URL with --prometheus URL to work it out from its routes");
        }
        return missing;
    }

    /// What somebody who plays such a file has to give, for `gameday check`.
    static List<String> needs(Experiment.Graded graded) {
        List<String> needs = new ArrayList<>();
        switch (graded.alarms()) {
            case GAMEDAY -> {
                // Nothing.
            }
            case PROMETHEUS -> needs.add("detect.from: prometheus needs --prometheus URL");
            case CLOUDWATCH -> needs.add("detect.from: cloudwatch needs --cloudwatch[=REGION] and AWS credentials");
        }
        switch (graded.pages()) {
            case GAMEDAY -> {
                // Nothing.
            }
            case ALERTMANAGER -> needs.add(
                    "respond.from: alertmanager needs --listen PORT, or --alertmanager URL with " + "--prometheus URL");
            case PAGERDUTY -> needs.add("respond.from: pagerduty needs --pagerduty and GAMEDAY_PAGERDUTY_TOKEN");
        }
        return needs;
    }
}
