package io.gameday.report.lint;

/// A rule with the look that it takes.
record Check(Rule rule, Look look) {

    /// Judges a whole document by one rule. Asks nothing but its argument: no file, no clock.
    interface Look {
        void at(Material material, Findings findings);
    }

    static Check of(String id, Severity severity, String says, String mend, Look look) {
        return new Check(new Rule(id, severity, says, mend), look);
    }
}
