package io.gameday.agent.driver;

import io.gameday.target.Fault;
import io.gameday.target.Fidelity;
import java.util.Locale;

/// By what a fault is injected on one machine, and so who ends it when all of ours are dead.
public enum Means {

    /// The app's host: power, processes, assaults, settings, the log sink, a cell's control plane.
    HOST("the app's host, when the lease is not renewed or the time is over"),
    /// The proxies on the links between router, tasks, databases and dependencies.
    LINKS("the link proxies in the app's host, when the lease is not renewed or the time is over"),
    /// Requests that the agent sends.
    TRAFFIC("nobody needs to: it ends with the agent that sends the requests"),
    /// Somebody, by other means.
    PERSON("whoever began it");

    private final String endsBy;

    Means(String endsBy) {
        this.endsBy = endsBy;
    }

    public static Means of(Fault fault) {
        return switch (fault) {
            case Fault.ZonePowerLoss _,Fault.TaskCrash _,Fault.TaskHang _,Fault.TaskLatency _,Fault.TaskErrors _,Fault.TaskMemory _,Fault.LogSinkStall _,Fault.ControlPlaneDown _,Fault.BadDeploy _,Fault.BadConfig _,Fault.BadAlarm _ ->
                HOST;
            case Fault.ZonePartition _,Fault.ZoneLatency _,Fault.ZoneLoss _,Fault.DependencySlow _,Fault.DependencyDown _,Fault.DatabaseSlow _ ->
                LINKS;
            case Fault.PoisonPill _,Fault.Surge _ -> TRAFFIC;
            case Fault.External _ -> PERSON;
        };
    }

    /// How truly the reference app on this machine can do what `fault` means.
    public static Fidelity fidelity(Fault fault) {
        return switch (fault) {
            case Fault.ZonePartition _ -> new Fidelity.Approximated(
                    "connections are accepted and no byte passes, where a real network would let them time out");
            case Fault.ZoneLoss _ -> new Fidelity.Approximated(
                    "a request is lost with its connection; lost packets would first be sent again");
            case Fault.TaskErrors errors -> errors(errors.sharePercent());
            default -> new Fidelity.Equal();
        };
    }

    /// How truly a system of a team's own can do what `fault` means, where the addresses that it needs are given.
    public static Fidelity ownFidelity(Fault fault) {
        return switch (fault) {
            case Fault.ZoneLatency _ -> new Fidelity.Approximated(
                    "what comes in through the Toxiproxies is late; what the zone asks of others is not");
            case Fault.ZonePartition _ -> new Fidelity.Approximated("what comes in through the Toxiproxies is accepted "
                    + "and no byte passes; what the zone asks of others goes on");
            default -> fidelity(fault);
        };
    }

    /// Chaos Monkey counts requests and hits each Nth.
    private static Fidelity errors(double sharePercent) {
        long oneIn = Math.round(100 / sharePercent);
        double share = 100.0 / oneIn;
        return Math.abs(share - sharePercent) < 0.5
                ? new Fidelity.Equal()
                : new Fidelity.Approximated(
                        String.format(Locale.ROOT, "one request in %d fails, which is %.1f %%", oneIn, share));
    }

    /// Who ends `fault` when neither controller nor agent is left.
    public static String endsBy(Fault fault) {
        return fault.lasting() ? of(fault).endsBy : "nobody needs to: nothing stays in force";
    }
}
