package io.gameday.report.lint;

import io.gameday.report.lint.Amounts.Ratio;
import io.gameday.report.lint.Amounts.Share;
import io.gameday.report.lint.Passage.Section;
import io.gameday.report.scorecard.ImpactWindow;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.words.CoeFile.Customers;
import io.gameday.report.words.CoeFile.Method;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What customers had of it, and that nobody is named.
final class CustomerRules {

    static final List<Check> ALL = List.of(
            Check.of("COE-C01", Severity.ERROR,
                    "The summary's first sentence is about customers and what they could " + "not do.",
                    "Such as: Customers of cell 3 could not order for 22 minutes. The component comes after.",
                    CustomerRules::firstSentence),
            Check.of("COE-C02", Severity.ERROR,
                    "How many customers were affected is known, or an action will measure " + "it.",
                    "Fill in impact.customers, or add an action that measures it next time.", CustomerRules::howMany),
            Check.of("COE-C03", Severity.WARNING, "A percentage stands beside its X of Y, and is what they come to.",
                    "Such as: 41 of 500 customers (8.2 %).", CustomerRules::percentages),
            Check.of("COE-C04", Severity.WARNING, "Summary and impact give amounts.",
                    "Give the number, and out of how many; for a time, its length.", CustomerRules::vague),
            Check.of("COE-C05", Severity.WARNING,
                    "In title, summary and impact only what served next to nothing is called down.",
                    "Say what share failed: 40 % of requests failed.", CustomerRules::down),
            Check.of("COE-C06", Severity.ERROR, "The text holds roles, neither names nor mail addresses.",
                    "Name the role: the responder, a customer of cell 3.", CustomerRules::names),
            Check.of("COE-C07", Severity.INFORMATION, "What was not affected is said.",
                    "Add impact.notAffected: what worked all the time?", CustomerRules::notAffected));

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]*\\w");

    private CustomerRules() {
    }

    private static void firstSentence(Material m, Findings findings) {
        m.passages(Section.SUMMARY).stream().flatMap(passage -> passage.sentences().stream()).findFirst()
                .ifPresent(first -> {
                    boolean customers = !m.lexicon().hits(Vocabulary.CUSTOMERS, first).isEmpty();
                    boolean could = !m.hurt() || !m.lexicon().hits(Vocabulary.COULD_NOT, first).isEmpty();
                    if (!customers || !could) {
                        findings.add("summary",
                                "the first sentence "
                                        + (customers ? "does not say what customers could not do" : "names no customer")
                                        + ": '" + start(first.text()) + "'");
                    }
                });
    }

    private static String start(String text) {
        return text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 50)) + "…";
    }

    private static void howMany(Material m, Findings findings) {
        Customers said = m.file().impact().customers();
        boolean counted = m.card().customersCounted();
        boolean unmeasured = said != null && said.method() == Method.NOT_MEASURED;
        boolean willMeasure = m.actions().stream()
                .anyMatch(action -> m.lexicon().has(Vocabulary.MEASURE, action.title() + ". " + action.doneWhen()));
        if (said == null && !counted && !m.card().outcome().notStarted()) {
            findings.add("impact.customers", "the journal counted no customer, and nobody says how many were affected");
        } else if (unmeasured && !willMeasure) {
            findings.add("impact.customers.method", "it was not measured, and no action will measure it");
        }
    }

    private static void percentages(Material m, Findings findings) {
        for (Passage passage : m.passages(Section.TITLE, Section.SUMMARY, Section.IMPACT)) {
            for (Sentence sentence : passage.sentences()) {
                List<Ratio> ratios = Amounts.ratios(sentence.text());
                for (Share share : parts(sentence, m.card().objective())) {
                    if (ratios.isEmpty()) {
                        findings.add(passage.place(), "'" + share.text() + "' does not say of how many");
                    } else if (ratios.stream().noneMatch(ratio -> ratio.whole() > 0 && share.is(ratio))) {
                        findings.add(passage.place(), "'" + share.text() + "' is not what its numbers come to");
                    }
                }
            }
        }
    }

    /// What is more than all of it is no part, and the objective is a limit, not a count.
    private static List<Share> parts(Sentence sentence, double objective) {
        return Amounts.shares(sentence.text()).stream().filter(share -> share.percent() <= 100)
                .filter(share -> Math.abs(share.percent() - 100 * objective) > 1e-6).toList();
    }

    private static void vague(Material m, Findings findings) {
        each(m, Vocabulary.VAGUE, m.passages(Section.SUMMARY, Section.IMPACT), findings, " is no amount");
    }

    private static void each(Material m, Vocabulary words, List<Passage> passages, Findings findings, String reason) {
        for (Passage passage : passages) {
            passage.sentences().stream().flatMap(sentence -> m.lexicon().claims(words, sentence).stream())
                    .map(Lexicon.Hit::text).distinct()
                    .forEach(word -> findings.add(passage.place(), "'" + word + "'" + reason));
        }
    }

    private static void down(Material m, Findings findings) {
        Scorecard.Orders orders = m.card().orders();
        long of = m.card().impact().isEmpty() ? orders.of() : sum(m.card().impact().stream().map(ImpactWindow::of));
        long failed = m.card().impact().isEmpty()
                ? orders.failed()
                : sum(m.card().impact().stream().map(ImpactWindow::failed));
        if (of > 0 && (of - failed) * 100 > of) {
            each(m, Vocabulary.OUTAGE, m.passages(Section.TITLE, Section.SUMMARY, Section.IMPACT), findings,
                    " is said, and " + (of - failed) + " of " + of + " requests were answered during the impact");
        }
    }

    private static long sum(Stream<Long> numbers) {
        return numbers.mapToLong(Long::longValue).sum();
    }

    private static void names(Material m, Findings findings) {
        List<String> names = Names.of(m);
        for (Passage passage : m.passages()) {
            MAIL.matcher(passage.text()).results()
                    .forEach(mail -> findings.add(passage.place(), "there is a mail address, " + mail.group()));
            names.stream().filter(name -> Names.in(passage.text(), name))
                    .forEach(name -> findings.add(passage.place(), "there is a name, " + name));
        }
    }

    private static void notAffected(Material m, Findings findings) {
        Scorecard card = m.card();
        boolean machine = card.customersMeasured()
                && (card.readBack() != null || card.customers().hurtEver() < card.customers().total()
                        || card.reach().hitCells().size() < card.experiment().cells().size());
        if (m.hurt() && !machine && m.file().impact().notAffected().isEmpty()) {
            findings.add("impact.notAffected", "nothing says what was not affected");
        }
    }
}
