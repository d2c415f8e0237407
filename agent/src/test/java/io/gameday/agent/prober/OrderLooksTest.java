package io.gameday.agent.prober;

import io.gameday.agent.prober.MemoryJudgement.Held;
import io.gameday.target.Observation.Presence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static io.gameday.agent.prober.Stage.failed;
import static io.gameday.agent.prober.Stage.overloaded;
import static io.gameday.agent.prober.Stage.presence;
import static io.gameday.agent.prober.Stage.scene;
import static io.gameday.agent.prober.Stage.served;
import static io.gameday.agent.prober.Stage.times;
import static io.gameday.agent.prober.Stage.waited;
import static org.assertj.core.api.Assertions.assertThat;

/// Stock, settings, log lines, memory and unknown causes, as orders show them.
class OrderLooksTest {

    private static final List<Sight> WELL = times(5, served(100));
    private static final List<Sight> NO_STOCK = times(3, served(100, "unknown", "1"));

    private static Samples samples(List<Sight> t1, List<Sight> t2, List<Sight> t3) {
        return new Samples(Map.of("t1", t1, "t2", t2, "t3", t3));
    }

    private static Presence stock(Presence wanted, Samples samples) {
        return presence(new StockJudgement(scene(wanted), "inventory").of(samples));
    }

    @Test
    void ordersThatAreServedWithoutStockShowADependencyThatIsDown() {
        assertThat(stock(Presence.BITES, samples(NO_STOCK, NO_STOCK, WELL))).isEqualTo(Presence.BITES);
        assertThat(stock(Presence.BITES, samples(NO_STOCK, WELL, WELL))).isEqualTo(Presence.UNKNOWN);
        assertThat(stock(Presence.GONE, samples(WELL, times(3, served(90, "missing", "1")), WELL)))
                .isEqualTo(Presence.GONE);
    }

    @Test
    void ordersThatFailTellNothingOfTheStock() {
        assertThat(stock(Presence.BITES, samples(times(5, failed(5)), NO_STOCK, WELL))).isEqualTo(Presence.UNKNOWN);
        assertThat(stock(Presence.GONE, samples(times(5, failed(5)), WELL, WELL))).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aTaskOutsideThatLostTheDependencyTooIsNamed() {
        Finding seen = new StockJudgement(scene(Presence.BITES), "inventory").of(samples(NO_STOCK, NO_STOCK, NO_STOCK));
        assertThat(Stage.told(seen).presence()).isEqualTo(Presence.UNKNOWN);
        assertThat(Stage.told(seen).value()).contains("planned az1, but t3 in cell-2 az2 cannot tell the stock either");
    }

    private static Presence config(Samples samples) {
        return presence(new ConfigJudgement(scene(Presence.BITES)).of(samples));
    }

    @Test
    void aWrongSettingFailsEveryOrderOfWhoeverAnswers() {
        Sight noDatabase = new Sight.Answers(503, "{\"error\":\"database unavailable\"}", Duration.ofMillis(5));
        assertThat(config(samples(times(3, noDatabase), times(1, Stage.REFUSES), WELL))).isEqualTo(Presence.BITES);
        assertThat(config(samples(times(3, noDatabase), WELL, WELL))).isEqualTo(Presence.UNKNOWN);
        assertThat(config(samples(WELL, times(1, Stage.REFUSES), WELL))).isEqualTo(Presence.GONE);
    }

    @Test
    void aTaskThatOnlyRefusesForLackOfCapacityShowsNoWrongSetting() {
        assertThat(config(samples(times(6, overloaded()), times(6, overloaded()), WELL))).isEqualTo(Presence.UNKNOWN);
    }

    private static Presence logs(Presence wanted, Sight order, String... arrived) {
        return presence(new LogJudgement(scene(wanted))
                .of(new LogJudgement.Trail(Map.of("a", order, "b", order, "c", served(100)),
                        Map.of("a", "t1", "b", "t2", "c", "t3"), Set.of(arrived))));
    }

    @Test
    void ordersWithoutALineAtTheSinkShowAStalledSink() {
        assertThat(logs(Presence.BITES, served(100), "c")).isEqualTo(Presence.BITES);
        assertThat(logs(Presence.BITES, served(100), "a", "c")).isEqualTo(Presence.UNKNOWN);
        assertThat(logs(Presence.GONE, served(100), "a", "b", "c")).isEqualTo(Presence.GONE);
    }

    @Test
    void ordersThatStandStillOverTheirLogLineCountAsWell() {
        assertThat(logs(Presence.BITES, waited(2000), "c")).isEqualTo(Presence.BITES);
        assertThat(logs(Presence.BITES, Stage.REFUSES, "c")).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aTaskOutsideWhoseLinesAreMissingTooIsNamed() {
        assertThat(logs(Presence.BITES, served(100))).isEqualTo(Presence.UNKNOWN);
    }

    private static Presence memory(Scene scene, Samples samples, Map<String, Held> held) {
        SlowJudgement slow = new SlowJudgement(scene, Duration.ofMillis(200), Duration.ofSeconds(2), true);
        return presence(new MemoryJudgement(scene, 95).of(slow, samples, held));
    }

    private static Map<String, Held> held(long t1, long t2, long t3) {
        return Map.of("t1", new Held(t1, 64L), "t2", new Held(t2, 64L), "t3", new Held(t3, 64L));
    }

    @Test
    void aProcessThatGrewByHalfOfWhatWasToBeFilledShowsIt() {
        assertThat(memory(scene(Presence.BITES), samples(WELL, WELL, WELL), held(159, 160, 151)))
                .isEqualTo(Presence.BITES);
    }

    @Test
    void whatItsLikeGrowWhileTheyWarmUpIsTakenOff() {
        assertThat(memory(scene(Presence.BITES), samples(WELL, WELL, WELL), held(160, 160, 156)))
                .isEqualTo(Presence.GONE);
    }

    @Test
    void tasksThatFailOrEndedOfItShowItToCustomers() {
        assertThat(memory(scene(Presence.BITES), samples(times(5, failed(5)), times(5, served(400)), WELL), Map.of()))
                .isEqualTo(Presence.BITES);
        assertThat(memory(Stage.deserted(Presence.BITES), samples(List.of(), List.of(), WELL), Map.of()))
                .isEqualTo(Presence.BITES);
        assertThat(memory(Stage.deserted(Presence.GONE), samples(List.of(), List.of(), WELL), Map.of()))
                .isEqualTo(Presence.GONE);
    }

    private static Presence external(Presence wanted, List<Sight> t1, List<Sight> t3) {
        return presence(new ExternalJudgement(scene(wanted), "pull the plug").of(samples(t1, WELL, t3)));
    }

    @Test
    void whateverSomebodyDoesShowsAsSlowFailingOrDark() {
        assertThat(external(Presence.BITES, times(5, served(300)), WELL)).isEqualTo(Presence.BITES);
        assertThat(external(Presence.BITES, times(5, failed(5)), WELL)).isEqualTo(Presence.BITES);
        assertThat(external(Presence.BITES, times(1, Stage.REFUSES), WELL)).isEqualTo(Presence.BITES);
        assertThat(external(Presence.GONE, WELL, WELL)).isEqualTo(Presence.GONE);
        assertThat(external(Presence.BITES, times(5, failed(5)), times(5, failed(5)))).isEqualTo(Presence.UNKNOWN);
    }
}
