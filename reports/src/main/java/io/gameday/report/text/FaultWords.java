package io.gameday.report.text;

import io.gameday.target.Fault;

/// Faults in a reader's words.
public final class FaultWords {

    private FaultWords() {
    }

    /// What happened, as the end of a sentence: `zone az1 lost its power`.
    public static String happened(Fault fault) {
        return switch (fault) {
            case Fault.ZonePowerLoss power -> "zone " + power.zone() + " lost its power";
            case Fault.TaskCrash crash -> "a task of " + crash.cell() + " in " + crash.zone() + " was killed";
        };
    }

    /// Short, for a mark in a chart: `az1 loses power`.
    public static String mark(Fault fault) {
        return switch (fault) {
            case Fault.ZonePowerLoss power -> power.zone() + " loses power";
            case Fault.TaskCrash crash -> "task killed, " + crash.cell() + " " + crash.zone();
        };
    }

    /// Short, for the mark where it ends.
    public static String ended(Fault fault) {
        return switch (fault) {
            case Fault.ZonePowerLoss power -> "power back";
            case Fault.TaskCrash crash -> "over";
        };
    }

    /// Kind and aim: `zone-power-loss az1`.
    public static String name(Fault fault) {
        return switch (fault) {
            case Fault.ZonePowerLoss power -> power.kind() + " " + power.zone();
            case Fault.TaskCrash crash -> crash.kind() + " " + crash.cell() + " " + crash.zone();
        };
    }
}
