package io.gameday.console.debrief;

import io.gameday.console.text.Texts;
import io.gameday.report.lint.Finding;
import io.gameday.report.lint.Linter;
import io.gameday.report.lint.Severity;
import io.gameday.yaml.Problem;

/// One line of the findings: what a rule says of the words, or why they cannot be read at all.
sealed interface FindingLine {

    record OfRule(Finding finding) implements FindingLine {
    }

    /// As long as there is one no rule was asked.
    record OfFile(Problem problem) implements FindingLine {
    }

    default Severity severity() {
        return switch (this) {
            case OfRule(Finding finding) -> finding.severity();
            case OfFile _ -> Severity.ERROR;
        };
    }

    /// What was seen there.
    default String reason() {
        return switch (this) {
            case OfRule(Finding finding) -> finding.reason();
            case OfFile(Problem problem) -> problem.message();
        };
    }

    /// Rule, place and line.
    default String where() {
        return switch (this) {
            case OfRule(Finding finding) ->
                Texts.of("debrief.finding.where", finding.rule(), finding.place(), String.valueOf(finding.line()));
            case OfFile(Problem problem) -> Texts.of("debrief.finding.where.file", problem.file(),
                    String.valueOf(problem.line()), String.valueOf(problem.column()));
        };
    }

    /// What to do about it.
    default String suggestion() {
        return switch (this) {
            case OfRule(Finding finding) -> finding.suggestion();
            case OfFile _ -> Texts.of("debrief.finding.file.next");
        };
    }

    /// Whether somebody may let it stand, with a reason.
    default boolean acceptable() {
        return switch (this) {
            case OfRule(Finding finding) -> Linter.acceptable(finding);
            case OfFile _ -> false;
        };
    }

    /// Whether it is the same matter, though perhaps with other words or on another line.
    default boolean sameAs(FindingLine other) {
        return this instanceof OfRule(Finding mine) && other instanceof OfRule(Finding theirs)
                ? mine.rule().equals(theirs.rule()) && mine.place().equals(theirs.place())
                : equals(other);
    }

    /// All of it, for those who hear it.
    default String told() {
        return Texts.of("debrief.severity." + severity().name()) + ": " + reason() + "\n" + where() + "\n"
                + suggestion();
    }
}
