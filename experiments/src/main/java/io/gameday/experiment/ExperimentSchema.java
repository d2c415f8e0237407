package io.gameday.experiment;

import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import io.gameday.yaml.RecordSchema;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema of experiment files, for editors: completion, and red lines before `gameday check` is run.
public final class ExperimentSchema {

    private ExperimentSchema() {
    }

    /// The schema as JSON text, the same each time.
    public static String json() {
        return new RecordSchema(FileShape.class, "Gameday experiment")
                .as(FileShape.Cells.class, ExperimentSchema::cells)
                .as(FileShape.DifferingShape.class, ExperimentSchema::differing).json();
    }

    /// Sections with some of their fields, of which none must be there: only the reader knows what they come to.
    private static ObjectNode differing(SchemaGenerationContext context) {
        ObjectNode group = context.getGeneratorConfig().createObjectNode().put("type", "object");
        ObjectNode sections = group.putObject("properties");
        OnTarget.OVERLAY.sections().forEach(
                section -> sections.putObject(section).put("type", section.equals("steps") ? "array" : "object"));
        return group.put("additionalProperties", false);
    }

    /// A number of cells; or their names, and for each the names of its zones.
    private static ObjectNode cells(SchemaGenerationContext context) {
        ObjectNode place = context
                .createStandardDefinition(context.getTypeContext().resolve(FileShape.PlaceShape.class), null);
        ObjectNode either = context.getGeneratorConfig().createObjectNode();
        either.putArray("anyOf").add(context.getGeneratorConfig().createObjectNode().put("type", "integer"))
                .add(named(context, named(context, place)));
        return either;
    }

    private static ObjectNode named(SchemaGenerationContext context, ObjectNode each) {
        ObjectNode group = context.getGeneratorConfig().createObjectNode().put("type", "object");
        group.set("additionalProperties", each);
        return group;
    }
}
