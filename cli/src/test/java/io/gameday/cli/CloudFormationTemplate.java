package io.gameday.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A template of CloudFormation as far as our promises need it. Short tags become their long form (`!Ref x` is
/// `{"Ref": "x"}`), and every value is text, as CloudFormation itself takes it.
///
/// @param root the whole file
record CloudFormationTemplate(String name, ObjectNode root) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern IN_TEXT = Pattern.compile("\\$\\{([^}!]+)}");

    static CloudFormationTemplate read(Path file) throws IOException {
        Node root = new Compose(LoadSettings.builder().build()).composeString(Files.readString(file)).orElseThrow();
        return new CloudFormationTemplate(String.valueOf(file.getFileName()), (ObjectNode) longForm(root));
    }

    /// The properties of each resource of a type, by its name.
    Map<String, ObjectNode> resources(String type) {
        Map<String, ObjectNode> found = new LinkedHashMap<>();
        root.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asString("").equals(type))
                .forEach(resource -> found.put(resource.getKey(), (ObjectNode) resource.getValue().path("Properties")));
        return found;
    }

    /// Every name in `Ref`, `GetAtt`, `Sub`, `If`, `Condition` and `DependsOn` for which nothing stands in the template.
    List<String> unresolved() {
        List<String> unresolved = new ArrayList<>();
        eachCall(root, (function, argument) -> {
            switch (function) {
                case "Ref" -> known(argument.asString(), unresolved);
                case "Fn::GetAtt" -> known(argument.path(0).asString(), unresolved);
                case "Fn::Sub" -> namesIn(argument).forEach(each -> known(each, unresolved));
                case "Fn::If" -> condition(argument.path(0).asString(), unresolved);
                case "Condition" -> condition(argument.asString(""), unresolved);
                case "DependsOn" -> resource(argument.asString(), unresolved);
                default -> {
                    // Has no names of its own.
                }
            }
        });
        return unresolved;
    }

    /// What other templates may take from this one, with `${…}` as it stands there.
    List<String> exports() {
        return root.path("Outputs").properties().stream().map(output -> output.getValue().path("Export").path("Name"))
                .filter(name -> !name.isMissingNode()).map(name -> name.path("Fn::Sub").asString()).toList();
    }

    List<String> imports() {
        List<String> imports = new ArrayList<>();
        eachCall(root, (function, argument) -> {
            if (function.equals("Fn::ImportValue")) {
                imports.add(argument.path("Fn::Sub").asString());
            }
        });
        return imports;
    }

    /// `value` with everything that CloudFormation would fill in. Conditions count as true.
    ///
    /// @param standIns a value for each name of `Ref`, each `Resource.Attribute` and each import
    static JsonNode filledIn(JsonNode value, Function<String, String> standIns) {
        if (value instanceof ArrayNode all) {
            ArrayNode filled = JSON.arrayNode();
            all.forEach(each -> filled.add(filledIn(each, standIns)));
            return filled;
        }
        if (!(value instanceof ObjectNode fields)) {
            return value;
        }
        if (fields.has("Ref")) {
            return JSON.stringNode(standIns.apply(fields.path("Ref").asString()));
        }
        if (fields.has("Fn::GetAtt")) {
            return JSON.stringNode(standIns.apply(
                    fields.path("Fn::GetAtt").path(0).asString() + "." + fields.path("Fn::GetAtt").path(1).asString()));
        }
        if (fields.has("Fn::Sub")) {
            return JSON.stringNode(IN_TEXT.matcher(fields.path("Fn::Sub").asString())
                    .replaceAll(name -> Matcher.quoteReplacement(standIns.apply(name.group(1)))));
        }
        if (fields.has("Fn::ImportValue")) {
            return JSON.stringNode(standIns.apply(filledIn(fields.path("Fn::ImportValue"), standIns).asString()));
        }
        if (fields.has("Fn::If")) {
            return filledIn(fields.path("Fn::If").path(1), standIns);
        }
        ObjectNode filled = JSON.objectNode();
        fields.properties().forEach(each -> filled.set(each.getKey(), filledIn(each.getValue(), standIns)));
        return filled;
    }

    private void known(String name, List<String> unresolved) {
        if (!name.startsWith("AWS::") && !root.path("Parameters").has(name)) {
            resource(name.contains(".") ? name.substring(0, name.indexOf('.')) : name, unresolved);
        }
    }

    private void resource(String resource, List<String> unresolved) {
        if (!root.path("Resources").has(resource)) {
            unresolved.add(name + ": " + resource);
        }
    }

    /// In a policy of IAM, `Condition` is a group of fields, and no name.
    private void condition(String condition, List<String> unresolved) {
        if (!condition.isEmpty() && !root.path("Conditions").has(condition)) {
            unresolved.add(name + ": condition " + condition);
        }
    }

    private static List<String> namesIn(JsonNode sub) {
        return IN_TEXT.matcher(sub.asString()).results().map(name -> name.group(1)).toList();
    }

    private static void eachCall(JsonNode node, BiConsumer<String, JsonNode> call) {
        node.properties().forEach(field -> call.accept(field.getKey(), field.getValue()));
        StreamSupport.stream(node.spliterator(), false).forEach(child -> eachCall(child, call));
    }

    private static JsonNode longForm(Node node) {
        String tag = node.getTag().getValue();
        JsonNode value = switch (node) {
            case ScalarNode scalar -> JSON.stringNode(scalar.getValue());
            case SequenceNode all -> {
                ArrayNode array = JSON.arrayNode();
                all.getValue().forEach(each -> array.add(longForm(each)));
                yield array;
            }
            case MappingNode fields -> {
                ObjectNode object = JSON.objectNode();
                fields.getValue().forEach(field -> object.set(((ScalarNode) field.getKeyNode()).getValue(),
                        longForm(field.getValueNode())));
                yield object;
            }
            default -> throw new IllegalArgumentException("CloudFormation knows no " + node.getNodeType());
        };
        if (!tag.startsWith("!")) {
            return value;
        }
        if (tag.equals("!GetAtt")) {
            String[] parts = value.asString().split("\\.", 2);
            value = JSON.arrayNode().add(parts[0]).add(parts[1]);
        }
        boolean plain = tag.equals("!Ref") || tag.equals("!Condition");
        return JSON.objectNode().set((plain ? "" : "Fn::") + tag.substring(1), value);
    }
}
