package io.gameday.report.words;

import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import io.gameday.report.words.CoeShape.Answers;
import io.gameday.report.words.CoeShape.Loss;
import io.gameday.report.words.CoeShape.Yes;
import io.gameday.yaml.Quantity;
import io.gameday.yaml.RecordSchema;
import java.lang.reflect.RecordComponent;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema of `coe.yaml`, for editors: completion, and red lines before a document is made.
public final class CoeFileSchema {

    private CoeFileSchema() {
    }

    /// The schema as JSON text, the same each time.
    public static String json() {
        return new RecordSchema(CoeShape.class, "Gameday: what people write of a correction of errors")
                .as(Answers.class, CoeFileSchema::answers).as(Yes.class, CoeFileSchema::yes)
                .as(Loss.class, CoeFileSchema::loss).choices(CoeFileReader::word).empty(CoeFileSchema::mayBeEmpty)
                .json();
    }

    /// An empty field is one that nobody has filled in yet.
    private static boolean mayBeEmpty(RecordComponent component) {
        Quantity quantity = component.getAnnotation(Quantity.class);
        return quantity == null || !quantity.required();
    }

    private static ObjectNode answers(SchemaGenerationContext context) {
        ObjectNode answers = context.getGeneratorConfig().createObjectNode().put("type", "object");
        ObjectNode each = answers.putObject("properties");
        for (CoeQuestion question : CoeQuestion.values()) {
            ObjectNode answer = context
                    .createStandardDefinition(context.getTypeContext().resolve(CoeShape.Answer.class), null);
            answer.putArray("type").add("object").add("null");
            each.set(question.id(), answer.put("description", question.text()));
        }
        return answers.put("additionalProperties", false);
    }

    private static ObjectNode yes(SchemaGenerationContext context) {
        ObjectNode yes = context.getGeneratorConfig().createObjectNode();
        yes.putArray("enum").add("yes").add("no").add(true).add(false);
        return yes;
    }

    private static ObjectNode loss(SchemaGenerationContext context) {
        ObjectNode loss = context.getGeneratorConfig().createObjectNode().put("type", "string");
        CoeShape.losses().forEach(loss.putArray("enum")::add);
        return loss;
    }
}
