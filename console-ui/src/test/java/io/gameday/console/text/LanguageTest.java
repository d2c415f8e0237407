package io.gameday.console.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LanguageTest {

    private static final ResourceBundle ENGLISH = file("console.properties");
    private static final ResourceBundle JAPANESE = file("console_ja.properties");
    private static final Pattern KANA_OR_KANJI = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    /// A word of five letters or more that begins small: no name, no unit, no key, no term of AWS.
    private static final Pattern WORD = Pattern.compile("(?<![\\w./{-])\\p{Ll}{5,}(?![\\w./=-])");

    /// One file without the one that it falls back to.
    private static ResourceBundle file(String name) {
        try (InputStream in = LanguageTest.class.getResourceAsStream("/io/gameday/console/" + name)) {
            return new PropertyResourceBundle(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void speakEnglishAgain() {
        Texts.speak(Language.ENGLISH);
    }

    @Test
    void whatIsSaidInEnglishIsSaidInJapaneseToo() {
        assertThat(JAPANESE.keySet()).containsExactlyInAnyOrderElementsOf(ENGLISH.keySet());
    }

    @Test
    void bothSayTheSameFigures() {
        assertThat(ENGLISH.keySet()).allSatisfy(key -> {
            Object[] asked = new MessageFormat(ENGLISH.getString(key), Locale.ROOT).getFormatsByArgumentIndex();
            String japanese = JAPANESE.getString(key);
            if (asked.length == 0) {
                // Read as it is, without a format: a brace would be seen.
                assertThat(japanese).as(key).doesNotContain("{", "''");
                return;
            }
            assertThat(new MessageFormat(japanese, Locale.ROOT).getFormatsByArgumentIndex()).as(key)
                    .hasSameSizeAs(asked);
            for (int i = 0; i < asked.length; i++) {
                if (ENGLISH.getString(key).contains("{" + i)) {
                    assertThat(japanese).as(key).contains("{" + i);
                }
            }
        });
    }

    @Test
    void noEnglishSentenceIsLeftInJapanese() {
        // Who pressed STOP as the journal has it, and a service by its name.
        Set<String> names = Set.of("frame.stop.by", "prepare.plan.orders");
        assertThat(JAPANESE.keySet())
                .filteredOn(key -> !names.contains(key) && !KANA_OR_KANJI.matcher(JAPANESE.getString(key)).find())
                .noneSatisfy(key -> assertThat(JAPANESE.getString(key)).containsPattern(WORD));
    }

    @Test
    void theDesktopDecidesWhereNobodyChoseAndEnglishIsSpokenToAllOthers() {
        assertThat(Language.of(Locale.JAPAN)).isEqualTo(Language.JAPANESE);
        assertThat(Language.of(Locale.GERMANY)).isEqualTo(Language.ENGLISH);
        assertThat(Language.of("fr")).isEmpty();
    }

    @Test
    void whatTheMachineSaidIsSaidInJapaneseByThePhrasesOfTheCoe() {
        assertThat(Texts.said("Page acknowledged")).isEqualTo("Page acknowledged");

        Texts.speak(Language.JAPANESE);

        assertThat(Texts.of("frame.home")).isEqualTo("ホーム");
        assertThat(Texts.of("frame.stop.gone", "1", "3")).isEqualTo("3 件中 1 件消失");
        assertThat(Texts.said("Page acknowledged")).isEqualTo("呼び出しに応答");
        assertThat(Texts.said("quite unheard of")).isEqualTo("quite unheard of");
    }

    @Test
    void aKeyThatIsNoneIsADefectInEveryLanguage() {
        Texts.speak(Language.JAPANESE);

        assertThatThrownBy(() -> Texts.of("no.such.key")).isInstanceOf(MissingResourceException.class);
    }

}
