package io.gameday.report.export;

import io.gameday.journal.JournalFormat;
import io.gameday.report.scorecard.Scorecard;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.StreamWriteFeature;
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

    /// Writes the same in UTF-8; of a long game day it is too much for one text.
    ///
    /// @param out stays open
    public static void write(Scorecard scorecard, OutputStream out) throws IOException {
        // By way of characters, as the library escapes some of them when it writes bytes itself.
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(text, scorecard);
        text.write('\n');
        text.flush();
    }

    /// @throws tools.jackson.core.JacksonException when `json` is no scorecard
    public static Scorecard read(String json) {
        return MAPPER.readValue(json, Scorecard.class);
    }
}
