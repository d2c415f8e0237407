package io.gameday.experiment;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import io.gameday.yaml.Quantity;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema of experiment files, for editors: completion, and red lines before `gameday check` is run.
public final class ExperimentSchema {

    private ExperimentSchema() {
    }

    /// The schema as JSON text, the same each time.
    public static String json() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON).with(
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.INLINE_ALL_SCHEMAS,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        config.forFields().withPropertyNameOverrideResolver(
                // `for` is a word of Java.
                field -> field.getDeclaredName().equals("lasts") ? "for" : null)
                .withRequiredCheck(field -> of(field).map(Quantity::required).orElse(false))
                .withStringPatternResolver(
                        field -> of(field).map(Quantity::pattern).filter(p -> !p.isEmpty()).orElse(null))
                .withDescriptionResolver(field -> of(field).map(Quantity::says).filter(s -> !s.isEmpty()).orElse(null))
                .withEnumResolver(
                        field -> of(field).map(q -> List.of(q.words())).filter(w -> !w.isEmpty()).orElse(null));
        config.forTypesInGeneral()
                .withCustomDefinitionProvider((type, context) -> type.getErasedType() == FileShape.Cells.class
                        ? new CustomDefinition(cells(context), CustomDefinition.DefinitionType.INLINE,
                                CustomDefinition.AttributeInclusion.NO)
                        : null);
        var schema = new SchemaGenerator(config.build()).generateSchema(FileShape.class);
        schema.put("title", "Gameday experiment");
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
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

    private static Optional<Quantity> of(FieldScope field) {
        Class<?> declaring = field.getDeclaringType().getErasedType();
        if (!declaring.isRecord() || field.isFakeContainerItemScope()) {
            return Optional.empty();
        }
        return Arrays.stream(declaring.getRecordComponents())
                .filter(component -> component.getName().equals(field.getDeclaredName()))
                .map((RecordComponent c) -> c.getAnnotation(Quantity.class)).filter(q -> q != null).findFirst();
    }
}
