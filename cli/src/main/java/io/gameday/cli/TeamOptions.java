package io.gameday.cli;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.AlarmsFrom;
import io.gameday.experiment.Experiment.Graded;
import io.gameday.experiment.Experiment.PagesFrom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where the team's own tools are, for a run that is graded by them. Addresses come from the operator and never from an
/// experiment file.
final class TeamOptions {

    @Mixin
    private ToolOptions tools = new ToolOptions();

    @Option(names = "--listen", paramLabel = "PORT", description = "Hear Alertmanager's webhooks at "
            + "http://127.0.0.1:PORT/alertmanager, so that what it really sent is known: better than its routes.")
    private @Nullable Integer listen;

    /// What keeps the alarms, and belongs to it; null where none is given.
    ///
    /// @throws IllegalArgumentException when an address is none
    @Nullable
    Monitoring monitoring(Graded graded, Duration limit, InstantSource clock, Map<String, String> environment) {
        return graded.alarms() == AlarmsFrom.CLOUDWATCH
                ? tools.inCloudWatch(limit, clock)
                : tools.inPrometheus(limit, clock, environment);
    }

    @Nullable
    Integer listen() {
        return listen;
    }

    @Nullable
    String pagerduty() {
        return tools.pagerduty();
    }

    /// @throws Refused when one of `experiments` grades by a tool that cannot be reached here, or a tool is given that
    ///                 none of them grades by; the message has the next step
    void check(List<Experiment> experiments, RunCommand.On on) {
        tools.check();
        if (listen != null && (listen < 0 || listen > 65_535)) {
            throw new Refused(ExitCodes.USAGE, "--listen is " + listen + "; allowed: a port, 0 to 65535");
        }
        experiments.forEach(experiment -> check(experiment, on));
        List<Graded> graded = experiments.stream().map(Experiment::graded).toList();
        Predicate<Graded> byAlertmanager = by -> by.pages() == PagesFrom.ALERTMANAGER;
        unread("--prometheus", tools.prometheus(), graded,
                byAlertmanager.or(by -> by.alarms() == AlarmsFrom.PROMETHEUS), "detect.from: prometheus");
        unread("--cloudwatch", tools.cloudwatch(), graded, by -> by.alarms() == AlarmsFrom.CLOUDWATCH,
                "detect.from: cloudwatch");
        unread("--alertmanager", tools.alertmanager(), graded, byAlertmanager, "respond.from: alertmanager");
        unread("--listen", listen, graded, byAlertmanager, "respond.from: alertmanager");
        unread("--pagerduty", tools.pagerduty(), graded, by -> by.pages() == PagesFrom.PAGERDUTY,
                "respond.from: pagerduty");
    }

    /// Whoever gives an address believes that it is read.
    private static void unread(String option, @Nullable Object value, List<Graded> graded, Predicate<Graded> reads,
            String field) {
        if (value != null && graded.stream().noneMatch(reads)) {
            throw new Refused(ExitCodes.USAGE, option + " is given, and no experiment here grades by it, so nothing "
                    + "would be read there. Write " + field + " into the file, or leave the option out");
        }
    }

    private void check(Experiment experiment, RunCommand.On on) {
        if (experiment.graded().equals(Graded.OWN)) {
            return;
        }
        if (on == RunCommand.On.simulated) {
            throw new Refused(ExitCodes.USAGE, experiment.name() + " grades by your own alarms or pages ("
                    + String.join(", ", needs(experiment.graded())) + "), which know nothing of a simulation. Play it "
                    + "with --on local, or take 'from' out");
        }
        List<String> missing = missing(experiment.graded());
        if (!missing.isEmpty()) {
            throw new Refused(ExitCodes.USAGE, experiment.name() + ": " + String.join("; ", missing));
        }
    }

    private List<String> missing(Graded graded) {
        List<String> missing = new ArrayList<>();
        if (graded.alarms() == AlarmsFrom.CLOUDWATCH && tools.cloudwatch() == null) {
            missing.add("detect.from is cloudwatch; give --cloudwatch, or --cloudwatch=REGION");
        }
        if (graded.alarms() == AlarmsFrom.PROMETHEUS && tools.prometheus() == null) {
            missing.add("detect.from is prometheus, and nothing says where it is; give --prometheus URL");
        }
        if (graded.pages() == PagesFrom.PAGERDUTY && tools.pagerduty() == null) {
            missing.add("respond.from is pagerduty; give --pagerduty, and a token as GAMEDAY_PAGERDUTY_TOKEN");
        }
        if (graded.pages() == PagesFrom.ALERTMANAGER && listen == null && (tools.alertmanager() == null
                || tools.prometheus() == null || graded.alarms() == AlarmsFrom.CLOUDWATCH)) {
            missing.add(
                    "respond.from is alertmanager, and nothing says how to know whom it told; give --listen PORT to "
                            + "hear what it sends, or --alertmanager URL with --prometheus URL to work it out from its routes");
        }
        return missing;
    }

    /// What somebody who plays such a file has to give, for `gameday check`.
    static List<String> needs(Graded graded) {
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
            case ALERTMANAGER -> needs
                    .add("respond.from: alertmanager needs --listen PORT, or --alertmanager URL with --prometheus URL");
            case PAGERDUTY -> needs.add("respond.from: pagerduty needs --pagerduty and GAMEDAY_PAGERDUTY_TOKEN");
        }
        return needs;
    }

    /// The options of such a file, with words for what only the operator knows: "" where it grades by Gameday's own.
    static String options(Graded graded) {
        String alarms = switch (graded.alarms()) {
            case GAMEDAY -> "";
            case PROMETHEUS -> " --prometheus URL";
            case CLOUDWATCH -> " --cloudwatch";
        };
        return alarms + switch (graded.pages()) {
            case GAMEDAY -> "";
            case ALERTMANAGER -> " --listen PORT";
            case PAGERDUTY -> " --pagerduty";
        };
    }
}
