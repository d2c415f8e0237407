package io.gameday.aws.fis.local;

import io.gameday.target.Fault;
import io.gameday.target.Fidelity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which steps of ours stand for an action of FIS, and what differs. Pure: the same action on the same resources becomes the
/// same steps.
final class FisMapping {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROXY = "the delay sits in the proxy in front of each task; ";
    private static final String HOST = "an instance is a label of the tasks of a zone here; ";
    private static final Duration NOBODY_STARTS_IT = Duration.ofMinutes(2);

    private final List<Place> all;
    private final Function<String, Optional<String>> zones;

    /// @param all   a place for each task that there is
    /// @param zones what a zone's name or id in a template is here
    FisMapping(List<Place> all, Function<String, Optional<String>> zones) {
        this.all = List.copyOf(all);
        this.zones = zones;
    }

    /// @param value  of a parameter, as given or as AWS takes it; empty where there is neither
    /// @param lasts  zero for what is over at once
    /// @param chosen a place for each task of the resources chosen
    Mapped of(String id, Function<String, String> value, Duration lasts, List<Place> chosen) {
        String length = seconds(lasts);
        return switch (id) {
            case "aws:fis:wait" -> Mapped.NOTHING;
            case "aws:ecs:task-network-latency", "aws:eks:pod-network-latency" -> latency(chosen, value, length);
            case "aws:ecs:task-network-packet-loss", "aws:eks:pod-network-packet-loss" ->
                loss(chosen, value.apply("lossPercent"), length);
            case "aws:ecs:task-network-blackhole-port", "aws:eks:pod-network-blackhole-port" -> dark(chosen, length);
            case "aws:ecs:stop-task", "aws:eks:pod-delete" -> crash(chosen,
                    "a task of the same cell and zone dies, the same number of them, and is replaced; it is killed and "
                            + "not asked to stop");
            case "aws:ecs:task-kill-process" ->
                crash(chosen, "the whole task dies, by SIGKILL whatever the signal, " + "and is replaced");
            case "aws:ec2:terminate-instances", "aws:ec2:reboot-instances" ->
                crash(chosen, HOST + "its tasks die and are started again");
            case "aws:ec2:stop-instances" -> stopped(chosen, value.apply("startInstancesAfterDuration"));
            case "aws:network:disrupt-connectivity" -> partition(chosen, value.apply("scope"), length);
            case "aws:network:disrupt-vpc-endpoint" -> Mapped.approximated(
                    List.of(Mapped.step("inject", Fault.DEPENDENCY_DOWN, "dependency", "inventory", "for", length)),
                    "the service that orders ask, inventory, refuses; on AWS packets are dropped");
            case "aws:elasticache:replicationgroup-interrupt-az-power" -> cache(chosen, length);
            case "aws:ebs:volume-io-latency" -> volume(chosen, value, length);
            case "aws:fis:inject-api-internal-error", "aws:fis:inject-api-throttle-error",
                    "aws:fis:inject-api-unavailable-error" ->
                api(value.apply("percentage"), length);
            case "aws:lambda:invocation-add-delay" -> share(value.apply("invocationPercentage"))
                    .map(whole -> each(Reach.of(chosen, all),
                            place -> Mapped.step("inject", Fault.TASK_LATENCY, "cell", place.cell(), "zone",
                                    place.zone(), "delay", value.apply("startupDelayMilliseconds") + "ms", "for",
                                    length),
                            "a task plays the function; its code is slow on every order"))
                    .orElseGet(FisMapping::everyInvocation);
            case "aws:lambda:invocation-error" -> each(Reach.of(chosen, all),
                    place -> Mapped.step("inject", Fault.TASK_ERRORS, "cell", place.cell(), "zone", place.zone(),
                            "share", value.apply("invocationPercentage") + " %", "for", length),
                    "a task plays the function; its code throws");
            case "aws:arc:start-zonal-autoshift" -> shift(value.apply("availabilityZoneIdentifier"), length);
            case "aws:ssm:send-command" -> document(value, lasts, chosen);
            default -> Mapped.unsupported(why(id));
        };
    }

    /// What is the same for every resource.
    private static String why(String id) {
        return switch (id) {
            case "aws:ecs:task-cpu-stress", "aws:ecs:task-io-stress", "aws:eks:pod-cpu-stress", "aws:eks:pod-io-stress",
                    "aws:eks:pod-memory-stress" ->
                "a burner would share this machine with everything else, and its effect could not be told from noise";
            case "aws:ebs:pause-volume-io" -> "a database link here can be late by up to 30 s, and not stand still";
            case "aws:ec2:api-insufficient-instance-capacity-error", "aws:ec2:asg-insufficient-instance-capacity-error",
                    "aws:ec2:send-spot-instance-interruptions", "aws:ecs:drain-container-instances",
                    "aws:eks:terminate-nodegroup-instances" ->
                "there are no instances to be had, drained or taken away here: a task is a process of this machine";
            case "aws:rds:failover-db-cluster", "aws:rds:reboot-db-instances" ->
                "nothing here restarts a cell's database";
            case "aws:ssm:start-automation-execution" ->
                "an automation of Systems Manager can do anything, and none is here";
            case "aws:cloudwatch:assert-alarm-state" ->
                "an alarm's state cannot be asserted in the middle here; predict it " + "in an experiment of ours";
            case "aws:lambda:invocation-http-integration-response" -> "no proxy here answers in place of a task";
            case "aws:dsql:cluster-connection-failure" ->
                "nothing here resets a share of the connections to a database";
            case "aws:network:route-table-disrupt-cross-region-connectivity",
                    "aws:network:transit-gateway-disrupt-cross-region-connectivity",
                    "aws:dynamodb:global-table-pause-replication",
                    "aws:memorydb:multi-region-cluster-pause-replication", "aws:s3:bucket-pause-replication" ->
                "there is one Region here";
            case "aws:eks:inject-kubernetes-custom-resource" -> "there is no Kubernetes here";
            case "aws:kinesis:stream-provisioned-throughput-exception",
                    "aws:kinesis:stream-expired-iterator-exception" ->
                "there is no stream here";
            case "aws:directconnect:virtual-interface-disconnect" -> "there is no Direct Connect here";
            default -> "it is not known here";
        };
    }

    // --- networks of tasks ---

    private Mapped latency(List<Place> chosen, Function<String, String> value, String length) {
        String flows = value.apply("flowsPercent");
        if (!flows.isEmpty() && !flows.equals("100")) {
            return Mapped.unsupported("flowsPercent is " + flows + "; a delay here is on every connection");
        }
        String delay = value.apply("delayMilliseconds");
        String jitter = value.apply("jitterMilliseconds");
        if (!jitter.isEmpty() && Long.parseLong(jitter) > Long.parseLong(delay)) {
            return Mapped.unsupported("jitterMilliseconds is " + jitter + ", more than delayMilliseconds " + delay);
        }
        String sources = value.apply("sources");
        String how = sources.isEmpty() || sources.equals("ALL")
                ? PROXY + "it is on answers to customers, and not on what the task itself asks"
                : PROXY + "it is on answers to customers, whatever sources names: " + sources;
        return network(chosen,
                zone -> Mapped.step("inject", Fault.ZONE_LATENCY, "zone", zone, "delay", delay + "ms", "jitter",
                        (jitter.isEmpty() ? "0" : jitter) + "ms", "for", length),
                place -> Mapped.step("inject", Fault.TASK_LATENCY, "cell", place.cell(), "zone", place.zone(), "delay",
                        delay + "ms", "for", length),
                how + "; of one cell in a zone the code is slow instead, without jitter");
    }

    private Mapped loss(List<Place> chosen, String percent, String length) {
        return network(chosen,
                zone -> Mapped.step("inject", Fault.ZONE_LOSS, "zone", zone, "share", percent + " %", "for", length),
                place -> Mapped.step("inject", Fault.TASK_ERRORS, "cell", place.cell(), "zone", place.zone(), "share",
                        percent + " %", "for", length),
                "requests lose their connection, where lost packets would be sent again; of one cell in a zone the code "
                        + "throws instead");
    }

    private Mapped dark(List<Place> chosen, String length) {
        return network(chosen, zone -> Mapped.step("inject", Fault.ZONE_PARTITION, "zone", zone, "for", length),
                place -> Mapped.step("inject", Fault.TASK_HANG, "cell", place.cell(), "zone", place.zone(), "for",
                        length),
                "every port, both ways; connections are accepted and no byte passes; of one cell in a zone the process "
                        + "stands still instead");
    }

    private Mapped network(List<Place> chosen, Function<String, Map<String, String>> zone,
            Function<Place, Map<String, String>> part, String how) {
        Reach reach = Reach.of(chosen, all);
        if (!reach.rest().isEmpty()) {
            return part(reach);
        }
        List<Map<String, String>> steps = new ArrayList<>();
        reach.zones().forEach(each -> steps.add(zone.apply(each)));
        reach.parts().forEach(each -> steps.add(part.apply(each)));
        return Mapped.approximated(steps, how);
    }

    private static Mapped part(Reach reach) {
        Place place = reach.rest().getFirst();
        return Mapped.unsupported("a fault here aims at all tasks of a cell in a zone, and only some of " + place.cell()
                + " in " + place.zone() + " were chosen");
    }

    /// Only what aims at cells' parts in zones.
    private Mapped each(Reach reach, Function<Place, Map<String, String>> part, String how) {
        if (!reach.rest().isEmpty()) {
            return part(reach);
        }
        List<Map<String, String>> steps = new ArrayList<>();
        all.stream().distinct().filter(place -> reach.zones().contains(place.zone()) || reach.parts().contains(place))
                .forEach(place -> steps.add(part.apply(place)));
        return Mapped.approximated(steps, how);
    }

    private Mapped partition(List<Place> chosen, String scope, String length) {
        if (!scope.equals("all") && !scope.equals("availability-zone")) {
            return Mapped.unsupported("scope is '" + scope + "'; a zone here is cut off from all, or not at all");
        }
        return network(chosen, zone -> Mapped.step("inject", Fault.ZONE_PARTITION, "zone", zone, "for", length),
                place -> Mapped.step("inject", Fault.TASK_HANG, "cell", place.cell(), "zone", place.zone(), "for",
                        length),
                "connections are accepted and no byte passes; afterwards they are closed, where behind a network ACL lost "
                        + "bytes are sent again");
    }

    // --- tasks and hosts ---

    private static Mapped crash(List<Place> chosen, String how) {
        return Mapped.approximated(chosen.stream()
                .map(place -> Mapped.step("inject", Fault.TASK_CRASH, "cell", place.cell(), "zone", place.zone()))
                .toList(), how);
    }

    private Mapped stopped(List<Place> chosen, String after) {
        Reach reach = Reach.of(chosen, all);
        if (!reach.parts().isEmpty() || !reach.rest().isEmpty()) {
            return Mapped.unsupported("power is lost by whole zones here, and not all tasks of one were chosen");
        }
        Duration back = after.isEmpty() ? NOBODY_STARTS_IT : Duration.parse(after);
        return Mapped
                .approximated(
                        reach.zones().stream()
                                .map(zone -> Mapped.step("inject", Fault.ZONE_POWER_LOSS, "zone", zone, "for",
                                        seconds(back)))
                                .toList(),
                        HOST + "its zone loses power"
                                + (after.isEmpty()
                                        ? ", and has it again after " + NOBODY_STARTS_IT.toMinutes()
                                                + " min; on AWS somebody starts it again"
                                        : ""));
    }

    // --- what is beside the tasks ---

    private Mapped cache(List<Place> chosen, String length) {
        Reach reach = Reach.of(chosen, all);
        return reach.zones().isEmpty()
                ? Mapped.unsupported("a dependency is down by whole zones here")
                : Mapped.approximated(
                        reach.zones().stream()
                                .map(zone -> Mapped.step("inject", Fault.DEPENDENCY_DOWN, "dependency", "inventory",
                                        "zone", zone, "for", length))
                                .toList(),
                        "the service that orders ask, inventory, refuses in the zone");
    }

    private static Mapped volume(List<Place> chosen, Function<String, String> value, String length) {
        for (String way : List.of("read", "write")) {
            String share = value.apply(way + "IOPercentage");
            if (!share.equals("100")) {
                return Mapped
                        .unsupported(way + "IOPercentage is " + share + "; every answer of a database is late here");
            }
        }
        String delay = value.apply("readIOLatencyMilliseconds");
        return Mapped.approximated(
                chosen.stream().map(Place::cell).distinct()
                        .map(cell -> Mapped.step("inject", Fault.DATABASE_SLOW, "cell", cell, "delay", delay + "ms",
                                "for", length))
                        .toList(),
                "every answer of the cell's database is late by readIOLatencyMilliseconds, whatever it does");
    }

    private Mapped api(String percentage, String length) {
        if (!percentage.equals("100")) {
            return Mapped
                    .unsupported("percentage is " + percentage + "; the control plane here answers all calls or none");
        }
        return Mapped.approximated(all.stream().map(Place::cell).distinct()
                .map(cell -> Mapped.step("inject", Fault.CONTROL_PLANE_DOWN, "cell", cell, "for", length)).toList(),
                "our control plane refuses its calls in every cell, whatever service, operations and role are named");
    }

    private Mapped shift(String zone, String length) {
        return zones.apply(zone)
                .map(here -> Mapped.approximated(List.of(Mapped.step("do", "shift", "zone", here, "for", length)),
                        "the router leaves the zone, for as long as the action lasts"))
                .orElseGet(() -> Mapped
                        .unsupported("availabilityZoneIdentifier is '" + zone + "', which is no zone here"));
    }

    /// Only what AWS ships for FIS, and of that only networks.
    private Mapped document(Function<String, String> value, Duration lasts, List<Place> chosen) {
        String arn = value.apply("documentArn");
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        JsonNode given;
        try {
            given = JSON
                    .readTree(value.apply("documentParameters").isEmpty() ? "{}" : value.apply("documentParameters"));
        } catch (JacksonException notJson) {
            return Mapped.unsupported("documentParameters is no JSON");
        }
        Duration length = given.has("DurationSeconds") && first(given, "DurationSeconds").matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Long.parseLong(first(given, "DurationSeconds")))
                : lasts;
        Function<String, String> as = parameter -> switch (parameter) {
            case "delayMilliseconds" -> otherwise(first(given, "DelayMilliseconds"), "200");
            case "jitterMilliseconds" -> otherwise(first(given, "JitterMilliseconds"), "10");
            case "sources" -> first(given, "Sources");
            default -> "";
        };
        Mapped mapped = switch (name) {
            case "AWSFIS-Run-Network-Latency", "AWSFIS-Run-Network-Latency-Sources" ->
                latency(chosen, as, seconds(length));
            case "AWSFIS-Run-Network-Packet-Loss", "AWSFIS-Run-Network-Packet-Loss-Sources" ->
                loss(chosen, otherwise(first(given, "LossPercent"), "7"), seconds(length));
            default -> Mapped.unsupported("document " + name
                    + " has no like here; those of FIS for network latency and " + "packet loss have");
        };
        return mapped.fidelity() instanceof Fidelity.Approximated(String how)
                ? Mapped.approximated(mapped.steps(), HOST + how)
                : mapped;
    }

    /// Documents take texts and lists of one text.
    private static String first(JsonNode given, String name) {
        JsonNode node = given.path(name);
        return node.isArray() ? node.path(0).asString("") : node.asString("");
    }

    private static String otherwise(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private static Optional<String> share(String percent) {
        return percent.equals("100") ? Optional.of(percent) : Optional.empty();
    }

    private static Mapped everyInvocation() {
        return Mapped.unsupported("a delay here is on every invocation; invocationPercentage is to be 100");
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + "s";
    }
}
