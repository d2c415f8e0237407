package io.gameday.chaostoolkit;

import io.gameday.yaml.Node;
import io.gameday.yaml.Problems;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// An experiment word for word, for a journal that repeats it. Secrets that stand in it are left out.
public final class Written {

    private static final Json HIDDEN = Json.text("***");

    private final Json.Group experiment;
    private final Map<Node.Place, Json.Group> parts = new HashMap<>();
    private final Map<String, Json.Group> byName = new HashMap<>();

    private Written(Node file) {
        collect(file);
        Map<String, Json> fields = new LinkedHashMap<>(
                Json.of(file) instanceof Json.Group whole ? whole.fields() : Map.of());
        fields.computeIfPresent("secrets", (key, secrets) -> hidden(secrets));
        experiment = new Json.Group(fields);
    }

    /// @param content of a file that could be read
    public static Written of(String content) {
        return new Written(Node.foreign(content, new Problems(""))
                .orElseThrow(() -> new IllegalArgumentException("the content is neither JSON nor YAML")));
    }

    public Json.Group experiment() {
        return experiment;
    }

    /// The activity as it stands in the file; of a reference, the one that is meant.
    public Json.Group of(Activity activity) {
        Json.Group part = parts.get(activity.place());
        return part != null && !part.fields().containsKey("ref")
                ? part
                : byName.getOrDefault(activity.name(), new Json.Group(Map.of("name", Json.text(activity.name()))));
    }

    private void collect(Node node) {
        switch (node) {
            case Node.Mapping mapping -> {
                if (Json.of(mapping) instanceof Json.Group group) {
                    parts.put(mapping.place(), group);
                    Optional.ofNullable(group.fields().get("name")).filter(_ -> group.fields().containsKey("provider"))
                            .ifPresent(name -> byName.putIfAbsent(name.inWords(), group));
                }
                mapping.fields().forEach(field -> collect(field.value()));
            }
            case Node.Sequence sequence -> sequence.items().forEach(this::collect);
            case Node.Scalar _,Node.Nothing _ -> {
            }
        }
    }

    /// Where a secret comes from is told, what it is not.
    private static Json hidden(Json secret) {
        if (!(secret instanceof Json.Group(Map<String, Json> fields))) {
            return HIDDEN;
        }
        boolean setting = fields.get("type") instanceof Json.Text;
        Map<String, Json> all = new LinkedHashMap<>();
        fields.forEach((key, value) -> all.put(key, setting && !key.equals("default") ? value : hidden(value)));
        return new Json.Group(all);
    }
}
