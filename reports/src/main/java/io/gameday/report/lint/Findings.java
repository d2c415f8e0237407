package io.gameday.report.lint;

import io.gameday.report.words.Lines;
import java.util.ArrayList;
import java.util.List;

/// Takes what one rule finds.
final class Findings {

    private final Rule rule;
    private final Lines lines;
    private final List<Finding> found = new ArrayList<>();

    Findings(Rule rule, Lines lines) {
        this.rule = rule;
        this.lines = lines;
    }

    void add(String place, String reason) {
        add(rule.severity(), place, reason, rule.mend());
    }

    void add(String place, String reason, String suggestion) {
        add(rule.severity(), place, reason, suggestion);
    }

    void add(Severity severity, String place, String reason, String suggestion) {
        found.add(new Finding(rule.id(), severity, place, lines.of(place), reason, suggestion));
    }

    List<Finding> all() {
        return found;
    }
}
