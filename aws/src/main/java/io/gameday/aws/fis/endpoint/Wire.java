package io.gameday.aws.fis.endpoint;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Values as FIS sends them.
final class Wire {

    private static final int MILLIS = 3;

    private Wire() {
    }

    /// Since the epoch, with a fraction.
    static BigDecimal seconds(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), MILLIS);
    }

    static ObjectNode texts(Map<String, String> texts) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        texts.forEach(object::put);
        return object;
    }

    static void unless(ObjectNode object, String field, String otherwise) {
        if (!object.has(field)) {
            object.put(field, otherwise);
        }
    }
}
