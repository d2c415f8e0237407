package io.gameday.observability.alarm.composite;

import io.gameday.observability.alarm.AlarmState;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CompositeRuleTest {

    private static final Map<String, AlarmState> STATES = Map.of("a", AlarmState.ALARM, "b", AlarmState.ALARM, "o",
            AlarmState.OK, "u", AlarmState.INSUFFICIENT_DATA, "two words", AlarmState.ALARM, "q\"q", AlarmState.ALARM);

    private static CompositeRule rule(String text) {
        try {
            return CompositeRule.parse(text);
        } catch (RuleProblem problem) {
            throw new AssertionError(problem);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            TRUE                                                | true
            FALSE                                               | false
            ALARM(a)                                            | true
            ALARM(o)                                            | false
            OK(o)                                               | true
            INSUFFICIENT_DATA(u)                                | true
            NOT ALARM(u)                                        | true
            OK(u)                                               | false
            ALARM(o) OR ALARM(a) AND ALARM(o)                   | false
            ALARM(a) OR ALARM(o) AND ALARM(o)                   | true
            (ALARM(a) OR ALARM(o)) AND ALARM(o)                 | false
            NOT ALARM(o) AND ALARM(a)                           | true
            NOT (ALARM(o) OR ALARM(a))                          | false
            AT_LEAST(2, ALARM, (a, b, o))                       | true
            AT_LEAST(2, ALARM, (a, o, u))                       | false
            AT_LEAST(50%, OK, (a, o))                           | true
            AT_LEAST(60%, ALARM, (a, b, o))                     | true
            AT_LEAST(60%, ALARM, (a, o, u))                     | false
            AT_LEAST(50%, ALARM, (a, o, u))                     | false
            AT_LEAST(34%, ALARM, (a, o, u))                     | false
            AT_LEAST(33%, ALARM, (a, o, u))                     | true
            AT_LEAST(2, NOT OK, (a, o, u))                      | true
            ALARM("two words")                                  | true
            ALARM("q\\"q")                                      | true
            """)
    void aRuleHoldsAsItsWordsSay(String text, boolean holds) {
        assertThat(rule(text).holds(STATES::get)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            ALARM(a)OR ALARM(b)AND NOT OK(c)                | (ALARM(a) OR (ALARM(b) AND NOT OK(c)))
            AT_LEAST( 50 % ,NOT  OK ,( a ,"b c" ) )         | AT_LEAST(50%, NOT OK, (a, "b c"))
            ((TRUE))                                        | TRUE
            """)
    void itIsWrittenBackWithBracketsAndReadsTheSame(String text, String written) {
        assertThat(rule(text)).hasToString(written);
        assertThat(rule(written)).isEqualTo(rule(text));
    }

    @Test
    void theAlarmsItNamesAreKnown() {
        assertThat(rule("ALARM(x) AND (OK(y) OR AT_LEAST(1, ALARM, (z, x))) AND TRUE").named()).containsExactly("x",
                "y", "z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            ALARM(a) AND                        | at character 13: the rule ends; allowed: TRUE
            Alarm(a)                            | at character 1: 'Alarm' is not known; allowed: TRUE, FALSE, ALARM(…)
            ALARM(a) ALARM(b)                   | at character 10: 'ALARM' is not expected here; allowed: AND, OR, or the end
            ALARM(a                             | at character 8: ')' is expected where the rule ends
            ALARM a                             | at character 7: '(' is expected, not 'a'
            ALARM()                             | at character 7: the name of an alarm is missing
            ALARM("a                            | at character 7: this quote is never closed
            AT_LEAST(3, ALARM, (a, b))          | at character 10: AT_LEAST needs '3'; allowed: 1 to 2
            AT_LEAST(0%, ALARM, (a, b))         | at character 10: AT_LEAST needs '0%'; allowed: 1% to 100%
            AT_LEAST(101%, ALARM, (a, b))       | allowed: 1% to 100%
            AT_LEAST(99999999999, ALARM, (a))   | AT_LEAST needs '99999999999'; allowed: 1 to 1
            AT_LEAST(1, BROKEN, (a))            | at character 13: 'BROKEN' is no state; allowed: ALARM, OK, INSUFFICIENT_DATA
            NOT NOT ALARM(a)                    | at character 5: 'NOT' is not known
            """)
    void whatIsNoRuleIsToldWithItsPlaceAndWhatIsAllowed(String text, String told) {
        assertThatThrownBy(() -> CompositeRule.parse(text)).isInstanceOf(RuleProblem.class).hasMessageContaining(told);
    }

    @Test
    void moreThanCloudWatchTakesIsRefused() {
        assertThatThrownBy(() -> CompositeRule.parse(" ".repeat(10_241))).hasMessageContaining("allowed: 10240");
        String hundredAndOne = IntStream.rangeClosed(1, 101).mapToObj(i -> "ALARM(a" + i + ")")
                .collect(Collectors.joining(" OR "));
        assertThatThrownBy(() -> CompositeRule.parse(hundredAndOne)).hasMessageContaining("is alarm 101; allowed: 100");
        String many = IntStream.rangeClosed(1, 501).mapToObj(i -> "TRUE").collect(Collectors.joining(" OR "));
        assertThatThrownBy(() -> CompositeRule.parse(many)).hasMessageContaining("more than 500 elements");
    }
}
