package io.gameday.aws.fis.outward;

import io.gameday.observability.Scope;
import io.gameday.target.Fault;
import io.gameday.target.Fidelity;
import io.gameday.target.Operation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one step of an experiment is on AWS.
///
/// @param drafts of the actions of FIS that do it; empty where it is unsupported, or done without FIS
/// @param endsBy who ends it when Gameday is dead
public record AwsStep(Fidelity fidelity, List<Draft> drafts, String endsBy) {

    /// FIS's own bounds of what lasts.
    static final Duration SHORTEST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofHours(12);

    private static final String TASK = "aws:ecs:task";
    private static final String TASKS = "Tasks";
    private static final String ALL = "ALL";
    private static final String FIS = "FIS, when the action's duration is over";
    private static final String REQUESTS = "nobody needs to: it is requests, which end with the controller";
    private static final String TASK_NETWORK = "; needs enableFaultInjection, pidMode: task and the SSM agent beside the task";

    public AwsStep {
        drafts = List.copyOf(drafts);
    }

    /// The identifiers of the actions.
    public List<String> actions() {
        return drafts.stream().map(Draft::actionId).toList();
    }

    /// Whether FIS bounds how long it lasts.
    boolean byFis() {
        return !drafts.isEmpty();
    }

    /// @param lasts null for what ends by itself
    public static AwsStep of(Fault fault, @Nullable Duration lasts) {
        String length = String.valueOf(lasts == null ? SHORTEST : lasts);
        return switch (fault) {
            case Fault.ZonePowerLoss(String zone) -> approximated(
                    List.of(new Draft("aws:ecs:stop-task", Map.of(), TASKS, TASK, Map.of("zone", zone), ALL),
                            cut(zone, length)),
                    "its tasks are stopped and its subnets cut off; ECS starts others, also there, and no machine goes dark");
            case Fault.ZonePartition(String zone) -> approximated(List.of(cut(zone, length)),
                    "by the network ACLs of its subnets: what stays inside a subnet goes on");
            case Fault.ZoneLatency(String zone, Duration delay, Duration jitter) -> approximated(
                    List.of(network("latency", length,
                            Map.of("delayMilliseconds", String.valueOf(delay.toMillis()), "jitterMilliseconds",
                                    String.valueOf(jitter.toMillis())),
                            Map.of("zone", zone))),
                    "on what its tasks send, by IPv4, to anybody" + TASK_NETWORK);
            case Fault.ZoneLoss(String zone, double share) -> approximated(
                    List.of(network("packet-loss", length, Map.of("lossPercent", String.valueOf(Math.round(share))),
                            Map.of("zone", zone))),
                    "packets are lost on what its tasks send, and sent again by TCP: requests are late rather than lost"
                            + TASK_NETWORK);
            case Fault.TaskCrash(String cell, String zone) ->
                new AwsStep(new Fidelity.Approximated("the task is stopped: asked first, killed after its stopTimeout"),
                        List.of(new Draft("aws:ecs:stop-task", Map.of(), TASKS, TASK, tags(cell, zone), "COUNT(1)")),
                        "nobody needs to: ECS starts another task");
            case Fault.TaskHang _ -> unsupported("FIS has no action that stops a process without ending it");
            case Fault.TaskLatency _,Fault.TaskErrors _ -> unsupported("FIS does not reach into the code of a task");
            case Fault.TaskMemory _ -> unsupported("FIS has no action that fills the memory of an ECS task");
            case Fault.LogSinkStall(Scope scope) -> approximated(
                    List.of(new Draft("aws:ecs:task-network-blackhole-port",
                            ordered("duration", length, "port", "443", "protocol", "tcp", "trafficType", "egress",
                                    "useEcsFaultInjectionEndpoints", "true"),
                            TASKS, TASK, tags(scope), ALL)),
                    "port 443 outwards is dark: the log sink, and whatever else the tasks reach by TLS" + TASK_NETWORK);
            case Fault.DependencySlow(String dependency, Scope scope, Duration delay) ->
                slow(dependency, tags(scope), delay, length);
            case Fault.DependencyDown(String dependency, Scope scope) -> approximated(
                    List.of(network("packet-loss", length,
                            ordered("lossPercent", "100", "sources", "<ADDRESS OF " + dependency + ">"), tags(scope))),
                    "every packet to it is lost; connections time out instead of being refused" + TASK_NETWORK);
            case Fault.DatabaseSlow(String cell, Duration delay) ->
                slow("the database of " + cell, Map.of("cell", cell), delay, length);
            case Fault.ControlPlaneDown _ ->
                unsupported("FIS fails calls to EC2 and Kinesis alone; what places and deploys "
                        + "tasks is ECS, which it does not reach");
            case Fault.BadDeploy _,Fault.BadConfig _ ->
                unsupported("it would be an UpdateService that nobody takes back " + "when Gameday is dead");
            case Fault.BadAlarm _ ->
                unsupported("it would be a changed alarm of yours that nobody takes back when Gameday is " + "dead");
            case Fault.PoisonPill _,Fault.Surge _ -> new AwsStep(new Fidelity.Equal(), List.of(), REQUESTS);
            case Fault.External _ -> new AwsStep(new Fidelity.Equal(), List.of(), "whoever began it");
        };
    }

    public static AwsStep of(Operation operation) {
        return switch (operation) {
            case Operation.Shift _ -> new AwsStep(new Fidelity.Approximated(
                    "a zonal shift of Amazon Application Recovery Controller on the load balancers; new connections leave "
                            + "the zone, open ones stay"),
                    List.of(), "the shift, when it expires: in whole minutes");
            case Operation.Calm _ -> new AwsStep(new Fidelity.Equal(), List.of(), "there is nothing to end");
            case Operation.Scale _,Operation.Weights _,Operation.Backup _,Operation.Restore _,Operation.Leave _ ->
                unsupported("it is done by means of the reference app, which have no like on AWS yet");
        };
    }

    private static AwsStep slow(String what, Map<String, String> tags, Duration delay, String length) {
        return approximated(
                List.of(network("latency", length,
                        ordered("delayMilliseconds", String.valueOf(delay.toMillis()), "jitterMilliseconds", "0",
                                "sources", "<ADDRESS OF " + what + ">"),
                        tags)),
                "on what the tasks send to its address, which is yours to fill in" + TASK_NETWORK);
    }

    private static AwsStep approximated(List<Draft> drafts, String how) {
        return new AwsStep(new Fidelity.Approximated(how), drafts, FIS);
    }

    private static AwsStep unsupported(String why) {
        return new AwsStep(new Fidelity.Unsupported(why), List.of(), "");
    }

    private static Draft cut(String zone, String length) {
        return new Draft("aws:network:disrupt-connectivity", ordered("duration", length, "scope", "all"), "Subnets",
                "aws:ec2:subnet", Map.of("zone", zone), ALL);
    }

    private static Draft network(String kind, String length, Map<String, String> more, Map<String, String> tags) {
        Map<String, String> parameters = ordered("duration", length);
        parameters.putAll(more);
        parameters.put("useEcsFaultInjectionEndpoints", "true");
        return new Draft("aws:ecs:task-network-" + kind, parameters, TASKS, TASK, tags, ALL);
    }

    private static Map<String, String> tags(Scope scope) {
        return switch (scope) {
            case Scope.Site() -> Map.of();
            case Scope.Zone(String zone) -> Map.of("zone", zone);
            case Scope.Cell(String cell) -> Map.of("cell", cell);
            case Scope.CellZone(String cell, String zone) -> tags(cell, zone);
            case Scope.Instance _ -> throw new IllegalArgumentException("no fault is aimed at one task");
        };
    }

    private static Map<String, String> tags(String cell, String zone) {
        return ordered("cell", cell, "zone", zone);
    }

    private static Map<String, String> ordered(String... fields) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put(fields[i], fields[i + 1]);
        }
        return map;
    }
}
