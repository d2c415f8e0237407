package io.gameday.report.lint;

import io.gameday.report.lint.Lexicon.Hit;
import io.gameday.report.lint.Passage.Section;
import io.gameday.report.lint.Sentence.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How it is said, by lists of words.
final class LanguageRules {

    static final List<Check> ALL = List.of(
            Check.of("COE-L01", Severity.WARNING, "No words of blame.",
                    "Say what was seen and which options there were.", LanguageRules::blame),
            Check.of("COE-L02", Severity.INFORMATION,
                    "What did not happen stands in halving answers and the hot debrief only.",
                    "Say what was: the alarm needed 3 of 5 datapoints.", LanguageRules::counterfactual),
            Check.of("COE-L03", Severity.INFORMATION, "An acronym is spelt out where it comes first.",
                    "Such as: time to mitigate (TTM).", LanguageRules::acronyms),
            Check.of("COE-L04", Severity.INFORMATION, "It is said what acted.",
                    "Name what did it: the deploy job applied v41.", LanguageRules::hiddenActor));

    private static final Pattern ACRONYM = Pattern.compile("(?<![\\w-])([A-Z]{2,6})s?(?![\\w-])");
    private static final int TOKENS = 4;
    private static final int SHORTEST_SPELT_OUT = 4;

    private LanguageRules() {
    }

    private static void blame(Material m, Findings findings) {
        for (Passage passage : m.prose()) {
            passage.sentences().stream().flatMap(sentence -> m.lexicon().claims(Vocabulary.BLAME, sentence).stream())
                    .map(Hit::text).distinct().forEach(word -> findings.add(passage.place(), "'" + word + "' blames"));
        }
    }

    private static void counterfactual(Material m, Findings findings) {
        for (Passage passage : m.prose()) {
            if (passage.section() != Section.HALVING && passage.section() != Section.DEBRIEF) {
                passage.sentences().stream()
                        .flatMap(sentence -> m.lexicon().hits(Vocabulary.COUNTERFACTUAL, sentence).stream())
                        .map(Hit::text).distinct()
                        .forEach(word -> findings.add(passage.place(), "'" + word + "' tells of what was not"));
            }
        }
    }

    private static void acronyms(Material m, Findings findings) {
        Set<String> met = new HashSet<>(m.lexicon().all(Vocabulary.ACRONYMS));
        for (Passage passage : m.prose()) {
            Matcher found = ACRONYM.matcher(passage.text());
            while (found.find()) {
                String acronym = found.group(1);
                boolean first = met.add(acronym.toLowerCase(Locale.ROOT));
                if (first && !speltOut(passage.text(), found.start(), found.end())) {
                    findings.add(passage.place(), acronym + " is not spelt out");
                }
            }
        }
    }

    /// In brackets behind words, or with words in brackets behind it.
    private static boolean speltOut(String text, int start, int end) {
        boolean inBrackets = start > SHORTEST_SPELT_OUT && "(（".indexOf(text.charAt(start - 1)) >= 0;
        String rest = text.substring(end).stripLeading();
        return inBrackets || rest.length() > SHORTEST_SPELT_OUT && "(（".indexOf(rest.charAt(0)) >= 0;
    }

    private static void hiddenActor(Material m, Findings findings) {
        for (Passage passage : m.prose()) {
            for (Sentence sentence : passage.sentences()) {
                List<Hit> passives = m.lexicon().hits(Vocabulary.PASSIVE, sentence);
                List<Hit> actors = m.lexicon().hits(Vocabulary.AGENT, sentence);
                m.lexicon().hits(Vocabulary.DEEDS, sentence).stream()
                        .filter(deed -> passives.stream().anyMatch(passive -> together(sentence, passive, deed)))
                        .filter(deed -> actors.stream().noneMatch(actor -> near(sentence, actor, deed))).findFirst()
                        .ifPresent(deed -> findings.add(passage.place(),
                                "it is not said what acted: '" + phrase(sentence, passives, deed) + "'"));
            }
        }
    }

    /// In English the verb comes first, with one word between at most; in Japanese it ends the deed.
    private static boolean together(Sentence sentence, Hit passive, Hit deed) {
        return switch (sentence.language()) {
            case ENGLISH -> deed.first() >= passive.behind() && deed.first() <= passive.behind() + 1;
            case JAPANESE -> passive.first() == deed.behind();
        };
    }

    private static boolean near(Sentence sentence, Hit actor, Hit deed) {
        return switch (sentence.language()) {
            case ENGLISH -> actor.first() >= deed.behind() && actor.first() <= deed.behind() + TOKENS;
            case JAPANESE -> true;
        };
    }

    private static String phrase(Sentence sentence, List<Hit> passives, Hit deed) {
        Hit passive = passives.stream().filter(hit -> together(sentence, hit, deed)).findFirst().orElse(deed);
        List<Token> tokens = sentence.tokens();
        return switch (sentence.language()) {
            case ENGLISH ->
                sentence.own().substring(tokens.get(passive.first()).start(), tokens.get(deed.behind() - 1).end());
            case JAPANESE -> sentence.own().substring(deed.first(), passive.behind());
        };
    }
}
