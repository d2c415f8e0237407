package io.gameday.engine;

import io.gameday.experiment.Expectation.TeamTold;
import io.gameday.journal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Payments are to be told of Errors; the fault comes after 100 s.
class TeamToldJudgeTest {

    private final Judge judge = new TeamToldJudge(new TeamTold("Errors", "payments", null));

    @Test
    void theTeamAloneIsHeld() {
        assertThat(after(told(110, "payments", "Errors"), told(111, "platform", "Disk")))
                .contains(Ruling.held("10 s", "payments was told, and nobody else"));
    }

    @Test
    void whereOnlySomeAreHeardNobodyElseIsSaidOfTheseOnly() {
        assertThat(after(new Observed.Told(seconds(110), List.of("payments"), List.of("Errors"), false)))
                .contains(Ruling.held("10 s", "payments was told, and nobody else that is heard here"));
    }

    @Test
    void aPageOfAnAlarmThatIsNotKnownMayHaveToldTheTeam() {
        assertThat(after(told(110, "payments"))).contains(Ruling
                .unknown("payments was told of something after 10 s, and no alarm that is known is " + "named in it"));
    }

    @Test
    void aPageOfAnAlarmThatIsNotKnownMayHaveWokenSomebodyElse() {
        assertThat(after(told(110, "payments", "Errors"), told(120, "platform")).orElseThrow().verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void suchAPageBeforeTheInjectionTakesNothingAway() {
        assertThat(judge.observe(told(90, "platform"))).isEmpty();
        assertThat(after(told(110, "payments", "Errors")).orElseThrow().verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void suchAPageTakesAwayNothingFromWhatWasSeen() {
        assertThat(after(told(105, "payments"), told(110, "platform", "Errors")).orElseThrow().verdict())
                .isEqualTo(Verdict.BROKEN);
    }

    @Test
    void aPageAboutTwoAlarmsCountsForEach() {
        assertThat(after(told(110, "payments", "ErrorsOfCheckout", "Errors")).orElseThrow().verdict())
                .isEqualTo(Verdict.HELD);
    }

    /// Between the injection and the end.
    private Optional<Ruling> after(Observed... all) {
        judge.observe(new Observed.Injected(seconds(100), Instant.EPOCH, "f"));
        for (Observed observed : all) {
            Optional<Ruling> ruling = judge.observe(observed);
            if (ruling.isPresent()) {
                return ruling;
            }
        }
        return judge.observe(new Observed.AllDecided(seconds(200)));
    }

    private static Observed told(long at, String to, String... alarms) {
        return new Observed.Told(seconds(at), List.of(to), List.of(alarms), true);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
