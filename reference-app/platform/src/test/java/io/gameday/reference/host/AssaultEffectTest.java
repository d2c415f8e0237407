package io.gameday.reference.host;

import io.gameday.observability.Scope;
import io.gameday.reference.fake.Await;
import io.gameday.reference.host.Effect.Applying;
import io.gameday.target.Answer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Against fake management ports; `RealTaskTest` does the same to a real task.
@Timeout(120)
class AssaultEffectTest {

    private static final Scope HERE = new Scope.CellZone("cell-1", "az1");
    private static final Assault SLOW = Assault.slow(Duration.ofMillis(300));

    private final EffectStage stage = new EffectStage();
    private final AssaultEffect effect = new AssaultEffect(stage.loop, stage.calls, stage.there, stage.log::add);

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void everyRunningTaskIsSlowedAndThenRestoredToExactlyWhatWasFound() throws Exception {
        FakeManagement one = stage.runs("orders-1", "public");
        FakeManagement other = stage.runs("orders-2", "public");
        String before = one.told();

        Effect.Undo undo = stage.applied(then -> effect.strike("f1", HERE, SLOW, then));

        for (FakeManagement task : new FakeManagement[]{one, other}) {
            assertThat(task.enabled).isTrue();
            assertThat(task.assault("latencyActive").booleanValue()).isTrue();
            assertThat(task.assault("latencyRangeStart").intValue()).isEqualTo(300);
            assertThat(task.assault("latencyRangeEnd").intValue()).isEqualTo(300);
            assertThat(task.assault("level").intValue()).isEqualTo(1);
            assertThat(task.watcher("repository").booleanValue()).isFalse();
        }
        assertThat(stage.log).contains("fault f1: every request takes 300 ms longer in [orders-1, orders-2]");

        stage.undone(undo);

        for (FakeManagement task : new FakeManagement[]{one, other}) {
            assertThat(task.enabled).isFalse();
            assertThat(task.assault("latencyActive").booleanValue()).isFalse();
            assertThat(task.assault("level").intValue()).isEqualTo(5);
            assertThat(task.assault("deterministic").booleanValue()).isFalse();
            assertThat(task.watcher("repository").booleanValue()).isTrue();
        }
        assertThat(before).contains("\"latencyRangeStart\":1000");
        assertThat(one.assault("latencyRangeStart").intValue()).isEqualTo(1000);
    }

    @Test
    void aChaosMonkeyThatSomebodyHadSwitchedOnStaysOn() throws Exception {
        FakeManagement task = stage.runs("orders-1", "public");
        task.enabled = true;

        stage.undone(stage.applied(then -> effect.strike("f1", HERE, SLOW, then)));

        assertThat(task.enabled).isTrue();
        assertThat(task.changes).doesNotContain("/actuator/chaosmonkey/disable");
    }

    @Test
    void whereOneTaskCannotBeAssaultedNoneIs() throws Exception {
        FakeManagement one = stage.runs("orders-1", "public");
        FakeManagement broken = stage.runs("orders-2", "public");
        broken.failures = 1;

        Applying applying = stage.told(then -> effect.strike("f1", HERE, SLOW, then));

        assertThat(applying).isEqualTo(new Applying.Refused("not every task could be assaulted: "
                + "POST /actuator/chaosmonkey/assaults of " + broken.address() + " answered 500: {}"));
        assertThat(one.enabled).isFalse();
        assertThat(one.assault("latencyActive").booleanValue()).isFalse();
        stage.undone(stage.applied(then -> effect.strike("f2", HERE, SLOW, then)));
    }

    @Test
    void restoringIsTriedAgainUntilTheTaskTakesIt() throws Exception {
        FakeManagement task = stage.runs("orders-1", "public");
        Effect.Undo undo = stage.applied(then -> effect.strike("f1", HERE, SLOW, then));
        task.failures = 3;

        stage.undone(undo);

        assertThat(task.failures).isZero();
        assertThat(task.assault("latencyActive").booleanValue()).isFalse();
        assertThat(stage.log).filteredOn(line -> line.startsWith("orders-1 is not restored yet: ")).hasSize(1);
    }

    @Test
    void aTaskThatIsGoneNeedsNoRestoring() throws Exception {
        FakeManagement task = stage.runs("orders-1", "public");
        Effect.Undo undo = stage.applied(then -> effect.strike("f1", HERE, SLOW, then));
        task.close();

        CompletableFuture<Boolean> undone = stage.undo(undo);
        Await.until(() -> stage.log.stream().anyMatch(line -> line.startsWith("orders-1 is not restored yet")),
                () -> stage.log);
        assertThat(undone).isNotDone();
        stage.stops("orders-1");

        assertThat(undone.get(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aTaskTakesOneAssaultAtATime() throws Exception {
        stage.runs("orders-1", "public");
        Effect.Undo undo = stage.applied(then -> effect.strike("f1", HERE, SLOW, then));

        assertThat(stage.<Applying>told(then -> effect.strike("f2", HERE, SLOW, then)))
                .isEqualTo(new Applying.Refused("there is an assault on orders-1 already; take that fault away first"));
        stage.undone(undo);

        stage.undone(stage.applied(then -> effect.strike("f2", HERE, SLOW, then)));
    }

    @Test
    void whereNoTaskRunsThereIsNothingToAssault() throws Exception {
        stage.put("orders-1", HostState.Status.STARTING, "127.0.0.1:1");

        assertThat(stage.<Applying>told(then -> effect.strike("f1", HERE, SLOW, then)))
                .isEqualTo(new Applying.Refused("no task of cell cell-1 zone az1 is running"));
    }

    @Test
    void aMemoryAssaultIsInForceWhileChaosMonkeyDoesNotAnswer() throws Exception {
        FakeManagement task = stage.runs("orders-1", "public");

        Effect.Undo undo = stage.applied(then -> effect.strike("f1", HERE, value(Assault.filling(90)), then));

        assertThat(task.assault("memoryActive").booleanValue()).isTrue();
        assertThat(task.assault("memoryFillTargetFraction").doubleValue()).isEqualTo(0.9);
        assertThat(task.changes).endsWith("/actuator/chaosmonkey/assaults/runtime/attack");
        stage.undone(undo);
        assertThat(task.assault("memoryActive").booleanValue()).isFalse();
    }

    @Test
    void aMemoryAssaultThatIsOverAtOnceIsRefused() throws Exception {
        FakeManagement task = stage.runs("orders-1", "public");
        task.attackEndsAtOnce = true;

        Applying applying = stage.told(then -> effect.strike("f1", HERE, value(Assault.filling(90)), then));

        assertThat(applying).isInstanceOf(Applying.Refused.class);
        assertThat(task.assault("memoryActive").booleanValue()).isFalse();
        assertThat(task.enabled).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"100, 1, every request fails", "60, 2, 'one request in 2 fails, 50.0 %'",
            "50, 2, 'one request in 2 fails, 50.0 %'", "33, 3, 'one request in 3 fails, 33.3 %'",
            "10, 10, 'one request in 10 fails, 10.0 %'", "0.01, 10000, 'one request in 10000 fails, 0.0 %'"})
    void aShareIsOneRequestInSoMany(double share, int oneIn, String words) {
        Assault assault = value(Assault.failing(share));

        assertThat(assault.what()).isEqualTo(words);
        assertThat(assault.settings().assaults().path("level").intValue()).isEqualTo(oneIn);
        assertThat(assault.settings().assaults().path("deterministic").booleanValue()).isTrue();
        assertThat(assault.settings().assaults().path("exceptionsActive").booleanValue()).isTrue();
    }

    @Test
    void aShareThatChaosMonkeyCannotCountIsRefused() {
        assertThat(Assault.failing(0.001))
                .isEqualTo(new Answer.Failed<Assault>("share is 0.001 %; allowed: 0.01 % to 100 %"));
    }

    @ParameterizedTest
    @ValueSource(ints = {74, 96})
    void aFillThatWouldDoNothingIsRefused(int percent) {
        assertThat(Assault.filling(percent)).isInstanceOf(Answer.Failed.class);
    }

    private static Assault value(Answer<Assault> answer) {
        return ((Answer.Ok<Assault>) answer).value();
    }
}
