package io.gameday.agent.prober;

import io.gameday.target.Observation.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.gameday.agent.prober.Stage.failed;
import static io.gameday.agent.prober.Stage.overloaded;
import static io.gameday.agent.prober.Stage.presence;
import static io.gameday.agent.prober.Stage.served;
import static io.gameday.agent.prober.Stage.times;
import static org.assertj.core.api.Assertions.assertThat;

class FailingJudgementTest {

    private static FailingJudgement errors(Scene scene, double share) {
        return new FailingJudgement(scene, "answered with an error", share, Sight::failed, Sight::served, true);
    }

    private static List<Sight> mix(int bad, int good, int overloads) {
        List<Sight> all = new ArrayList<>(times(bad, failed(5)));
        all.addAll(times(good, served(5)));
        all.addAll(times(overloads, overloaded()));
        return all;
    }

    private static Presence judge(Presence wanted, double share, List<Sight> seen) {
        return judge(wanted, share, seen, List.of());
    }

    private static Presence judge(Presence wanted, double share, List<Sight> first, List<Sight> second) {
        return presence(errors(Stage.scene(wanted), share)
                .of(new Samples(Map.of("t1", first, "t2", second, "t3", times(10, served(5))))));
    }

    @ParameterizedTest(name = "{0}: of a planned share of {1} %, {2} failed and {3} did not: {4}")
    @CsvSource({"the whole share, 50, 20, 20, BITES", "half the share is enough, 50, 10, 30, BITES",
            "less is mixed, 50, 9, 31, UNKNOWN", "none in too few may be chance, 10, 0, 40, UNKNOWN",
            "nine in all are too few, 100, 9, 0, UNKNOWN", "one failure is nobody's doing, 10, 1, 19, UNKNOWN"})
    void shares(String why, double share, int bad, int good, Presence expected) {
        assertThat(judge(Presence.BITES, share, mix(bad, good, 0))).as(why).isEqualTo(expected);
    }

    @Test
    void overloadsCountNeitherWay() {
        assertThat(judge(Presence.BITES, 50, mix(20, 20, 500))).isEqualTo(Presence.BITES);
        assertThat(judge(Presence.GONE, 50, mix(0, 5, 500))).isEqualTo(Presence.UNKNOWN);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"17 from each are no chance, 17, 0, GONE", "16 may be chance, 16, 0, UNKNOWN",
            "overloads tell nothing, 0, 34, UNKNOWN", "silence tells nothing, 0, 0, UNKNOWN"})
    void theEndIsAskedOfEachTask(String why, int good, int overloads, Presence expected) {
        assertThat(judge(Presence.GONE, 50, mix(0, 17, 0), mix(0, good, overloads))).as(why).isEqualTo(expected);
    }

    @Test
    void whoGaveTooFewAnswersIsNamed() {
        Finding seen = errors(Stage.scene(Presence.GONE), 50)
                .of(new Samples(Map.of("t1", mix(0, 17, 0), "t2", mix(0, 3, 0))));
        assertThat(seen.value()).isEqualTo("0 of 20 (0 %); too few from t2");
        assertThat(seen.wish()).isEqualTo("0 of at least 17 at each task");
    }

    @Test
    void whatShowsTheEffectIsSharedOutAndWhatShowsItsEndIsAskedOfEach() {
        assertThat(errors(Stage.scene(Presence.BITES), 50).each())
                .isEqualTo((Binomial.requests(0.5, FailingJudgement.MOST) + 1) / 2);
        assertThat(errors(Stage.scene(Presence.GONE), 50).each()).isEqualTo(17);
    }

    @Test
    void aTaskOutsideTheReachThatFailsTooIsNamed() {
        Finding seen = errors(Stage.scene(Presence.BITES), 50)
                .of(new Samples(Map.of("t1", mix(20, 20, 0), "t2", List.of(), "t3", mix(5, 5, 0))));
        assertThat(Stage.told(seen).presence()).isEqualTo(Presence.UNKNOWN);
        assertThat(Stage.told(seen).value())
                .isEqualTo("20 of 40 (50 %); hit outside the plan: planned az1, but t3 in cell-2 az2 fails too");
    }

    @Test
    void failingCodeIsGoneWithItsTasks() {
        assertThat(presence(errors(Stage.deserted(Presence.GONE), 50).of(new Samples(Map.of()))))
                .isEqualTo(Presence.GONE);
    }

    @Test
    void lostRequestsAreThoseWithoutAnAnswer() {
        FailingJudgement loss = new FailingJudgement(Stage.scene(Presence.BITES), "that got no answer", 40, Sight::lost,
                Sight.Answers.class::isInstance, false);
        List<Sight> seen = new ArrayList<>(times(8, Stage.LOST));
        seen.addAll(times(12, failed(5)));
        assertThat(presence(loss.of(new Samples(Map.of("t1", seen))))).isEqualTo(Presence.BITES);
    }

    @ParameterizedTest(name = "{0} %")
    @ValueSource(doubles = {100, 75, 50, 30, 20, 10, 5})
    void enoughAreAskedSoThatChanceHidesTheEffectInLessThanOneLookOfAThousand(double percent) {
        int requests = Binomial.requests(percent / 100, FailingJudgement.MOST);
        assertThat(requests).isLessThanOrEqualTo(FailingJudgement.MOST);
        for (int n = requests; n <= FailingJudgement.MOST; n++) {
            assertThat(Binomial.below(n, percent / 100)).isLessThan(Binomial.MISS);
        }
    }

    @ParameterizedTest(name = "of {0} %: {1} to see it, {2} to see it gone")
    @CsvSource({"100, 1, 1", "50, 37, 17", "20, 153, 52", "10, 345, 110", "1.7, 700, 672"})
    void thatManyAreAsked(double percent, int toBite, int toBeGone) {
        assertThat(Binomial.requests(percent / 100, FailingJudgement.MOST)).isCloseTo(toBite,
                org.assertj.core.data.Percentage.withPercentage(15));
        assertThat(Binomial.silence(percent / 100, FailingJudgement.MOST)).isEqualTo(toBeGone);
    }
}
