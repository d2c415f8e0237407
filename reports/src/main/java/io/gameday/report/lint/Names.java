package io.gameday.report.lint;

import io.gameday.report.words.CoeFile.ActionItem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// People's names, as far as the document itself gives them: owners and reviewers who are neither a role nor a team.
final class Names {

    private static final Pattern SIGNS = Pattern.compile("\\s*[,&/;+、，]\\s*");
    private static final int SHORTEST = 3;

    private Names() {
    }

    /// Whole names, and the parts of those that are long enough to be told from another word.
    static List<String> of(Material m) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(Stream.of(m.file().header().owner()), m.file().header().reviewers().stream(),
                m.file().actions().stream().map(ActionItem::owner)).flatMap(all -> all)
                .flatMap(people -> several(people, m.lexicon()).stream()).filter(one -> name(one, m.lexicon()))
                .forEach(one -> {
                    names.add(one);
                    Stream.of(one.split("\\s+")).filter(part -> part.length() >= SHORTEST).forEach(names::add);
                });
        return List.copyOf(names);
    }

    /// Everybody whom an owner's field names.
    static List<String> several(String people, Lexicon lexicon) {
        List<String> found = new ArrayList<>();
        for (String part : SIGNS.split(people)) {
            StringBuilder one = new StringBuilder();
            for (String word : part.strip().split("\\s+")) {
                if (lexicon.all(Vocabulary.JOINS).contains(word)) {
                    found.add(one.toString().strip());
                    one.setLength(0);
                } else {
                    one.append(' ').append(word);
                }
            }
            found.add(one.toString().strip());
        }
        return found.stream().filter(one -> !one.isBlank()).toList();
    }

    /// A team, not one person.
    static boolean team(String owner, Lexicon lexicon) {
        return lexicon.has(Vocabulary.GROUPS, owner) || lexicon.whole(Vocabulary.DEPARTMENTS, owner);
    }

    private static boolean name(String owner, Lexicon lexicon) {
        boolean written = switch (Language.of(owner)) {
            case ENGLISH -> Stream.of(owner.split("\\s+")).allMatch(word -> Character.isUpperCase(word.codePointAt(0)));
            case JAPANESE -> true;
        };
        return written && !owner.contains("@") && !team(owner, lexicon) && !lexicon.has(Vocabulary.ROLES, owner);
    }

    static boolean in(String text, String name) {
        return text.contains(name) && switch (Language.of(name)) {
            case ENGLISH -> Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                    .matcher(text).find();
            case JAPANESE -> true;
        };
    }
}
