package io.gameday.observability.alarm;

import io.gameday.observability.History;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmRule.Reading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class AlarmTest {

    private final History history = new History(10);
    private Datapoint next = Datapoint.MISSING;
    private final Alarm alarm = new Alarm("test", Scope.SITE, new MOutOfN(3, 5, MissingData.MISSING),
            h -> new Reading(next, () -> "saw " + next));

    @Test
    void aNewAlarmHasSeenNothing() {
        assertThat(alarm.state()).isEqualTo(AlarmState.INSUFFICIENT_DATA);
        assertThat(feed("-")).isEmpty();
        assertThat(alarm.state()).isEqualTo(AlarmState.INSUFFICIENT_DATA);
    }

    @Test
    void aChangeIsToldOnceWithItsEvidence() {
        assertThat(feed("ooooo")).containsExactly(
                new AlarmChange("test", Scope.SITE, AlarmState.INSUFFICIENT_DATA, AlarmState.OK, "saw WELL"));
        assertThat(feed("XX")).isEmpty();
        assertThat(feed("XXX"))
                .containsExactly(new AlarmChange("test", Scope.SITE, AlarmState.OK, AlarmState.ALARM, "saw BREACHING"));
        assertThat(feed("oo")).isEmpty();
        assertThat(feed("ooo"))
                .containsExactly(new AlarmChange("test", Scope.SITE, AlarmState.ALARM, AlarmState.OK, "saw WELL"));
    }

    @Test
    void anAlarmWhoseDataEndSaysSo() {
        feed("ooooo");
        assertThat(feed("-------")).containsExactly(
                new AlarmChange("test", Scope.SITE, AlarmState.OK, AlarmState.INSUFFICIENT_DATA, "saw MISSING"));
    }

    @ParameterizedTest
    @EnumSource(MissingData.class)
    void whateverMissingPointsAreTakenAsAnAlarmThatSawNothingHasNoData(MissingData missing) {
        Alarm treated = new Alarm("test", Scope.SITE, new MOutOfN(3, 5, missing), h -> new Reading(next, () -> ""));
        feed(treated, "-------");
        assertThat(treated.hasData()).isFalse();
        feed(treated, "ooooo");
        assertThat(treated.hasData()).isTrue();
        feed(treated, "-----");
        assertThat(treated.hasData()).isTrue();
        feed(treated, "--");
        assertThat(treated.hasData()).isFalse();
    }

    @Test
    void thePeriodOfADatapointEndsInItsLastSecond() {
        Alarm ofPeriods = new Alarm("test", Scope.SITE, new MOutOfN(1, 1, MissingData.MISSING),
                h -> new Reading(next, () -> ""), 3);
        assertThat(ofPeriods.periodEnded()).isFalse();
        feed(ofPeriods, "oo");
        assertThat(ofPeriods.periodEnded()).isFalse();
        feed(ofPeriods, "o");
        assertThat(ofPeriods.periodEnded()).isTrue();
        feed(ofPeriods, "o");
        assertThat(ofPeriods.periodEnded()).isFalse();
    }

    private List<AlarmChange> feed(String points) {
        return feed(alarm, points);
    }

    private List<AlarmChange> feed(Alarm alarm, String points) {
        List<AlarmChange> changes = new ArrayList<>();
        for (char point : points.toCharArray()) {
            next = point == 'X' ? Datapoint.BREACHING : point == 'o' ? Datapoint.WELL : Datapoint.MISSING;
            alarm.onSecond(history).ifPresent(changes::add);
        }
        return changes;
    }
}
