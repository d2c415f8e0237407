package io.gameday.aws.fis.endpoint;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Tags of templates and experiments, by their ARNs.
final class Tags {

    private static final int MOST = 50;

    private final Names names;
    private final Templates templates;
    private final Experiments experiments;

    Tags(Names names, Templates templates, Experiments experiments) {
        this.names = names;
        this.templates = templates;
        this.experiments = experiments;
    }

    ObjectNode list(String arn) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("tags", Wire.texts(of(arn)));
        return answer;
    }

    ObjectNode add(String arn, ObjectNode body) {
        Map<String, String> tags = of(arn);
        Map<String, String> more = Body.tags(body);
        if (more.keySet().stream().filter(key -> !tags.containsKey(key)).count() + tags.size() > MOST) {
            throw FisError.validation("tags: at most " + MOST + " on a resource");
        }
        tags.putAll(more);
        return JsonNodeFactory.instance.objectNode();
    }

    /// @param keys none for all
    ObjectNode remove(String arn, List<String> keys) {
        Map<String, String> tags = of(arn);
        if (keys.isEmpty()) {
            tags.clear();
        }
        keys.forEach(tags::remove);
        return JsonNodeFactory.instance.objectNode();
    }

    private Map<String, String> of(String arn) {
        String id = arn.substring(arn.lastIndexOf('/') + 1);
        if (arn.equals(names.arn("experiment-template", id))) {
            return templates.tags(id);
        }
        if (arn.equals(names.arn("experiment", id))) {
            return experiments.tags(id);
        }
        throw FisError.notFound("Resource", arn);
    }
}
