package io.gameday.report.lint;

import io.gameday.report.words.CoeFile.Accepted;
import io.gameday.report.words.CoeFile.Status;
import java.util.List;

/// What the rules said of one document.
///
/// @param findings those that stand, by severity, then by line
/// @param accepted those that somebody lets stand, with the reason
public record Linting(Status status, List<Finding> findings, List<Let> accepted) {

    /// @param by the entry of the file
    public record Let(Finding finding, Accepted by) {
    }

    public List<Finding> of(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).toList();
    }

    public boolean blocksReview() {
        return !of(Severity.ERROR).isEmpty();
    }

    /// Review was asked for, or is over, although errors stand.
    public boolean reviewedTooSoon() {
        return blocksReview() && status != Status.DRAFT;
    }
}
