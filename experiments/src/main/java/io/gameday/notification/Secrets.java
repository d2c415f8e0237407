package io.gameday.notification;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes secrets out of what others say: servers like to repeat the path that they were asked for.
final class Secrets {

    /// What is shorter says nothing.
    private static final int SHORTEST = 4;
    private static final int LONGEST_WORDS = 200;
    private static final Pattern BETWEEN = Pattern.compile("[/?&=;#@:]+");

    private final Pattern secrets;

    private Secrets(Pattern secrets) {
        this.secrets = secrets;
    }

    /// @param address all of which is secret, as a whole and piece by piece
    /// @param keys    that are secret besides
    static Secrets of(URI address, List<String> keys) {
        Stream<String> parts = Stream
                .of(address.toString(), address.getRawSchemeSpecificPart(), address.getSchemeSpecificPart())
                .filter(Objects::nonNull).flatMap(part -> Stream.concat(Stream.of(part), BETWEEN.splitAsStream(part)));
        return new Secrets(Pattern.compile(Stream.concat(parts, keys.stream())
                .filter(piece -> piece.length() >= SHORTEST && !piece.equals(address.getScheme())).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed()).map(Pattern::quote)
                .collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE));
    }

    /// `words` in one line without secrets, shortened. What is secret goes first: half of it would not be found.
    String without(String words) {
        String clean = secrets.matcher(words).replaceAll("…").codePoints()
                .map(character -> steers(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString()
                .replaceAll(" {2,}", " ").strip();
        return clean.codePointCount(0, clean.length()) <= LONGEST_WORDS
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_WORDS)) + "…";
    }

    /// It is shown on terminals and in documents.
    private static boolean steers(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE, Character.UNASSIGNED ->
                true;
            default -> false;
        };
    }
}
