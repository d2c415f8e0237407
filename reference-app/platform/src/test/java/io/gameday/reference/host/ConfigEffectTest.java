package io.gameday.reference.host;

import io.gameday.observability.Scope;
import io.gameday.reference.fake.Await;
import io.gameday.reference.host.Effect.Applying;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class ConfigEffectTest {

    private static final Scope ZONE = new Scope.Zone("az1");

    private final EffectStage stage = new EffectStage();
    private final DesiredSettings desired = new DesiredSettings();
    private final ConfigEffect effect = new ConfigEffect(stage.loop, stage.calls, stage.there, desired, stage.log::add);

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void runningTasksArePushedAWrongSchemaAndGetBackWhatWasFound() throws Exception {
        FakeManagement one = stage.runs("orders-1", "public");
        FakeManagement other = stage.runs("orders-2", "archive");

        Effect.Undo undo = stage.applied(then -> effect.push("f1", ZONE, then));
        assertThat(one.schema).isEqualTo(ConfigEffect.WRONG_SCHEMA);
        assertThat(other.schema).isEqualTo(ConfigEffect.WRONG_SCHEMA);

        stage.undone(undo);
        assertThat(one.schema).isEqualTo("public");
        assertThat(other.schema).isEqualTo("archive");
    }

    @Test
    void aTaskThatStartsMeanwhileHasItFromItsStartAndIsRestoredToo() throws Exception {
        stage.runs("orders-1", "public");
        Effect.Undo undo = stage.applied(then -> effect.push("f1", ZONE, then));

        assertThat(desired.environment(order("az1"))).isEqualTo(Map.of("GAMEDAY_SCHEMA", ConfigEffect.WRONG_SCHEMA));
        assertThat(desired.environment(order("az2"))).isEmpty();
        FakeManagement late = stage.runs("orders-2", ConfigEffect.WRONG_SCHEMA);
        stage.undone(undo);

        assertThat(late.schema).isEqualTo("public");
        assertThat(desired.environment(order("az1"))).isEmpty();
    }

    @Test
    void aTaskThatWasStartingBeforeIsPushedItOnceItRuns() throws Exception {
        stage.runs("orders-1", "public");
        stage.put("orders-2", HostState.Status.STARTING, "127.0.0.1:1");
        Effect.Undo undo = stage.applied(then -> effect.push("f1", ZONE, then));

        FakeManagement late = stage.runs("orders-2", "public");

        Await.until(() -> late.schema.equals(ConfigEffect.WRONG_SCHEMA), () -> late.schema);
        stage.undone(undo);
        assertThat(late.schema).isEqualTo("public");
    }

    @Test
    void theEndWaitsForATaskThatIsStillStarting() throws Exception {
        stage.runs("orders-1", "public");
        Effect.Undo undo = stage.applied(then -> effect.push("f1", ZONE, then));
        stage.put("orders-2", HostState.Status.STARTING, "127.0.0.1:1");

        CompletableFuture<Boolean> undone = stage.undo(undo);
        stage.told(then -> stage.loop.at(Restoring.PAUSE.multipliedBy(2), () -> then.accept(true)));
        assertThat(undone).isNotDone();
        FakeManagement late = stage.runs("orders-2", ConfigEffect.WRONG_SCHEMA);

        assertThat(undone.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(late.schema).isEqualTo("public");
    }

    @Test
    void aTaskIsRestoredOnlyAfterItHasAnsweredToTheWrongOneAndTheRightOneIsFoundInIt() throws Exception {
        stage.runs("orders-1", "public");
        stage.put("orders-2", HostState.Status.STARTING, "127.0.0.1:1");
        Effect.Undo undo = stage.applied(then -> effect.push("f1", ZONE, then));
        FakeManagement late = new FakeManagement(stage.network, "public");
        late.stands = true;
        stage.put("orders-2", HostState.Status.RUNNING, late.address());
        Await.until(() -> late.changes.size() == 1, () -> late.changes);

        CompletableFuture<Boolean> undone = stage.undo(undo);
        stage.told(then -> stage.loop.at(Restoring.PAUSE.multipliedBy(2), () -> then.accept(true)));
        assertThat(late.changes).hasSize(1);
        late.goOn();

        assertThat(undone.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(late.schema).isEqualTo("public");
        assertThat(late.changes).as("wrong, right, and right again to see that it was found").hasSize(3);
    }

    @Test
    void whereOneTaskDoesNotTakeItNoneKeepsIt() throws Exception {
        FakeManagement one = stage.runs("orders-1", "public");
        FakeManagement broken = stage.runs("orders-2", "public");
        broken.failures = 1;

        Applying applying = stage.told(then -> effect.push("f1", ZONE, then));

        assertThat(applying).isInstanceOf(Applying.Refused.class);
        assertThat(one.schema).isEqualTo("public");
        assertThat(desired.environment(order("az1"))).isEmpty();
    }

    @Test
    void aSecondWrongSettingForTheSameTasksIsRefused() throws Exception {
        stage.runs("orders-1", "public");
        Effect.Undo undo = stage.applied(then -> effect.push("f1", ZONE, then));

        assertThat(stage.<Applying>told(then -> effect.push("f2", new Scope.CellZone("cell-1", "az1"), then)))
                .isEqualTo(new Applying.Refused(
                        "a wrong setting was pushed to orders-1 already; take that fault away first"));
        stage.undone(undo);
        stage.undone(stage.applied(then -> effect.push("f2", ZONE, then)));
    }

    private static TaskOrder order(String zone) {
        return new TaskOrder("orders-9", "cell-1", zone, "127.0.1.10", 3, "1");
    }
}
