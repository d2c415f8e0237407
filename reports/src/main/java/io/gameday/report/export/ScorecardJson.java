package io.gameday.report.export;

import io.gameday.journal.JournalFormat;
import io.gameday.report.scorecard.Scorecard;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The scorecard as JSON, written as the journal writes: instants and durations in ISO-8601, scopes as text.
public final class ScorecardJson {

    private static final JsonMapper MAPPER = JournalFormat.mapper().rebuild().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    private ScorecardJson() {
    }

    public static String write(Scorecard scorecard) {
        return MAPPER.writeValueAsString(scorecard) + "\n";
    }

    /// @throws tools.jackson.core.JacksonException when `json` is no scorecard
    public static Scorecard read(String json) {
        return MAPPER.readValue(json, Scorecard.class);
    }
}
