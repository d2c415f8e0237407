package io.gameday.console.debrief.words;

import io.gameday.console.debrief.words.Allowed.Offer;
import io.gameday.console.debrief.words.FormViewModel.Entry;
import io.gameday.console.text.Texts;
import io.gameday.report.why.WhyNode;
import io.gameday.report.words.CoeFileReader;
import io.gameday.report.words.CoeQuestion;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the fields of the forms.
final class Fields {

    private final WordsViewModel words;
    private final String list;

    /// @param list as keys of texts say it, such as `lessons`
    Fields(WordsViewModel words, String list) {
        this.words = words;
        this.list = list;
    }

    <T> Entry<T> field(String key, Allowed allowed, Function<T, String> now) {
        return new Entry<>(made(key, allowed), now);
    }

    /// @param told what stands in it where nothing is said
    <T> Entry<T> field(String key, Allowed allowed, Function<T, String> now, Function<T, String> told) {
        return new Entry<>(made(key, allowed), now, told, _ -> true);
    }

    private FieldViewModel made(String key, Allowed allowed) {
        return new FieldViewModel(words, key, Texts.of("words." + list + "." + key), allowed);
    }

    static String word(@Nullable Enum<?> constant) {
        return constant == null ? "" : CoeFileReader.word(constant);
    }

    static String yes(boolean is) {
        return is ? "yes" : "no";
    }

    static String several(List<String> words) {
        return String.join(", ", words);
    }

    List<Offer> actionIds() {
        return words.contents().file().actions().stream().map(action -> new Offer(action.id(), action.title()))
                .toList();
    }

    /// Whys and questions.
    List<Offer> addressable() {
        return Stream
                .concat(words.contents().file().whys().stream()
                        .map(why -> new Offer(why.id(), words.whys().statement(why))),
                        Stream.of(CoeQuestion.values()).map(question -> new Offer(question.id(), question.text())))
                .toList();
    }

    List<Offer> flags() {
        return Allowed.words(WhyNode.Flag.class).stream().map(flag -> new Offer(flag, "")).toList();
    }

    List<Offer> experiments() {
        return words.experiments().stream().map(name -> new Offer(name, "")).toList();
    }
}
