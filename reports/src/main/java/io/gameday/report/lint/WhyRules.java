package io.gameday.report.lint;

import io.gameday.journal.Verdict;
import io.gameday.report.lint.Lexicon.Hit;
import io.gameday.report.lint.Moment.What;
import io.gameday.report.lint.Sentence.Token;
import io.gameday.report.scorecard.Reach;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.why.Root;
import io.gameday.report.why.WhyGraph;
import io.gameday.report.why.WhyKind;
import io.gameday.report.why.WhyNode;
import io.gameday.report.why.WhyNode.Confidence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether the why-graph goes on past people, to what can be changed.
final class WhyRules {

    private static final int SHALLOWEST = 3;
    /// How far behind `root cause` a person or team may stand.
    private static final int TOKENS = 6;
    private static final int LETTERS = 15;

    static final List<Check> ALL = List.of(
            Check.of("COE-W01", Severity.ERROR, "No branch ends in what a person did or failed to do.",
                    "Ask on: what did they see, and which options did the tool offer?", WhyRules::endsInPerson),
            Check.of("COE-W02", Severity.ERROR, "No person and no team is called a cause.",
                    "Say what contributed: a gate that is missing, a limit, a default.", WhyRules::blamedCause),
            Check.of("COE-W03", Severity.WARNING, "What is confirmed has evidence.",
                    "Add evidence, or call it likely; without any it is printed as a hypothesis.", WhyRules::confirmed),
            Check.of("COE-W04", Severity.WARNING, "The graph branches: it has two ends at least.",
                    "What else had to be so?", WhyRules::chain),
            Check.of("COE-W05", Severity.WARNING,
                    "Under impact the whys go three levels deep, and no branch ends in a " + "symptom.",
                    "Ask on: what made that state possible?", WhyRules::shallow),
            Check.of("COE-W06", Severity.WARNING,
                    "Where it reached more than planned, or several hosts or cells at "
                            + "once, the whys ask about the blast radius.",
                    "Add a node under blast-radius: what let one action reach that many?", WhyRules::reach),
            Check.of("COE-W07", Severity.WARNING, "Where people acted by hand, the whys ask about automation.",
                    "Add a node: what kept it from being automatic?", WhyRules::byHand),
            Check.of("COE-W08", Severity.WARNING, "Each end is addressed by an action, or says why not.",
                    "Name it in an action's addresses, or fill in notAddressed.", WhyRules::addressed),
            Check.of("COE-W09", Severity.ERROR, "Every node hangs under a root, in no circle.",
                    "Correct `under`: a node's id, or impact, detection, response, blast-radius.", WhyRules::circles),
            Check.of("COE-W10", Severity.INFORMATION, "CHG-3 says why testing let it pass.",
                    "Such as: the load test used one cell.", WhyRules::testing));

    private WhyRules() {
    }

    private static void endsInPerson(Material m, Findings findings) {
        m.nodes((place, node) -> {
            if (!m.whys().leaf(node)) {
                return;
            }
            if (node.kind() == WhyKind.DECISION_IN_CONTEXT) {
                findings.add(place, node.id() + " ends in a decision");
            } else if (m.lexicon().claimed(Vocabulary.HUMAN_ERROR, node.statement())) {
                findings.add(place, node.id() + " ends in a person: '" + node.statement() + "'");
            }
        });
    }

    private static void blamedCause(Material m, Findings findings) {
        List<String> names = Names.of(m);
        for (Passage passage : m.prose()) {
            for (Sentence sentence : passage.sentences()) {
                for (Hit cause : m.lexicon().claims(Vocabulary.ROOT_CAUSE, sentence)) {
                    if (names.stream().anyMatch(name -> Names.in(after(sentence, cause), name))
                            || m.lexicon().has(Vocabulary.PERSONS, after(sentence, cause))
                            || m.lexicon().has(Vocabulary.GROUPS, after(sentence, cause))) {
                        findings.add(passage.place(), "'" + cause.text() + "' and then a person or team");
                    }
                }
            }
        }
    }

    private static String after(Sentence sentence, Hit hit) {
        return switch (sentence.language()) {
            case ENGLISH -> {
                List<Token> tokens = sentence.tokens();
                int last = Math.min(tokens.size(), hit.behind() + TOKENS);
                yield hit.behind() >= last
                        ? ""
                        : sentence.own().substring(tokens.get(hit.behind()).start(), tokens.get(last - 1).end());
            }
            case JAPANESE ->
                sentence.own().substring(hit.behind(), Math.min(sentence.own().length(), hit.behind() + LETTERS));
        };
    }

    private static void confirmed(Material m, Findings findings) {
        m.nodes((place, node) -> {
            if (node.confidence() == Confidence.CONFIRMED && node.evidence().isEmpty() && node.draft().isEmpty()) {
                findings.add(place + ".confidence", node.id() + " is confirmed, and nothing shows it");
            }
        });
    }

    private static void chain(Material m, Findings findings) {
        if (!m.whys().nodes().isEmpty() && m.whys().leaves().size() < 2) {
            findings.add("whys", "the graph is one chain");
        }
    }

    private static void shallow(Material m, Findings findings) {
        int depth = m.whys().depth(Root.IMPACT);
        if (!m.whys().nodes().isEmpty() && depth < SHALLOWEST) {
            findings.add("whys", "under impact there " + (depth == 1 ? "is 1 level" : "are " + depth + " levels"));
        }
        m.nodes((place, node) -> {
            if (m.whys().leaf(node) && m.lexicon().claimed(Vocabulary.SYMPTOM, node.statement())) {
                findings.add(place, node.id() + " ends in a symptom: '" + node.statement() + "'");
            }
        });
    }

    private static void reach(Material m, Findings findings) {
        if (!m.whys().under(Root.BLAST_RADIUS).isEmpty()) {
            return;
        }
        Scorecard card = m.card();
        Reach reach = card.reach();
        boolean more = !reach.plannedZones().containsAll(reach.hitZones())
                || !reach.plannedCells().containsAll(reach.hitCells()) || card.predictions().stream()
                        .anyMatch(p -> p.phase().equals("prepare") && p.verdict() == Verdict.BROKEN);
        boolean several = m.hurt() && (reach.plannedCells().size() > 1 || reach.plannedTasks().size() > 1);
        if (more || several) {
            findings.add("whys",
                    (more ? "it reached more than was planned" : "one action reached several hosts or cells")
                            + ", and nothing stands under blast-radius");
        }
    }

    private static void byHand(Material m, Findings findings) {
        boolean asked = m.whys().nodes().stream()
                .anyMatch(node -> m.lexicon().has(Vocabulary.AUTOMATION, node.statement()));
        if (!asked) {
            m.first(What.BY_HAND).ifPresent(
                    act -> findings.add(act.place(), "somebody acted by hand, and no why is about automation"));
        }
    }

    private static void addressed(Material m, Findings findings) {
        Set<String> addressed = new HashSet<>();
        m.actions().forEach(action -> addressed.addAll(action.addresses()));
        WhyGraph whys = m.whys();
        m.nodes((place, node) -> {
            if (whys.leaf(node) && !addressed.contains(node.id()) && node.notAddressed().isBlank()) {
                findings.add(place, "no action addresses " + node.id());
            }
        });
    }

    private static void circles(Material m, Findings findings) {
        Set<String> circles = m.whys().circles();
        Set<String> orphans = m.whys().orphans();
        m.nodes((place, node) -> {
            if (circles.contains(node.id())) {
                findings.add(place + ".under", node.id() + " contributes to itself");
            } else if (orphans.contains(node.id())) {
                findings.add(place + ".under", node.id() + " hangs under no root" + named(node));
            }
        });
    }

    private static String named(WhyNode node) {
        return node.under().isEmpty() ? "" : ", only under " + String.join(", ", node.under());
    }

    private static void testing(Material m, Findings findings) {
        if (m.hurt() && m.answer("CHG-3").text().isBlank()) {
            findings.add("answers.CHG-3", "not answered");
        }
    }
}
