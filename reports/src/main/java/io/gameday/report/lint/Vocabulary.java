package io.gameday.report.lint;

import io.gameday.report.text.Figures;
import java.util.Locale;

/// The lists of words that rules go by. Their words are data: `coe-templates/words-en.yaml` and `words-ja.yaml`.
enum Vocabulary {
    NEGATION, DENIAL, BLAME, JUDGEMENT, COUNTERFACTUAL, HUMAN_ERROR, ROOT_CAUSE, PERSONS, GROUPS, DEPARTMENTS, ROLES, JOINS, CUSTOMERS, COULD_NOT, SUFFERED, VAGUE, OUTAGE, PLACEHOLDER, NO_IDEA, CHANGES, SIGNALS, SYMPTOM, AUTOMATION, VERBS, OPEN_VERBS, INTENTION, DOCUMENTS, MEASURE, PASSIVE, DEEDS, AGENT, ACRONYMS, DURATION_NAMES, MEAN;

    /// As it stands in the files: `couldNot`.
    String key() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder key = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            key.append(Figures.capital(words[i]));
        }
        return key.toString();
    }
}
