package io.gameday.report.export;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gameday.journal.JournalFormat;
import io.gameday.observability.Scope;
import io.gameday.report.chart.Picture;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.coe.CoeDocument.Figure;
import io.gameday.yaml.RecordSchema;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The document as JSON, for programs: all of it but what the figures are drawn from, which is in the journal.
public final class CoeJson {

    private static final JsonMapper MAPPER = JournalFormat.mapper().rebuild().addMixIn(Figure.class, Undrawn.class)
            .enable(SerializationFeature.INDENT_OUTPUT).disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    private CoeJson() {
    }

    private interface Undrawn {

        @JsonIgnore
        Picture chart();
    }

    public static String write(CoeDocument document) {
        return MAPPER.writeValueAsString(document) + "\n";
    }

    /// The JSON Schema of what [#write(CoeDocument)] gives.
    public static String schema() {
        return new RecordSchema(CoeDocument.class, "Gameday correction of errors").without(Picture.class)
                .asText(Scope.class).open().json();
    }
}
