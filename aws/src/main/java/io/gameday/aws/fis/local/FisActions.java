package io.gameday.aws.fis.local;

import io.gameday.aws.fis.catalog.ActionCatalog;
import io.gameday.aws.fis.catalog.ActionKind;
import io.gameday.aws.fis.endpoint.FisApi;
import io.gameday.aws.fis.endpoint.FisError;
import io.gameday.yaml.Problem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The catalogue of actions as FIS tells it.
///
/// @param region  of the ARNs
/// @param account of the ARNs
public record FisActions(String region, String account) implements FisApi.Catalog {

    /// @throws FisError for what FIS would not take as a template
    public static void check(ObjectNode template) {
        List<Problem> problems = CheckedTemplate.read("template", template.toString()).problems();
        if (!problems.isEmpty()) {
            throw FisError.validation(problems.stream().map(Problem::message).collect(Collectors.joining("; ")));
        }
    }

    @Override
    public ObjectNode action(String id) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("action",
                ActionCatalog.standard().find(id).map(this::whole).orElseThrow(
                        () -> new FisError(FisError.Kind.NOT_FOUND, "Action " + id + " does not exist" + ActionCatalog
                                .standard().nearest(id).map(word -> "; did you mean " + word + "?").orElse(""))));
        return answer;
    }

    @Override
    public List<ObjectNode> actions() {
        return ActionCatalog.standard().actions().stream().map(this::summary).toList();
    }

    private ObjectNode summary(ActionKind kind) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", kind.id()).put("arn",
                "arn:aws:fis:" + region + ":" + account + ":action/" + kind.id());
        if (kind.slot() != null) {
            json.putObject("targets").putObject(kind.slot()).put("resourceType", kind.type());
        }
        json.putObject("tags");
        return json;
    }

    private ObjectNode whole(ActionKind kind) {
        ObjectNode json = summary(kind);
        ObjectNode parameters = json.putObject("parameters");
        kind.parameters()
                .forEach((name, parameter) -> parameters.putObject(name).put("required", parameter.required()));
        return json;
    }

    @Override
    public ObjectNode resourceType(String name) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("targetResourceType",
                resourceTypes().stream().filter(type -> type.path("resourceType").asString().equals(name)).findFirst()
                        .orElseThrow(() -> new FisError(FisError.Kind.NOT_FOUND,
                                "Target resource type " + name + " does not exist")));
        return answer;
    }

    @Override
    public List<ObjectNode> resourceTypes() {
        return ActionCatalog.standard().actions().stream().map(ActionKind::type).filter(Objects::nonNull).distinct()
                .sorted().map(type -> JsonNodeFactory.instance.objectNode().put("resourceType", type)).toList();
    }
}
