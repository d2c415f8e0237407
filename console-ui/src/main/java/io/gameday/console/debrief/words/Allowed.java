package io.gameday.console.debrief.words;

import io.gameday.report.words.CoeFileReader;
import io.gameday.yaml.Value;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may stand in a field, and so how it is typed.
sealed interface Allowed {

    /// Something that may be chosen, and what it is about.
    record Offer(String word, String told) {
    }

    record Line() implements Allowed {
    }

    /// @param rows shown at once
    record Lines(int rows) implements Allowed {
    }

    /// @param words   as they stand in the file
    /// @param mayLack whether nothing may be said
    record Choice(List<String> words, boolean mayLack) implements Allowed {
    }

    /// A text, with proposals.
    record Proposed(Supplier<List<Offer>> offers) implements Allowed {
    }

    record YesOrNo() implements Allowed {
    }

    record Date() implements Allowed {
    }

    /// Ids or words, with commas between them.
    record Several(Supplier<List<Offer>> offers) implements Allowed {
    }

    /// Words of one's own, with commas between them.
    record Words() implements Allowed {
    }

    /// Sentences, each on a line of its own.
    record EachLine(int rows) implements Allowed {
    }

    /// All words of a type of the file.
    static <E extends Enum<E>> Choice oneOf(Class<E> type) {
        return new Choice(words(type), false);
    }

    /// The same, or nothing.
    static <E extends Enum<E>> Choice oneOrNone(Class<E> type) {
        return new Choice(words(type), true);
    }

    static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Stream.of(type.getEnumConstants()).map(CoeFileReader::word).toList();
    }

    /// What was typed, without what makes no difference.
    default String normal(String typed) {
        return switch (this) {
            case Line _,Proposed _,Date _ -> typed.strip().replaceAll("\\s*\\R\\s*", " ");
            case Lines _ -> typed.strip();
            case Choice _,YesOrNo _ -> typed;
            case Several _,Words _ -> String.join(", ", parts(typed, ","));
            case EachLine _ -> String.join("\n", parts(typed, "\\R"));
        };
    }

    /// As it is written into the file.
    default Value value(String typed) {
        return switch (this) {
            case Line _,Proposed _,Date _,Lines _,Choice _,YesOrNo _ -> Value.text(normal(typed));
            case Several _,Words _ -> Value.words(parts(typed, ","));
            case EachLine _ -> Value.words(parts(typed, "\\R"));
        };
    }

    private static List<String> parts(String typed, String between) {
        return Arrays.stream(typed.split(between)).map(String::strip).filter(part -> !part.isEmpty()).distinct()
                .collect(Collectors.toList());
    }
}
