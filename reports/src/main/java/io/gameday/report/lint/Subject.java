package io.gameday.report.lint;

import io.gameday.report.coe.CoeDocument;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.Lines;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is linted: people's words beside the machine's facts.
///
/// @param facts  made from the journal alone: people's words are taken from `file`
/// @param pages  of the supporting part, as rendered; null when nobody rendered it
/// @param today  by which a date is past
/// @param others documents that may hold the same action
public record Subject(CoeFile file, Lines lines, CoeDocument facts, @Nullable Integer pages, LocalDate today,
        List<Other> others) {

    /// Another COE.
    ///
    /// @param id     as `related` may name it, such as `COE-20261119-140132`
    /// @param folder the name of its run, as `related` may name it as well
    public record Other(String id, String folder, List<ActionItem> actions) {
    }
}
