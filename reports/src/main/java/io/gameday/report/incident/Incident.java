package io.gameday.report.incident;

import io.gameday.experiment.GradeFile.Wanted;
import io.gameday.experiment.Objective;
import io.gameday.report.grade.Evidence;
import io.gameday.signal.Alarms;
import io.gameday.signal.Pages;
import io.gameday.signal.Period;
import io.gameday.signal.Series;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that was read of an incident. What was not asked, or did not answer, is null, and `away` says which of both.
///
/// @param title   empty where nobody gave one
/// @param version of this program
/// @param metric  null where nobody asked what customers felt
/// @param wanted  alarms that had to ring
/// @param pagesFrom the tool that knows who was told; null where none was asked
/// @param notes   what people pasted
/// @param pasted  the file it was in; empty for none
/// @param limits  of what the tools can tell
public record Incident(String title, String version, Period period, @Nullable Metric metric,
        @Nullable String alarmsFrom, @Nullable Alarms alarms, @Nullable String pagesFrom, @Nullable Pages pages,
        List<Wanted> wanted, PastedNotes notes, String pasted, List<Away> away, List<String> limits) {

    /// What customers felt.
    ///
    /// @param query         as `source` was asked
    /// @param requestsQuery null where nobody asked how many requests there were
    /// @param values        null where they were not answered
    /// @param requests      per second; null where they were not asked or not answered
    public record Metric(String source, String query, @Nullable String requestsQuery, Objective objective,
            Duration step, @Nullable Series values, @Nullable Series requests) {
    }

    /// A tool that was asked and did not answer.
    public record Away(String source, String why) {
    }

    /// What a grade needs; null where customers' metric or the alarms are not known.
    @Nullable
    Evidence evidence() {
        if (metric == null || metric.values() == null || alarms == null) {
            return null;
        }
        String noPages = away.stream().filter(tool -> tool.source().equals(pagesFrom)).map(Away::why).findFirst()
                .orElse("no pager log was read");
        return new Evidence(period, metric.values(), alarms, pages, pages == null ? noPages : "", Map.of(), List.of());
    }
}
