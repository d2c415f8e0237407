package io.gameday.report.phrase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One English pattern and what it is in the other language.
///
/// `{what}` is any text, and goes through the book again; `{n#}` is a number and nothing else; `{name~}` is one word and
/// `{name!}` any text that stays as it is. `[s]` may be there or not, and `[is|are]` is either. How its first letter is written does not matter.
final class Phrase {

    private static final Pattern PART = Pattern.compile("\\{(\\w+)([#!~]?)}|\\[([^\\[\\]{}]+)]");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");
    private static final String NUMBER = "([−-]?\\d[\\d,]*(?:\\.\\d+)?)";
    private static final String WORD = "(\\S+?)";
    private static final String ANY = "(.+?)";
    /// The full stop is the sentence's, not of its last word.
    private static final String LAST = "(.+?)(?<!\\.)";

    private final Pattern pattern;
    /// Names of what is caught, in order, and whether it goes through the book again.
    private final Map<String, Boolean> holes = new LinkedHashMap<>();
    /// What a text has to hold, in this order, before it is worth a closer look.
    private final List<String> literals = new ArrayList<>();
    /// Those of its words that stand whole in any text of it.
    private final Set<String> words = new HashSet<>();
    private final boolean led;
    private final List<Piece> pieces;
    private final int weight;

    /// @param hole whether `text` is the name of one
    private record Piece(String text, boolean hole) {
    }

    /// A pattern that says nothing.
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        /// @param message the end of a sentence that begins with the phrase
        Unusable(String message) {
            super(message);
        }
    }

    Phrase(String english, String other) throws Unusable {
        StringBuilder regex = new StringBuilder();
        String small = small(english);
        led = !PART.matcher(small).lookingAt();
        int closed = 0;
        int at = 0;
        for (Matcher part = PART.matcher(small); part.find(); at = part.end()) {
            literal(small.substring(at, part.start()), at == 0, false, regex);
            String name = part.group(1);
            if (name == null) {
                regex.append(either(part.group(3)));
            } else if (holes.put(name, part.group(2).isEmpty()) != null) {
                throw new Unusable("names {" + name + "} twice; allowed: each name once");
            } else {
                regex.append(switch (part.group(2)) {
                    case "#" -> NUMBER;
                    case "~" -> WORD;
                    default -> part.end() == small.length() ? LAST : ANY;
                });
                closed += "#~".contains(part.group(2)) && !part.group(2).isEmpty() ? 1 : 0;
            }
        }
        literal(small.substring(at), at == 0, true, regex);
        int letters = literals.stream().mapToInt(String::length).sum();
        if (letters == 0) {
            throw new Unusable("is nothing but placeholders; allowed: at least one letter or mark of its own");
        }
        pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
        pieces = pieces(other);
        weight = letters * 100 + closed * 10 - holes.size();
    }

    /// @param first whether the pattern begins with it
    /// @param last  whether the pattern ends with it
    private void literal(String text, boolean first, boolean last, StringBuilder regex) throws Unusable {
        if (text.isEmpty()) {
            return;
        }
        if (text.matches("(?s).*[\\[\\]{}].*")) {
            throw new Unusable(
                    "has a bracket that is no placeholder; allowed: {what}, {n#}, {name~}, {name!}, [s], [is|are]");
        }
        literals.add(text);
        // At a placeholder a word may go on within what that catches.
        WORDS.matcher(text).results()
                .filter(word -> (word.start() > 0 || first) && (word.end() < text.length() || last))
                .forEach(word -> words.add(word.group()));
        regex.append(Pattern.quote(text));
    }

    private static String either(String choices) {
        return Stream.of(choices.split("\\|")).map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", choices.contains("|") ? ")" : ")?"));
    }

    private List<Piece> pieces(String other) throws Unusable {
        List<Piece> all = new ArrayList<>();
        List<String> left = new ArrayList<>(holes.keySet());
        int at = 0;
        for (Matcher hole = HOLE.matcher(other); hole.find(); at = hole.end()) {
            all.add(new Piece(other.substring(at, hole.start()), false));
            if (!holes.containsKey(hole.group(1))) {
                throw new Unusable("has {" + hole.group(1) + "} in its translation only; allowed: "
                        + (holes.isEmpty() ? "none" : String.join(", ", holes.keySet())));
            }
            left.remove(hole.group(1));
            all.add(new Piece(hole.group(1), true));
        }
        if (!left.isEmpty()) {
            throw new Unusable("has {" + left.getFirst() + "}, which its translation leaves out; what was caught may "
                    + "not be lost");
        }
        all.add(new Piece(other.substring(at), false));
        return List.copyOf(all);
    }

    /// The more of its own it says, the earlier it is asked.
    int weight() {
        return weight;
    }

    /// Whole words without all of which no text is one of this pattern.
    Set<String> words() {
        return words;
    }

    /// The words of a text, cut as those of a pattern are.
    static Stream<String> words(String small) {
        return WORDS.matcher(small).results().map(MatchResult::group);
    }

    /// Whether it says nothing itself, such as `{a} and {b}`.
    boolean joins() {
        return literals.stream().flatMapToInt(String::chars).filter(Character::isLetter).count() <= "and".length();
    }

    /// With the first letter small, whatever it was.
    static String small(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    /// The text in the other language; empty when it is none of this pattern's.
    ///
    /// @param small the text with its first letter small
    /// @param again for what was caught
    Optional<String> match(String text, String small, UnaryOperator<String> again) {
        if (!promising(small)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(small);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> caught = new LinkedHashMap<>();
        int group = 1;
        for (Map.Entry<String, Boolean> hole : holes.entrySet()) {
            String part = text.substring(matcher.start(group), matcher.end(group));
            caught.put(hole.getKey(), hole.getValue() ? again.apply(part) : part);
            group++;
        }
        return Optional
                .of(pieces.stream().map(piece -> piece.hole() ? caught.getOrDefault(piece.text(), "") : piece.text())
                        .collect(Collectors.joining()));
    }

    /// Without looking for every way to fill the placeholders.
    private boolean promising(String small) {
        int at = 0;
        for (int i = 0; i < literals.size(); i++) {
            String literal = literals.get(i);
            int found = i == 0 && led ? small.startsWith(literal) ? 0 : -1 : small.indexOf(literal, at);
            if (found < 0) {
                return false;
            }
            at = found + literal.length();
        }
        return true;
    }
}
