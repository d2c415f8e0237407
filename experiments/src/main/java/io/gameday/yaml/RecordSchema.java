package io.gameday.yaml;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema of what a record says, the same each time. [Quantity] adds what its types do not say.
public final class RecordSchema {

    private final Class<? extends Record> root;
    private final String title;
    private final SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12,
            OptionPreset.PLAIN_JSON).with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.INLINE_ALL_SCHEMAS,
                    Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
    private final Map<Class<?>, Function<SchemaGenerationContext, ObjectNode>> special = new LinkedHashMap<>();
    private @Nullable Function<Enum<?>, String> words;

    public RecordSchema(Class<? extends Record> root, String title) {
        this.root = root;
        this.title = title;
    }

    /// What stands for `type`, whose own fields say nothing about how it is written.
    public RecordSchema as(Class<?> type, Function<SchemaGenerationContext, ObjectNode> definition) {
        special.put(type, definition);
        return this;
    }

    public RecordSchema asText(Class<?> type) {
        return as(type, context -> context.getGeneratorConfig().createObjectNode().put("type", "string"));
    }

    /// Fields of this type are not written.
    public RecordSchema without(Class<?> type) {
        config.forFields().withIgnoreCheck(field -> field.getType().isInstanceOf(type));
        return this;
    }

    /// A closed choice is written as `words` has it.
    public RecordSchema choices(Function<Enum<?>, String> words) {
        this.words = words;
        return this;
    }

    /// Fields that may be left empty.
    public RecordSchema empty(Predicate<RecordComponent> which) {
        config.forFields().withNullableCheck(field -> component(field).filter(which).isPresent());
        return this;
    }

    /// Of a document that later versions may add to.
    public RecordSchema open() {
        config.without(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
        return empty(RecordSchema::nullable);
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    public String json() {
        config.forFields()
                .withPropertyNameOverrideResolver(
                        field -> of(field).map(Quantity::name).filter(n -> !n.isEmpty()).orElse(null))
                .withRequiredCheck(field -> of(field).map(Quantity::required).orElse(false))
                .withStringPatternResolver(
                        field -> of(field).map(Quantity::pattern).filter(p -> !p.isEmpty()).orElse(null))
                .withDescriptionResolver(field -> of(field).map(Quantity::says).filter(s -> !s.isEmpty()).orElse(null))
                .withEnumResolver(
                        field -> of(field).map(q -> List.of(q.words())).filter(w -> !w.isEmpty()).orElse(null));
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            var definition = words != null && type.getErasedType().isEnum()
                    ? choice(type.getErasedType(), words)
                    : special.get(type.getErasedType());
            return definition == null
                    ? null
                    : new CustomDefinition(definition.apply(context), CustomDefinition.DefinitionType.INLINE,
                            CustomDefinition.AttributeInclusion.NO);
        });
        ObjectNode schema = new SchemaGenerator(config.build()).generateSchema(root);
        schema.put("title", title);
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    }

    private static Function<SchemaGenerationContext, ObjectNode> choice(Class<?> type,
            Function<Enum<?>, String> words) {
        return context -> {
            ObjectNode choice = context.getGeneratorConfig().createObjectNode().put("type", "string");
            var all = choice.putArray("enum");
            Stream.of(type.getEnumConstants()).forEach(constant -> all.add(words.apply((Enum<?>) constant)));
            return choice;
        };
    }

    private static Optional<Quantity> of(FieldScope field) {
        return component(field).map(component -> component.getAnnotation(Quantity.class));
    }

    private static Optional<RecordComponent> component(FieldScope field) {
        Class<?> declaring = field.getDeclaringType().getErasedType();
        if (!declaring.isRecord() || field.isFakeContainerItemScope()) {
            return Optional.empty();
        }
        return Arrays.stream(declaring.getRecordComponents())
                .filter(component -> component.getName().equals(field.getDeclaredName())).findFirst();
    }
}
