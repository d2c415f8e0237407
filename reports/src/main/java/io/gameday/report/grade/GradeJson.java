package io.gameday.report.grade;

import io.gameday.journal.JournalFormat;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A grade as JSON: instants and durations in ISO-8601.
public final class GradeJson {

    private static final JsonMapper MAPPER = JournalFormat.mapper().rebuild().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    private GradeJson() {
    }

    public static String write(Grade grade) {
        return MAPPER.writeValueAsString(grade) + "\n";
    }

    /// @throws tools.jackson.core.JacksonException when `json` is no grade
    public static Grade read(String json) {
        return MAPPER.readValue(json, Grade.class);
    }
}
