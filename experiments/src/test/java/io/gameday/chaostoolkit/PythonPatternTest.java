package io.gameday.chaostoolkit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PythonPatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"^ok$                   ; ok    ; true",
            "(?i)OK                 ; all ok; true", "\\d+ ms                ; 12 ms ; true",
            "(?P<one_word>a+)-(?P=one_word) ; aa-aa ; true", "(?P<a>x)(?P<b>y)(?P=b) ; xyy   ; true",
            "end\\Z                 ; the end ; true", "[a[b]                  ; [     ; true",
            "[a&&b]                 ; &     ; true", "[]x]                   ; ]     ; true",
            "[^]]                   ; ]     ; false", "\\w                     ; ü     ; true",
            "\\[x\\]                ; [x]   ; true"})
    void findsWhatPythonFinds(String pattern, String text, boolean found) {
        assertThat(PythonPattern.compile(pattern).matcher(text).find()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"(unclosed   ; Unclosed group",
            "\\p{L}      ; \\p is not supported", "\\Qx\\E     ; \\Q is not supported",
            "(a)?(?(1)b) ; a group that depends on another, (?(…), is not supported",
            "(?P=a)      ; (?P=a) names no group before it", "(?Pa)       ; (?P needs <name> or =name)",
            "x\\         ; it ends in the middle of an escape"})
    void refusesWhatJavaTakesInAnotherSense(String pattern, String message) {
        assertThatThrownBy(() -> PythonPattern.compile(pattern)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
