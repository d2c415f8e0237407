package io.gameday.report.export;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gameday.journal.JournalFormat;
import io.gameday.observability.Scope;
import io.gameday.report.chart.Picture;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.coe.CoeDocument.Figure;
import io.gameday.yaml.RecordSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.StreamWriteFeature;
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

    /// Writes the same in UTF-8; of a long game day it is too much for one text.
    ///
    /// @param out stays open
    public static void write(CoeDocument document, OutputStream out) throws IOException {
        // By way of characters, as the library escapes some of them when it writes bytes itself.
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(text, document);
        text.write('\n');
        text.flush();
    }

    /// The JSON Schema of what [#write(CoeDocument)] gives.
    public static String schema() {
        return new RecordSchema(CoeDocument.class, "Gameday correction of errors").without(Picture.class)
                .asText(Scope.class).open().json();
    }
}
