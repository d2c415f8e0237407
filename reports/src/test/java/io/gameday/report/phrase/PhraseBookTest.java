package io.gameday.report.phrase;

import io.gameday.yaml.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhraseBookTest {

    private static final String JAPANESE = """
            "{n#} of {m#} customer[s] ({share}) had {what} without a useful answer": "{m} 人の顧客のうち {n} 人 ({share}) に有用な応答のない{what}があった"
            "orders": "注文"
            "{a} and {b}": "{a}、{b}"
            "{a}, {b} and {c}": "{a}、{b}、{c}"
            "{a}.": "{a}。"
            "{a}. {b}": "{a}。{b}"
            "zone {zone!} lost its power": "ゾーン {zone} が電源を失った"
            "{fault} at {at}, on purpose, for {length}": "{at} に意図的に注入: {fault}。継続 {length}"
            "{n#} s": "{n} 秒"
            "impact window {n#}": "影響時間帯 {n}"
            "whether {what} [was|were] kept": "{what}が保持されたか"
            "the alarm {alarm!} told of {what}": "アラーム {alarm} が{what}を知らせた"
            """;

    private static PhraseBook book(String yaml) {
        PhraseBook.Reading reading = PhraseBook.read("phrases-ja.yaml", yaml);
        assertThat(reading.problems()).isEmpty();
        return reading.book().orElseThrow();
    }

    private static Translation translation(String... own) {
        return new Translation(book(JAPANESE), Set.of(own));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            39 of 40 customers (97.5 %) had orders without a useful answer. | 40 人の顧客のうち 39 人 (97.5 %) に有用な応答のない注文があった。
            1 of 1 customer (100 %) had orders without a useful answer      | 1 人の顧客のうち 1 人 (100 %) に有用な応答のない注文があった
            Zone az1 lost its power at 14:02:05.3, on purpose, for 54.0 s.  | 14:02:05.3 に意図的に注入: ゾーン az1 が電源を失った。継続 54.0 秒。
            az1, az2 and az3                                                | az1、az2、az3
            az1 and az2                                                     | az1、az2
            Whether orders were kept. Whether orders was kept.              | 注文が保持されたか。注文が保持されたか。
            Impact window 2                                                 | 影響時間帯 2
            14:02:05.3                                                      | 14:02:05.3
            3.4 s                                                           | 3.4 秒
            """)
    void whatAPlaceholderCaughtGoesThroughTheBookAgain(String english, String japanese) {
        Translation translation = translation();
        assertThat(translation.of(english)).isEqualTo(japanese);
        assertThat(translation.missing()).isEmpty();
    }

    @Test
    void ofTwoPatternsThatMatchTheOneWithMoreOfItsOwnWins() {
        String either = """
                "{a} told of {b}": "{b}: {a}"
                "nobody told of {b}": "誰も{b}を知らせなかった"
                "the impact": "影響"
                """;
        String turned = either.lines().sorted(Comparator.reverseOrder()).reduce("", (a, b) -> a + b + "\n");
        for (String yaml : List.of(either, turned)) {
            assertThat(new Translation(book(yaml), Set.of()).of("Nobody told of the impact")).isEqualTo("誰も影響を知らせなかった");
        }
    }

    @Test
    void aNumberIsNothingElse() {
        Translation translation = translation();
        assertThat(translation.of("two s")).isEqualTo("two s");
        assertThat(translation.missing()).containsExactly("two s");
    }

    @Test
    void aPatternThatLeavesNothingInEnglishWinsOverOneThatSaysMore() {
        Translation translation = new Translation(book("""
                "late by {n}, as was told": "{n} 遅れ (報告どおり)"
                "{a}, as was told": "報告: {a}"
                "late by ages": "大幅な遅れ"
                """), Set.of());
        assertThat(translation.of("late by ages, as was told")).isEqualTo("報告: 大幅な遅れ");
    }

    @Test
    void whatNoPhraseMatchesStaysAndIsToldOnce() {
        Translation translation = translation();
        assertThat(translation.of("The moon was full.")).isEqualTo("The moon was full.");
        assertThat(translation.of("the moon was full and orders")).isEqualTo("the moon was full and orders");
        assertThat(translation.of("The moon was full at 14:02:05.3, on purpose, for 3.0 s"))
                .isEqualTo("14:02:05.3 に意図的に注入: The moon was full。継続 3.0 秒");
        assertThat(translation.missing()).containsExactly("The moon was full", "the moon was full");
    }

    @Test
    void namesAndWhatStaysAsItIsAreNotMissing() {
        Translation translation = translation();
        assertThat(translation.of("The alarm order success low cell-1 told of impact window 1"))
                .isEqualTo("アラーム order success low cell-1 が影響時間帯 1を知らせた");
        assertThat(List.of(translation.of("zone-power-loss az1"), translation.of("J-24–31")))
                .containsExactly("zone-power-loss az1", "J-24–31");
        assertThat(translation.missing()).isEmpty();
    }

    @Test
    void wordsOfPeopleStayWhereverTheyStand() {
        Translation translation = translation("zone az1 lost its power", "search and rescue. Then orders");
        assertThat(translation.of("zone az1 lost its power")).isEqualTo("zone az1 lost its power");
        assertThat(translation.of("orders and search and rescue. Then orders"))
                .isEqualTo("注文、search and rescue. Then orders");
        assertThat(translation.missing()).isEmpty();
    }

    @Test
    void aWordOfAPatternMayGoOnInWhatAPlaceholderCaught() {
        Translation translation = new Translation(book("""
                "{n#}ms late": "{n} ミリ秒の遅れ"
                "un{what!}able": "{what} 不可"
                "late[r] by {n#}": "{n} の遅れ"
                "cell[s] cell": "セル"
                "{a!} → {b!}": "{a} から {b} へ"
                """), Set.of());
        assertThat(Stream.of("5ms late", "Unreachable", "later by 3", "Late by 3", "cells cell", "az1 → az2")
                .map(translation::of)).containsExactly("5 ミリ秒の遅れ", "reach 不可", "3 の遅れ", "3 の遅れ", "セル", "az1 から az2 へ");
        assertThat(translation.missing()).isEmpty();
    }

    @Test
    void englishNeedsNoPhrases() {
        Translation translation = new Translation(PhraseBook.ENGLISH, Set.of());
        assertThat(translation.of("The moon was full.")).isEqualTo("The moon was full.");
        assertThat(translation.missing()).isEmpty();
    }

    @Test
    void everythingThatIsWrongWithAFileIsToldWithLineAndField() {
        PhraseBook.Reading reading = PhraseBook.read("phrases-ja.yaml", """
                "{a} and {b}": "{a}、{c}"
                "{n#} s": "秒"
                "{all}": "{all}"
                "{a} or {a}": "{a}"
                "{a#!} or": "x"
                empty:
                """);
        assertThat(reading.book()).isEmpty();
        assertThat(reading.problems()).extracting(Problem::toString).containsExactly(
                "phrases-ja.yaml:1:16: '{a} and {b}' has {c} in its translation only; allowed: a, b",
                "phrases-ja.yaml:2:11: '{n#} s' has {n}, which its translation leaves out; what was caught may not be lost",
                "phrases-ja.yaml:3:10: '{all}' is nothing but placeholders; allowed: at least one letter or mark of its own",
                "phrases-ja.yaml:4:15: '{a} or {a}' names {a} twice; allowed: each name once",
                "phrases-ja.yaml:5:13: '{a#!} or' has a bracket that is no placeholder; allowed: {what}, {n#}, {name~}, {name!}, [s], [is|are]",
                "phrases-ja.yaml:6:1: 'empty' is empty; allowed: words");
        assertThat(PhraseBook.read("phrases-ja.yaml", "\"a").problems()).extracting(Problem::file)
                .containsExactly("phrases-ja.yaml");
    }
}
