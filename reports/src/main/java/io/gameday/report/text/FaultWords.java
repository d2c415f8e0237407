package io.gameday.report.text;

import io.gameday.observability.Scope;
import io.gameday.target.Fault;
import io.gameday.target.TargetKind;
import io.gameday.yaml.Units;
import java.util.Locale;

/// Faults in a reader's words.
public final class FaultWords {

    private FaultWords() {
    }

    /// What happened to `target`, as the end of a sentence: `zone az1 lost its power`.
    public static String happened(Fault fault, TargetKind target) {
        return switch (fault) {
            case Fault.ZonePowerLoss f -> "zone " + f.zone() + " lost its power";
            case Fault.ZonePartition f -> "zone " + f.zone() + " could not be reached";
            case Fault.ZoneLatency f -> "answers out of zone " + f.zone() + " came " + Units.words(f.delay()) + " late";
            case Fault.ZoneLoss f ->
                percent(f.sharePercent()) + " of the requests to zone " + f.zone() + " got no answer";
            case Fault.TaskCrash f -> "a task of " + f.cell() + " in " + f.zone() + " was killed";
            case Fault.TaskHang f -> "a task of " + f.cell() + " in " + f.zone() + " hung";
            case Fault.TaskLatency f ->
                "the code of " + f.cell() + " in " + f.zone() + " was slower by " + Units.words(f.delay());
            case Fault.TaskErrors f -> "the code of " + f.cell() + " in " + f.zone() + " failed "
                    + percent(f.sharePercent()) + " of its " + target.requests();
            case Fault.TaskMemory f ->
                "the memory of " + f.cell() + " in " + f.zone() + " was filled to " + f.fillPercent() + " %";
            case Fault.LogSinkStall f -> "the log sink acknowledged nothing of " + place(f.scope());
            case Fault.DependencySlow f ->
                f.dependency() + " answered " + place(f.scope()) + " " + Units.words(f.delay()) + " late";
            case Fault.DependencyDown f -> f.dependency() + " could not be reached from " + place(f.scope());
            case Fault.DatabaseSlow f ->
                "the database of " + f.cell() + " answered " + Units.words(f.delay()) + " late";
            case Fault.ControlPlaneDown f -> "the control plane of " + f.cell() + " was down";
            case Fault.BadDeploy f -> "a wrong revision (" + f.defect() + ") was rolled out in " + place(f.scope());
            case Fault.BadConfig f -> "a wrong setting was pushed to " + place(f.scope());
            case Fault.BadAlarm f -> "the router's alarms were given a wrong threshold";
            case Fault.PoisonPill f -> "customer " + f.customer() + " sent requests that kill the task at work on them";
            case Fault.Surge f ->
                "new customers came all at once, with " + Math.round(f.rate()) + " requests per second";
            case Fault.External f -> "somebody was asked to: " + f.what();
        };
    }

    /// Short, for a mark in a chart: `az1 loses power`.
    public static String mark(Fault fault) {
        return switch (fault) {
            case Fault.ZonePowerLoss f -> f.zone() + " loses power";
            case Fault.ZonePartition f -> f.zone() + " cut off";
            case Fault.ZoneLatency f -> f.zone() + " +" + Units.words(f.delay());
            case Fault.ZoneLoss f -> f.zone() + " loses " + percent(f.sharePercent());
            case Fault.TaskCrash f -> "task killed, " + f.cell() + " " + f.zone();
            case Fault.TaskHang f -> "task hangs, " + f.cell() + " " + f.zone();
            case Fault.TaskLatency f -> f.cell() + " " + f.zone() + " +" + Units.words(f.delay());
            case Fault.TaskErrors f -> f.cell() + " " + f.zone() + " fails " + percent(f.sharePercent());
            case Fault.TaskMemory f -> f.cell() + " " + f.zone() + " memory filled";
            case Fault.LogSinkStall f -> "log sink stalls";
            case Fault.DependencySlow f -> f.dependency() + " +" + Units.words(f.delay());
            case Fault.DependencyDown f -> f.dependency() + " down";
            case Fault.DatabaseSlow f -> "database of " + f.cell() + " +" + Units.words(f.delay());
            case Fault.ControlPlaneDown f -> "control plane of " + f.cell() + " down";
            case Fault.BadDeploy f -> "wrong revision, " + place(f.scope());
            case Fault.BadConfig f -> "wrong setting, " + place(f.scope());
            case Fault.BadAlarm f -> "wrong threshold";
            case Fault.PoisonPill f -> "poison pill of " + f.customer();
            case Fault.Surge f -> "surge of " + Math.round(f.rate()) + "/s";
            case Fault.External f -> "begun by hand";
        };
    }

    /// Short, for the mark where it ends.
    public static String ended(Fault fault) {
        return switch (fault) {
            case Fault.ZonePowerLoss f -> "power back";
            case Fault.TaskHang f -> "task runs on";
            case Fault.BadDeploy f -> "rolled back";
            case Fault.External f -> "ended by hand";
            default -> "over";
        };
    }

    /// Kind and aim: `zone-power-loss az1`.
    public static String name(Fault fault) {
        return switch (fault.scope()) {
            case Scope.Site site -> fault.kind();
            case Scope.Zone(String zone) -> fault.kind() + " " + zone;
            case Scope.Cell(String cell) -> fault.kind() + " " + cell;
            case Scope.CellZone(String cell, String zone) -> fault.kind() + " " + cell + " " + zone;
            case Scope.Instance(String instance) -> fault.kind() + " " + instance;
        };
    }

    private static String place(Scope scope) {
        return switch (scope) {
            case Scope.Site site -> "every task";
            case Scope.Zone(String zone) -> "zone " + zone;
            case Scope.Cell(String cell) -> cell;
            case Scope.CellZone(String cell, String zone) -> cell + " in " + zone;
            case Scope.Instance(String instance) -> instance;
        };
    }

    private static String percent(double share) {
        return (share == Math.rint(share) ? String.valueOf((long) share) : String.format(Locale.ROOT, "%.1f", share))
                + " %";
    }
}
