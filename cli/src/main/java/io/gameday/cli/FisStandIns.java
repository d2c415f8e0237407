package io.gameday.cli;

import io.gameday.aws.fis.local.FisCompiler;
import io.gameday.aws.fis.plan.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a template says of somebody's account, said of the reference app: its zones stand for theirs in the order in which
/// the file names them, its parts for those that are named or narrowed down by what is not known here. All of it is told.
final class FisStandIns {

    private static final Set<String> KNOWN = Set.of("AvailabilityZone", "Placement.AvailabilityZone", "LastStatus",
            "State.Name");

    private final FisCompiler compiler;
    private final List<String> zones;
    private final Map<String, String> zoneHere = new LinkedHashMap<>();
    private final Set<String> told = new LinkedHashSet<>();

    /// @param zones of the system
    FisStandIns(FisCompiler compiler, List<String> zones) {
        this.compiler = compiler;
        this.zones = List.copyOf(zones);
    }

    /// For a person to read.
    List<String> told() {
        return List.copyOf(told);
    }

    ObjectNode of(ObjectNode template) {
        template.path("targets").properties().forEach(target -> {
            if (target.getValue() instanceof ObjectNode fields) {
                target(target.getKey(), fields);
            }
        });
        template.path("actions").properties().forEach(action -> {
            if (action.getValue().path("parameters") instanceof ObjectNode parameters) {
                zoneParameters(parameters);
            }
        });
        return template;
    }

    private void target(String name, ObjectNode fields) {
        String type = fields.path("resourceType").asString("");
        if (compiler.resources(type).isEmpty()) {
            told.add("target " + name + ": nothing here stands for a resource of type " + type);
            return;
        }
        if (fields.path("resourceTags").size() > 0) {
            told.add("target " + name + ": everything here counts as tagged so");
        }
        if (fields.path("resourceArns").size() > 0) {
            named(name, fields, fields.path("resourceArns").size());
        }
        if (fields.get("filters") instanceof ArrayNode filters) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            filters.forEach(filter -> filter(name, filter, kept));
            fields.set("filters", kept);
        }
        if (fields.get("parameters") instanceof ObjectNode parameters) {
            zoneParameters(parameters);
            List.copyOf(parameters.propertyNames()).stream().filter(parameter -> !isZone(parameter))
                    .forEach(parameter -> {
                        parameters.remove(parameter);
                        told.add("target " + name + ": '" + parameter + "' narrows nothing down here");
                    });
        }
        if (fields.path("filters").isEmpty() && fields.path("parameters").isEmpty()
                && fields.path("resourceTags").isEmpty() && fields.path("resourceArns").isEmpty()) {
            // Narrowed down by nothing that is known here: all of them.
            fields.putObject("resourceTags").put("gameday:target", "true");
        }
    }

    private void named(String name, ObjectNode fields, int count) {
        List<String> here = compiler.resources(fields.path("resourceType").asString("")).stream().map(Resource::arn)
                .limit(count).toList();
        if (!here.isEmpty()) {
            ArrayNode stand = fields.putArray("resourceArns");
            here.forEach(stand::add);
            told.add("target " + name + ": " + String.join(", ", here) + (here.size() == 1 ? " stands" : " stand")
                    + " for what it names");
        }
    }

    private void filter(String target, JsonNode filter, ArrayNode kept) {
        String path = filter.path("path").asString("");
        if (!KNOWN.contains(path)) {
            told.add("target " + target + ": '" + path + "' narrows nothing down here");
            return;
        }
        if (isZone(path) && filter.path("values") instanceof ArrayNode values) {
            List<String> here = new ArrayList<>();
            values.forEach(value -> here.add(zone(value.asString(""))));
            values.removeAll();
            here.forEach(values::add);
        }
        kept.add(filter);
    }

    private void zoneParameters(ObjectNode parameters) {
        List.copyOf(parameters.propertyNames()).stream().filter(FisStandIns::isZone)
                .forEach(parameter -> parameters.put(parameter, zone(parameters.path(parameter).asString(""))));
    }

    private static boolean isZone(String name) {
        return name.toLowerCase(Locale.ROOT).contains("availabilityzone");
    }

    /// Beyond as many as there are here the last one stands for all.
    private String zone(String theirs) {
        if (zones.contains(theirs)) {
            return theirs;
        }
        String here = zoneHere.computeIfAbsent(theirs, _ -> zones.get(Math.min(zoneHere.size(), zones.size() - 1)));
        told.add("zone '" + theirs + "' is " + here + " here");
        return here;
    }
}
