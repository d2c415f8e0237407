package io.gameday.report.export;

import io.gameday.journal.JournalFormat;
import io.gameday.report.receipt.Issued;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A receipt as JSON, written as the journal writes.
public final class ReceiptJson {

    private static final JsonMapper MAPPER = JournalFormat.mapper().rebuild().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    private ReceiptJson() {
    }

    public static String write(Issued receipt) {
        return MAPPER.writeValueAsString(receipt) + "\n";
    }

    /// @throws tools.jackson.core.JacksonException when `json` is no receipt
    public static Issued read(String json) {
        return MAPPER.readValue(json, Issued.class);
    }
}
