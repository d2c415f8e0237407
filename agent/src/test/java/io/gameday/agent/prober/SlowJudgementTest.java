package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import io.gameday.target.OwnPlace;
import io.gameday.target.OwnSystem;
import io.gameday.target.WebAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.gameday.agent.prober.Stage.failed;
import static io.gameday.agent.prober.Stage.overloaded;
import static io.gameday.agent.prober.Stage.presence;
import static io.gameday.agent.prober.Stage.served;
import static io.gameday.agent.prober.Stage.times;
import static io.gameday.agent.prober.Stage.waited;
import static org.assertj.core.api.Assertions.assertThat;

class SlowJudgementTest {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static Finding judge(Scene scene, long delay, List<Sight> first, List<Sight> second, List<Sight> outside) {
        return new SlowJudgement(scene, Duration.ofMillis(delay), LIMIT, false)
                .of(new Samples(Map.of("t1", first, "t2", second, "t3", outside)));
    }

    private static Finding judge(Presence wanted, long delay, List<Sight> each) {
        return judge(Stage.scene(wanted), delay, each, each, times(5, served(100)));
    }

    /// Every task took 100 ms before; orders are given up after 2 s.
    @ParameterizedTest(name = "{0}: with a delay of {1} ms, orders of {2} ms are {3}")
    @CsvSource({"as long as planned, 1000, 1100, BITES", "half of it is enough, 1000, 600, BITES",
            "less than half is mixed, 1000, 599, UNKNOWN", "more than a quarter is mixed, 1000, 351, UNKNOWN",
            "up to a quarter is as before, 1000, 350, GONE", "quicker than before is as before, 1000, 10, GONE",
            "30 ms are chance, 80, 130, GONE", "40 of 80 ms are no chance, 80, 140, BITES",
            "a delay of 40 ms must show by more than chance, 40, 130, GONE",
            "a delay of 40 ms that shows, 40, 140, BITES",
            "a delay beyond the limit shows as the limit, 30000, 2000, BITES",
            "half of what the limit leaves is enough, 30000, 1051, BITES",
            "a quarter of what the limit leaves is too much, 30000, 600, UNKNOWN",
            "nothing added is gone whatever the delay, 30000, 110, GONE"})
    void medianTimes(String why, long delay, long millis, Presence expected) {
        assertThat(presence(judge(Presence.BITES, delay, times(5, served(millis))))).as(why).isEqualTo(expected);
    }

    @Test
    void aSystemOfATeamsOwnIsAskedForRequestsAndNotForOrders() {
        WebAddress url = WebAddress.of("http://127.0.0.1:8080");
        OwnSystem.Request request = new OwnSystem.Request("GET", "/", "");
        OwnPlace own = new OwnPlace(new OwnSystem.Place("shop", "az1", url, "/", null, "", null), request, null, false,
                null);
        Reach reach = Stage.reach().with(List.of(
                new Reach.Place("t1", "az1", "t1", true, true, null, "shop", Stage.place("t1", true).before(), own)));
        Scene scene = new Scene("az1", reach, Suspects.NONE_EXCUSED, Presence.BITES, process -> true);
        List<Sight> few = times(1, served(1100));
        assertThat(judge(scene, 1000, few, few, few))
                .returns("median time of 5 requests at each of 1 tasks", Finding::measure)
                .returns("t1 1100 ms by 1 of 1 requests (before 100 ms)", Finding::value);
        assertThat(new ExternalJudgement(scene, "pull the plug").of(new Samples(Map.of("t1", few))).measure())
                .isEqualTo("requests to az1 ('pull the plug')");
    }

    @Test
    void tooShortADelayIsNeverProven() {
        assertThat(presence(judge(Presence.BITES, 20, times(5, served(120))))).isEqualTo(Presence.UNKNOWN);
        assertThat(Stage.told(judge(Presence.BITES, 20, times(5, served(120)))).wanted()).contains("at least 30 ms");
    }

    /// Of an overloaded task some orders are refused; half of them must tell all the same.
    @Test
    void halfOfTheOrdersMustTellThatItBitesAndAllThatItIsGone() {
        assertThat(presence(judge(Presence.BITES, 1000, times(2, served(1100))))).isEqualTo(Presence.UNKNOWN);
        assertThat(presence(judge(Presence.BITES, 1000, times(3, served(1100))))).isEqualTo(Presence.BITES);
        assertThat(presence(judge(Presence.GONE, 1000, times(4, served(100))))).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void anOverloadIsNoQuickOrder() {
        assertThat(presence(judge(Presence.GONE, 1000, times(9, overloaded())))).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void ordersWithoutAnswerAreAtLeastAsSlowAsTheyWereWaitedFor() {
        assertThat(presence(judge(Presence.BITES, 5000, times(5, waited(2000))))).isEqualTo(Presence.BITES);
    }

    @Test
    void failingQuicklyIsNotServingAsBefore() {
        assertThat(presence(judge(Presence.GONE, 1000, times(5, failed(20))))).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void oneOfTwoTasksIsMixed() {
        Finding half = judge(Stage.scene(Presence.BITES), 1000, times(5, served(1100)), times(5, served(100)),
                times(5, served(100)));
        assertThat(presence(half)).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aSlowTaskOutsideTheReachIsNamedBesideThePlan() {
        Finding seen = judge(Stage.scene(Presence.BITES), 1000, times(5, served(1100)), times(5, served(1200)),
                times(5, served(900)));
        assertThat(Stage.told(seen)).isEqualTo(new Observation(Presence.UNKNOWN,
                "median time of 5 orders at each of 2 tasks",
                "t1 1100 ms (before 100 ms), t2 1200 ms (before 100 ms); hit outside the plan: planned az1, but t3 in cell-2 az2 "
                        + "is slow too",
                "each at least 500 ms longer than before, nothing outside az1 hit"));
    }

    @Test
    void whatAnotherFaultOfOursSlowsIsExcused() {
        Scene scene = new Scene("az1", Stage.reach(), Stage.excusing("t3"), Presence.BITES, process -> true);
        assertThat(presence(judge(scene, 1000, times(5, served(1100)), times(5, served(1200)), times(5, served(900)))))
                .isEqualTo(Presence.BITES);
    }

    @Test
    void slowCodeIsGoneWithItsTasksButASlowLinkIsNot() {
        Samples none = new Samples(Map.of());
        Scene deserted = Stage.deserted(Presence.GONE);
        Duration delay = Duration.ofSeconds(1);
        assertThat(presence(new SlowJudgement(deserted, delay, LIMIT, true).of(none))).isEqualTo(Presence.GONE);
        assertThat(presence(new SlowJudgement(deserted, delay, LIMIT, false).of(none))).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aTaskThatStartedSinceIsComparedWithItsNeighbours() {
        Reach.Place late = new Reach.Place("t4", "az1", "t4", true, false, null);
        Scene scene = Stage.scene(Presence.GONE).with(Stage.reach().with(List.of(late, Stage.place("t3", false))));
        Finding seen = new SlowJudgement(scene, Duration.ofSeconds(1), LIMIT, false)
                .of(new Samples(Map.of("t4", times(5, served(120)))));
        assertThat(Stage.told(seen).presence()).isEqualTo(Presence.GONE);
        assertThat(Stage.told(seen).value()).isEqualTo("t4 120 ms (before 100 ms)");
    }

    @Test
    void withoutATimeOfBeforeNothingIsProven() {
        Reach old = new Reach(List.of(), List.of(new Reach.Place("t1", "az1", "t1", true, true, Stage.LIVING)));
        Finding seen = new SlowJudgement(Stage.scene(Presence.GONE).with(old), Duration.ofSeconds(1), LIMIT, false)
                .of(new Samples(Map.of("t1", times(5, served(120)))));
        assertThat(Stage.told(seen).presence()).isEqualTo(Presence.UNKNOWN);
        assertThat(Stage.told(seen).value()).contains("before unknown");
    }
}
