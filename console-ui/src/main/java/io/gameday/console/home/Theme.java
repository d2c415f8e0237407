package io.gameday.console.home;

import io.gameday.console.text.Texts;
import io.gameday.experiment.Experiment;
import io.gameday.target.Fault;
import org.kordamp.ikonli.feather.Feather;

/// What an experiment takes away from the system: the kind of the first fault that it injects.
enum Theme {
    ZONE("zone", Feather.ZAP), TASK("task", Feather.X_SQUARE), CODE("code", Feather.CODE), DOWNSTREAM("downstream",
            Feather.DATABASE), PLATFORM("platform", Feather.CPU), CHANGE("change",
                    Feather.GIT_COMMIT), LOAD("load", Feather.TRENDING_UP), OTHER("other", Feather.HELP_CIRCLE);

    private final String key;
    private final Feather icon;

    Theme(String key, Feather icon) {
        this.key = key;
        this.icon = icon;
    }

    static Theme of(Experiment experiment) {
        return experiment.steps().isEmpty() ? OTHER : ofKind(experiment.steps().getFirst().fault().kind());
    }

    /// A kind that nobody has sorted yet is no reason to hide the experiment.
    static Theme ofKind(String kind) {
        return switch (kind) {
            case Fault.ZONE_POWER_LOSS, Fault.ZONE_PARTITION, Fault.ZONE_LATENCY, Fault.ZONE_LOSS -> ZONE;
            case Fault.TASK_CRASH, Fault.TASK_HANG -> TASK;
            case Fault.TASK_LATENCY, Fault.TASK_ERRORS, Fault.TASK_MEMORY -> CODE;
            case Fault.DEPENDENCY_SLOW, Fault.DEPENDENCY_DOWN, Fault.DATABASE_SLOW, Fault.LOG_SINK_STALL -> DOWNSTREAM;
            case Fault.CONTROL_PLANE_DOWN -> PLATFORM;
            case Fault.BAD_DEPLOY, Fault.BAD_CONFIG, Fault.BAD_ALARM -> CHANGE;
            case Fault.POISON_PILL, Fault.SURGE -> LOAD;
            default -> OTHER;
        };
    }

    Feather icon() {
        return icon;
    }

    String title() {
        return Texts.of("home.theme." + key);
    }

    /// What one learns by playing it.
    String question() {
        return Texts.of("home.theme." + key + ".question");
    }
}
