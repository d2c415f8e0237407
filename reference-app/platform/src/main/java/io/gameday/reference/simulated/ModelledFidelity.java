package io.gameday.reference.simulated;

import io.gameday.target.Fault;
import io.gameday.target.Fidelity;

/// How truly the model can do what a fault means.
final class ModelledFidelity {

    private ModelledFidelity() {
    }

    static Fidelity of(Fault fault) {
        return switch (fault) {
            case Fault.ZonePowerLoss loss -> new Fidelity.Equal();
            case Fault.TaskCrash crash -> new Fidelity.Equal();
            case Fault.TaskHang hang -> new Fidelity.Equal();
            case Fault.TaskLatency latency -> new Fidelity.Equal();
            case Fault.TaskErrors errors ->
                new Fidelity.Approximated("one request in so many fails, the number nearest to the share");
            case Fault.DependencyDown down -> new Fidelity.Equal();
            case Fault.DependencySlow slow -> new Fidelity.Equal();
            case Fault.Surge surge -> new Fidelity.Equal();
            case Fault.ZonePartition partition -> new Fidelity.Approximated(
                    "the zone goes silent for everybody outside; what its tasks ask of databases and dependencies "
                            + "still passes");
            case Fault.ZoneLatency latency -> new Fidelity.Approximated(
                    "answers of the zone's tasks and machine are late; those of databases and dependencies are not");
            case Fault.ZoneLoss loss -> new Fidelity.Approximated(
                    "a request is lost with its connection; lost packets would first be sent again");
            case Fault.DatabaseSlow slow -> new Fidelity.Approximated(
                    "an order waits for two answers of the database and a canary for one; new connections cost nothing");
            case Fault.BadConfig config ->
                new Fidelity.Approximated("orders and health checks fail at once; nothing is looked for in a database");
            case Fault.PoisonPill poison -> new Fidelity.Approximated(
                    "the task ends a tenth of a second after it begins the order; the real one runs out of memory");
            case Fault.TaskMemory memory -> new Fidelity.Unsupported(
                    "a simulated task has no memory that could be filled; play it with the real app");
            case Fault.External external -> new Fidelity.Unsupported(
                    "nobody is there in a simulation who could break anything; play it with the real app");
            case Fault.LogSinkStall stall -> new Fidelity.Approximated(
                    "each request writes one line of 1 KiB, and a task that blocks does so after 64 of them");
            case Fault.ControlPlaneDown down -> new Fidelity.Equal();
            case Fault.BadDeploy deploy -> new Fidelity.Equal();
            case Fault.BadAlarm alarm -> new Fidelity.Equal();
        };
    }
}
