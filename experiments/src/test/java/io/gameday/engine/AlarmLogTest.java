package io.gameday.engine;

import io.gameday.engine.AlarmLog.Moved;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.TeamAlarms;
import io.gameday.target.TeamAlarms.Ringing;
import io.gameday.target.TeamAlarms.TeamAlarm;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

import static io.gameday.observability.alarm.AlarmState.ALARM;
import static io.gameday.observability.alarm.AlarmState.INSUFFICIENT_DATA;
import static io.gameday.observability.alarm.AlarmState.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// Overlapping readings of one alarm.
class AlarmLogTest {

    private final AlarmLog log = new AlarmLog(Set.of("Errors"));

    @Test
    void anAlarmThatFlapsIsToldOnceForEachTimeThatItRings() {
        read(5, "");
        assertThat(read(35, "", rang(10, 20), open(30, 35))).containsExactly(moved(OK, ALARM, 10), moved(ALARM, OK, 20),
                moved(OK, ALARM, 30));
        assertThat(read(37, "", rang(10, 20), open(30, 37))).isEmpty();
        assertThat(read(39, "", rang(10, 20), rang(30, 38))).containsExactly(moved(ALARM, OK, 38));
        assertThat(read(50, "", rang(15, 20), rang(30, 38), open(45, 50))).containsExactly(moved(OK, ALARM, 45));
        assertThat(read(52, "", rang(17, 20), rang(30, 38), open(45, 52))).isEmpty();
    }

    @Test
    void oneThatRangOnAfterAllGoesOnFromWhereItsEndWasTold() {
        read(5, "");
        read(20, "", rang(10, 18));
        assertThat(read(22, "", open(10, 22))).containsExactly(moved(OK, ALARM, 18));
    }

    @Test
    void ringingThatIsToldOnlyAfterAGapIsNotLost() {
        read(5, "");
        assertThat(read(20, "it had too little data")).containsExactly(moved(OK, INSUFFICIENT_DATA, 20));
        assertThat(read(30, "", open(18, 30))).containsExactly(moved(INSUFFICIENT_DATA, ALARM, 18));
    }

    private List<Tuple> read(long until, String trouble, Ringing... rang) {
        List<Moved> moved = log.read(new TeamAlarms(List.of(new TeamAlarm("Errors", trouble, List.of(rang)))),
                at(until));
        return moved.stream().map(m -> tuple(m.from(), m.to(), m.when())).toList();
    }

    private static Tuple moved(AlarmState from, AlarmState to, long when) {
        return tuple(from, to, at(when));
    }

    private static Ringing rang(long from, long to) {
        return new Ringing(at(from), at(to), false, "rings");
    }

    private static Ringing open(long from, long to) {
        return new Ringing(at(from), at(to), true, "rings");
    }

    private static Instant at(long seconds) {
        return Instant.EPOCH.plusSeconds(seconds);
    }
}
