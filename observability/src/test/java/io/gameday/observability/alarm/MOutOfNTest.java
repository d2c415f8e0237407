package io.gameday.observability.alarm;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MOutOfNTest {

    /// The ten cases of the CloudWatch user guide, "Configuring how CloudWatch alarms treat missing data": N = 3, five
    /// datapoints fetched; X breaches, o does not, - is missing; oldest left.
    @ParameterizedTest
    @CsvSource({
            // M, points,  missing,           ignore, breaching, notBreaching
            "3, o - X - X, OK,                OK,     OK,        OK",
            "3, o - - - -, OK,                OK,     OK,        OK",
            "3, - - - - -, INSUFFICIENT_DATA, keep,   ALARM,     OK",
            "3, o X X - X, ALARM,             ALARM,  ALARM,     ALARM",
            "3, - - X - -, ALARM,             keep,   ALARM,     OK",
            "2, o - X - X, ALARM,             ALARM,  ALARM,     ALARM",
            "2, o o X o X, ALARM,             ALARM,  ALARM,     ALARM",
            "2, o - X - -, OK,                OK,     ALARM,     OK",
            "2, - - - - o, OK,                OK,     ALARM,     OK",
            "2, - - - X -, ALARM,             keep,   ALARM,     OK"})
    void thePublishedCasesHold(int m, String points, AlarmState missing, String ignore, AlarmState breaching,
            AlarmState notBreaching) {
        for (AlarmState before : AlarmState.values()) {
            assertThat(evaluate(m, MissingData.MISSING, points, before)).isEqualTo(missing);
            assertThat(evaluate(m, MissingData.BREACHING, points, before)).isEqualTo(breaching);
            assertThat(evaluate(m, MissingData.NOT_BREACHING, points, before)).isEqualTo(notBreaching);
            assertThat(evaluate(m, MissingData.IGNORE, points, before))
                    .isEqualTo(ignore.equals("keep") ? before : AlarmState.valueOf(ignore));
        }
    }

    @ParameterizedTest
    @CsvSource({"- - - - X, INSUFFICIENT_DATA", "- - - X -, INSUFFICIENT_DATA", "- - X X -, ALARM"})
    void onlyAnOldBreachRaisesTheAlarmWhilePointsAreMissing(String points, AlarmState expected) {
        assertThat(evaluate(3, MissingData.MISSING, points, AlarmState.OK)).isEqualTo(expected);
    }

    @Test
    void breachesNeedNotBeAdjacent() {
        MOutOfN threeOfFive = new MOutOfN(3, 5, MissingData.MISSING);
        assertThat(threeOfFive.evaluate(points("X o X o X"), AlarmState.OK)).isEqualTo(AlarmState.ALARM);
        assertThat(threeOfFive.evaluate(points("X X o o X o o"), AlarmState.ALARM)).isEqualTo(AlarmState.OK);
    }

    @Test
    void pointsOlderThanTheRangeDoNotCount() {
        MOutOfN rule = new MOutOfN(3, 3, MissingData.MISSING);
        assertThat(rule.range()).isEqualTo(5);
        assertThat(rule.evaluate(points("X X X - - - - -"), AlarmState.ALARM)).isEqualTo(AlarmState.INSUFFICIENT_DATA);
        assertThat(new MOutOfN(3, 12, MissingData.MISSING).range()).isEqualTo(16);
    }

    @Test
    void settingsThatCannotBeAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> new MOutOfN(4, 3, MissingData.MISSING)).hasMessage("m is 4; allowed: 1 to n (3)");
        assertThatThrownBy(() -> new MOutOfN(0, 3, MissingData.MISSING)).hasMessage("m is 0; allowed: 1 to n (3)");
        assertThatThrownBy(() -> new MOutOfN(1, 0, MissingData.MISSING)).hasMessage("n is 0; allowed: 1 to 1440");
    }

    private static AlarmState evaluate(int m, MissingData missing, String points, AlarmState before) {
        return new MOutOfN(m, 3, missing).evaluate(points(points), before);
    }

    private static List<Datapoint> points(String text) {
        return Arrays.stream(text.split(" ")).map(point -> switch (point) {
            case "X" -> Datapoint.BREACHING;
            case "o" -> Datapoint.WELL;
            default -> Datapoint.MISSING;
        }).toList();
    }
}
