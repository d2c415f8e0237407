package io.gameday.report.export;

import io.gameday.journal.JournalFormat;
import io.gameday.report.history.BetweenIncidents;
import io.gameday.report.history.History;
import io.gameday.report.history.PastRuns;
import io.gameday.report.history.PastRuns.Line;
import io.gameday.report.history.PastRuns.Unread;
import java.util.List;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A history as JSON, all runs with all values: instants in ISO-8601, lengths in seconds, shares from 0 to 1.
public final class HistoryJson {

    private static final JsonMapper MAPPER = JournalFormat.mapper().rebuild().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    private record Overview(List<Line> experiments, BetweenIncidents betweenIncidents, List<Unread> unread) {
    }

    private HistoryJson() {
    }

    public static String write(History history) {
        return MAPPER.writeValueAsString(history) + "\n";
    }

    /// All experiments, without their runs.
    public static String overview(PastRuns runs) {
        return MAPPER.writeValueAsString(new Overview(runs.lines(), runs.betweenIncidents(), runs.unread())) + "\n";
    }
}
