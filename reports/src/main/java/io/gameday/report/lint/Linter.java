package io.gameday.report.lint;

import io.gameday.report.lint.Linting.Let;
import io.gameday.report.words.CoeFile.Accepted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Lints documents. The same document on the same day gives the same findings. Safe for several threads at once.
public final class Linter {

    private static final List<Check> CHECKS = Stream.of(SummaryRules.ALL, CustomerRules.ALL, TimelineRules.ALL,
            DetectionRules.ALL, WhyRules.ALL, LanguageRules.ALL, ActionRules.ALL, MetricRules.ALL).flatMap(List::stream)
            .toList();
    private static final Rule UNUSED = new Rule("COE-S07", Severity.INFORMATION,
            "What `accepted` lets stand is a finding that there is.",
            "Take the entry away, or correct its rule and place.");
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::line).thenComparing(Finding::rule);

    private final Lexicon lexicon;

    public Linter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// Every rule there is, in the order of its id's letter as the document's sections go.
    public static List<Rule> rules() {
        return Stream.concat(CHECKS.stream().map(Check::rule), Stream.of(UNUSED)).toList();
    }

    /// Whether an entry of `accepted` can let it stand. One that tells of such an entry itself cannot.
    public static boolean acceptable(Finding finding) {
        return !finding.rule().equals(UNUSED.id());
    }

    public Linting lint(Subject subject) {
        Material material = new Material(subject, lexicon);
        List<Finding> standing = new ArrayList<>();
        List<Let> let = new ArrayList<>();
        Set<Accepted> used = new HashSet<>();
        for (Check check : CHECKS) {
            Findings findings = new Findings(check.rule(), subject.lines());
            check.look().at(material, findings);
            for (Finding finding : findings.all()) {
                List<Accepted> by = subject.file().accepted().stream().filter(entry -> covers(entry, finding)).toList();
                used.addAll(by);
                if (by.isEmpty()) {
                    standing.add(finding);
                } else {
                    let.add(new Let(finding, by.getFirst()));
                }
            }
        }
        standing.addAll(unused(subject, used));
        standing.sort(ORDER);
        let.sort(Comparator.comparing(Let::finding, ORDER));
        return new Linting(subject.file().header().status(), List.copyOf(standing), List.copyOf(let));
    }

    private static boolean covers(Accepted entry, Finding finding) {
        return entry.rule().equals(finding.rule())
                && (entry.place().isEmpty() || entry.place().equals(finding.place()));
    }

    private static List<Finding> unused(Subject subject, Set<Accepted> used) {
        Findings findings = new Findings(UNUSED, subject.lines());
        List<Accepted> entries = subject.file().accepted();
        for (int i = 0; i < entries.size(); i++) {
            Accepted entry = entries.get(i);
            if (!used.contains(entry)) {
                boolean known = rules().stream().anyMatch(rule -> rule.id().equals(entry.rule()));
                findings.add("accepted[" + (i + 1) + "]",
                        known
                                ? "there is no finding of " + entry.rule()
                                        + (entry.place().isEmpty() ? "" : " at " + entry.place())
                                : "there is no rule '" + entry.rule() + "'");
            }
        }
        return findings.all();
    }
}
