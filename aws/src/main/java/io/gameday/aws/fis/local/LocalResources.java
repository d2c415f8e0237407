package io.gameday.aws.fis.local;

import io.gameday.aws.fis.plan.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The parts of the reference app as AWS resources, so that the targets of a template find them.
///
/// | type | one for each | answers |
/// |---|---|---|
/// | `aws:ecs:task` | task | `AvailabilityZone`, `LastStatus`, `cluster`, `service` |
/// | `aws:ecs:cluster` | cell | – |
/// | `aws:ec2:instance` | zone | `State.Name`, `Placement.AvailabilityZone` |
/// | `aws:ec2:subnet` | zone | `AvailabilityZone`, `availabilityZoneIdentifier`, `vpc` |
/// | `aws:ec2:ebs-volume` | cell, its database's | – |
/// | `aws:elasticache:replicationgroup` | zone, the service that orders ask | `availabilityZoneIdentifier` |
/// | `aws:ec2:vpc-endpoint` | that service | – |
/// | `aws:lambda:function` | cell | – |
/// | `aws:iam:role` | control plane | – |
/// | `aws:arc:zonal-shift-managed-resource` | router | – |
///
/// Every one has the tags `gameday:target: true`, `cell` and `zone` where it has these, and those that were given.
public final class LocalResources {

    private final String region;
    private final String account;
    private final List<String> zones;
    private final List<Place> tasks;
    private final Map<String, String> moreTags;
    private final List<Resource> all = new ArrayList<>();
    private final Map<String, List<Place>> places = new HashMap<>();

    /// @param zones    in order: the first is also known as `a` of the Region
    /// @param tasks    one for each task
    /// @param moreTags on every resource, so that a team's own tags find them
    public LocalResources(String region, String account, List<String> zones, List<Place> tasks,
            Map<String, String> moreTags) {
        this.region = region;
        this.account = account;
        this.zones = List.copyOf(zones);
        this.tasks = List.copyOf(tasks);
        this.moreTags = Map.copyOf(moreTags);
        tasks();
        cells();
        zones();
        add("aws:ec2:vpc-endpoint", arn("ec2", "vpc-endpoint/vpce-inventory"), Map.of(), Map.of(), tasks);
        add("aws:iam:role", "arn:aws:iam::" + account + ":role/control-plane", Map.of(), Map.of(), tasks);
        add("aws:arc:zonal-shift-managed-resource", arn("elasticloadbalancing", "loadbalancer/app/router/1"), Map.of(),
                Map.of(), tasks);
    }

    private void tasks() {
        Map<Place, Integer> numbers = new HashMap<>();
        for (Place task : tasks) {
            int number = numbers.merge(task, 1, Integer::sum);
            add("aws:ecs:task", arn("ecs", "task/" + task.cell() + "/" + task.zone() + "-" + number),
                    Map.of("cell", task.cell(), "zone", task.zone(), "service", "orders"),
                    Map.of("AvailabilityZone", names(task.zone()), "LastStatus", List.of("RUNNING"), "cluster",
                            List.of(task.cell(), arn("ecs", "cluster/" + task.cell())), "service", List.of("orders")),
                    List.of(task));
        }
    }

    private void cells() {
        for (String cell : new TreeSet<>(tasks.stream().map(Place::cell).toList())) {
            List<Place> own = tasks.stream().filter(task -> task.cell().equals(cell)).toList();
            Map<String, String> tags = Map.of("cell", cell);
            add("aws:ecs:cluster", arn("ecs", "cluster/" + cell), tags, Map.of(), own);
            add("aws:ec2:ebs-volume", arn("ec2", "volume/vol-" + cell), tags, Map.of(), own);
            add("aws:lambda:function", arn("lambda", "function:" + cell), tags, Map.of(), own);
        }
    }

    private void zones() {
        for (String zone : zones) {
            List<Place> own = tasks.stream().filter(task -> task.zone().equals(zone)).toList();
            Map<String, String> tags = Map.of("zone", zone);
            List<String> names = names(zone);
            add("aws:ec2:instance", arn("ec2", "instance/i-" + zone), tags,
                    Map.of("State.Name", List.of("running"), "Placement.AvailabilityZone", names), own);
            add("aws:ec2:subnet", arn("ec2", "subnet/subnet-" + zone), tags, Map.of("AvailabilityZone", names,
                    "availabilityZoneIdentifier", names, "vpc", List.of("vpc-gameday")), own);
            add("aws:elasticache:replicationgroup", arn("elasticache", "replicationgroup:inventory-" + zone), tags,
                    Map.of("availabilityZoneIdentifier", names), own);
        }
    }

    private void add(String type, String arn, Map<String, String> tags, Map<String, List<String>> paths,
            List<Place> own) {
        Map<String, String> whole = new LinkedHashMap<>(moreTags);
        whole.put("gameday:target", "true");
        whole.putAll(tags);
        all.add(new Resource(arn, type, whole, paths));
        places.put(arn, own);
    }

    private String arn(String service, String rest) {
        return "arn:aws:" + service + ":" + region + ":" + account + ":" + rest;
    }

    public List<Resource> all() {
        return Collections.unmodifiableList(all);
    }

    /// A place for each task that these resources hold, once.
    List<Place> places(List<Resource> chosen) {
        List<Place> found = new ArrayList<>();
        boolean single = chosen.stream().allMatch(resource -> resource.type().equals("aws:ecs:task"));
        for (Resource resource : chosen) {
            for (Place place : places.getOrDefault(resource.arn(), List.of())) {
                // Two tasks of one place are two; two resources that hold the same tasks are one.
                long there = tasks.stream().filter(place::equals).count();
                if (single || found.stream().filter(place::equals).count() < there) {
                    found.add(place);
                }
            }
        }
        return List.copyOf(found);
    }

    List<Place> tasksPlaces() {
        return tasks;
    }

    List<String> zoneNames() {
        return zones;
    }

    /// What a zone of a template is here: by its name here, or by the name or id that the Region's zone of the same
    /// number has.
    Optional<String> zone(String given) {
        return zones.stream().filter(zone -> names(zone).contains(given)).findFirst();
    }

    private List<String> names(String zone) {
        int number = zones.indexOf(zone);
        return List.of(zone, region + (char) ('a' + number), shortRegion() + "-az" + (number + 1));
    }

    /// As AWS begins the ids of zones: `euw1` of `eu-west-1`, `apse2` of `ap-southeast-2`.
    private String shortRegion() {
        StringBuilder id = new StringBuilder();
        for (String part : region.split("-")) {
            String found = part.replace("north", "n").replace("south", "s").replace("east", "e").replace("west", "w")
                    .replace("central", "c");
            id.append(found);
        }
        return id.toString();
    }
}
