package io.gameday.report.lint;

import io.gameday.report.lint.Amounts.Ratio;
import io.gameday.report.lint.Moment.What;
import io.gameday.report.lint.Passage.Section;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.words.CoeFile.Customers;
import io.gameday.report.words.CoeFile.Status;
import java.util.ArrayList;
import java.util.List;

/// Header, summary, and the document as a whole.
final class SummaryRules {

    private static final int MOST_PAGES = 4;
    private static final int FEWEST_PAGES = 2;
    private static final int MOST_WORDS = 200;
    /// Japanese has no spaces to count by; two letters and a half are about a word.
    private static final int MOST_LETTERS = 500;

    static final List<Check> ALL = List.of(
            Check.of("COE-S01", Severity.ERROR,
                    "Required sections hold text of your own: an owner, the summary, what "
                            + "customers could not do, answers, whys.",
                    "Write it, or take the placeholder away.", SummaryRules::required),
            Check.of("COE-S02", Severity.WARNING,
                    "The supporting part has two to four pages; the appendix is not " + "counted.",
                    "Move detail to the appendix; keep what a reader needs to follow the whys.", SummaryRules::pages),
            Check.of("COE-S03", Severity.WARNING, "The summary's figures are those of the impact that it sums up.",
                    "Write the summary last, from the impact as it stands now.", SummaryRules::sameFigures),
            Check.of("COE-S04", Severity.WARNING,
                    "The summary has at most 200 words and says who, when, what and how " + "long.",
                    "Such as: On 3 May from 14:02 to 14:24 UTC 41 of 500 customers could not order.",
                    SummaryRules::whole),
            Check.of("COE-S06", Severity.ERROR, "Review is asked for once customers are well again.",
                    "Keep status: draft until it is mitigated, or tell in the timeline when it was.",
                    SummaryRules::mitigatedFirst));

    private SummaryRules() {
    }

    private static void required(Material m, Findings findings) {
        if (m.file().header().owner().isBlank() && m.card().experiment().owner().isBlank()) {
            findings.add("owner", "nobody owns the document");
        }
        if (m.file().summary().isBlank()) {
            findings.add("summary", "the summary is empty");
        }
        if (m.hurt()) {
            if (m.file().impact().couldNot().isEmpty()) {
                findings.add("impact.couldNot", "nothing says what customers could not do");
            }
            if (m.file().answers().values().stream().allMatch(a -> a.text().isBlank() && a.halving().isBlank())) {
                findings.add("answers", "no question is answered");
            }
            if (m.file().whys().isEmpty()) {
                findings.add("whys", "nobody has asked why");
            }
        }
        for (Passage passage : m.prose()) {
            boolean letters = passage.text().codePoints().anyMatch(Character::isLetterOrDigit);
            if (!letters || m.lexicon().whole(Vocabulary.PLACEHOLDER, passage.text())
                    || small(passage) && m.lexicon().has(Vocabulary.PLACEHOLDER, passage.text())) {
                findings.add(passage.place(), "'" + passage.text() + "' only holds a place");
            }
        }
    }

    private static boolean small(Passage passage) {
        return switch (Language.of(passage.text())) {
            case ENGLISH -> words(passage) <= 6;
            case JAPANESE -> passage.text().length() <= 12;
        };
    }

    private static int words(Passage passage) {
        return passage.text().strip().split("\\s+").length;
    }

    private static void pages(Material m, Findings findings) {
        Integer pages = m.subject().pages();
        if (pages != null && pages > MOST_PAGES) {
            findings.add("summary", "the supporting part has " + pages + " pages");
        } else if (pages != null && pages < FEWEST_PAGES) {
            findings.add(Severity.INFORMATION, "summary",
                    "the supporting part has less than " + FEWEST_PAGES + " pages",
                    "Is all there that a reader from another team needs?");
        }
    }

    private static void sameFigures(Material m, Findings findings) {
        Scorecard.Customers counted = m.card().customers();
        Customers said = m.file().impact().customers();
        for (Passage passage : m.passages(Section.SUMMARY)) {
            for (Sentence sentence : passage.sentences()) {
                for (Ratio ratio : Amounts.ratios(sentence.text())) {
                    boolean counts = ratio.part() == counted.hurtEver() && ratio.whole() == counted.total();
                    boolean says = said != null && ratio.part() == said.value() && ratio.whole() == said.total();
                    boolean about = said == null ? ratio.whole() == counted.total() : ratio.whole() == said.total();
                    if (about && (said == null ? !counts : !says)
                            && !m.lexicon().hits(Vocabulary.CUSTOMERS, sentence).isEmpty()) {
                        findings.add(passage.place(),
                                "the summary says " + shown(ratio) + " customers, the impact "
                                        + (said == null
                                                ? shown(new Ratio(counted.hurtEver(), counted.total()))
                                                : shown(new Ratio(said.value(), said.total()))));
                    }
                }
            }
        }
    }

    private static String shown(Ratio ratio) {
        return Math.round(ratio.part()) + " of " + Math.round(ratio.whole());
    }

    private static void whole(Material m, Findings findings) {
        for (Passage summary : m.passages(Section.SUMMARY)) {
            boolean tooLong = switch (Language.of(summary.text())) {
                case ENGLISH -> words(summary) > MOST_WORDS;
                case JAPANESE -> summary.text().length() > MOST_LETTERS;
            };
            if (tooLong) {
                findings.add(summary.place(), "the summary has more than " + MOST_WORDS + " words",
                        "Keep what customers saw; the rest has sections of its own.");
            }
            List<String> missing = new ArrayList<>();
            if (!m.lexicon().has(Vocabulary.CUSTOMERS, summary.text())) {
                missing.add("who");
            }
            if (!Amounts.when(summary.text())) {
                missing.add("when");
            }
            if (m.hurt() && !m.lexicon().has(Vocabulary.COULD_NOT, summary.text())
                    && !m.lexicon().has(Vocabulary.SUFFERED, summary.text())) {
                missing.add("what");
            }
            if (m.hurt() && !Amounts.length(summary.text()) && !Amounts.span(summary.text())) {
                missing.add("how long");
            }
            if (!missing.isEmpty()) {
                findings.add(summary.place(), "the summary does not say " + String.join(", ", missing));
            }
        }
    }

    private static void mitigatedFirst(Material m, Findings findings) {
        boolean asked = m.file().header().status() != Status.DRAFT;
        // Where some were hurt and the objective was kept all the time, there is no end to tell of.
        boolean onlySaid = m.hurt() && !m.card().customersAffected();
        boolean happened = onlySaid || m.first(What.IMPACT_START).isPresent();
        if (asked && happened && m.over() == null) {
            findings.add("status",
                    "review is asked for, and no line of the timeline says that customers are well " + "again");
        }
    }
}
