package io.gameday.report.lint;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/// Evidence and figures that people add to the machine's.
final class MetricRules {

    private static final int FEWEST_RUNS = 10;

    static final List<Check> ALL = List.of(
            Check.of("COE-M02", Severity.ERROR, "A live link never stands alone: what it showed is kept beside it.",
                    "Add the file with the picture or extract, or the journal's entry, before the link.",
                    MetricRules::frozen),
            Check.of("COE-M03", Severity.WARNING, "A duration that has a name says how it is counted.",
                    "Such as: detect = tD − t0 = 4 min, or from 14:02 to 14:06.", MetricRules::formula),
            Check.of("COE-M04", Severity.WARNING, "No mean is told of fewer than ten runs.",
                    "Give every value, or the median with n.", MetricRules::mean));

    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern RUNS = Pattern
            .compile("\\b(\\d{1,3}) (?:runs|game days|incidents)\\b|(\\d{1,3})\\s*回");

    private MetricRules() {
    }

    private static void frozen(Material m, Findings findings) {
        BiConsumer<String, List<String>> look = (place, evidence) -> {
            if (!evidence.isEmpty() && evidence.stream().allMatch(item -> LINK.matcher(item.strip()).matches())) {
                findings.add(place + ".evidence", "only a live link: " + evidence.getFirst());
            }
        };
        m.told((place, told) -> look.accept(place, told.evidence()));
        m.nodes((place, node) -> look.accept(place, node.evidence()));
    }

    private static void formula(Material m, Findings findings) {
        for (Passage passage : m.prose()) {
            for (Sentence sentence : passage.sentences()) {
                boolean counted = sentence.text().contains("=") || Amounts.span(sentence.text());
                if (!counted && Amounts.length(sentence.text())) {
                    m.lexicon().hits(Vocabulary.DURATION_NAMES, sentence).stream().findFirst()
                            .ifPresent(name -> findings.add(passage.place(),
                                    "'" + name.text() + "' does not say how it is counted"));
                }
            }
        }
    }

    private static void mean(Material m, Findings findings) {
        for (Passage passage : m.prose()) {
            for (Sentence sentence : passage.sentences()) {
                boolean few = RUNS.matcher(sentence.text()).results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .anyMatch(n -> Integer.parseInt(n) < FEWEST_RUNS);
                if (few) {
                    m.lexicon().hits(Vocabulary.MEAN, sentence).stream().findFirst()
                            .ifPresent(word -> findings.add(passage.place(), "'" + word.text() + "' of few runs"));
                }
            }
        }
    }
}
