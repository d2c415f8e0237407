package io.gameday.agent;

import io.gameday.agent.driver.Driver;
import io.gameday.agent.driver.DriverAnswer;
import io.gameday.agent.driver.Injection;
import io.gameday.agent.driver.Means;
import io.gameday.agent.ledger.Ledger;
import io.gameday.agent.ledger.Replay;
import io.gameday.agent.prober.Prober;
import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.observability.Scope;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import io.gameday.time.RealClock;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AgentTest {

    private static final Fault POWER = new Fault.ZonePowerLoss("az1");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Network network = new Network("test");
    private final RealClock clock = new RealClock("test", Throwable::printStackTrace);
    private final HttpCaller caller = new HttpCaller(network);
    private final List<String> foundByDriver = new CopyOnWriteArrayList<>();
    private boolean driverIsMute;
    private TestHost host;
    private AgentSetup setup;
    private Agent agent;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        host = new TestHost(folder);
        setup = host.setup("r1", folder);
        agent = agent(clock);
    }

    private Agent agent(Clock time) {
        return new Agent(setup, time, clock, new ReferenceSurvey(setup, host.token(), caller, clock),
                new Drivers(List.of(new Throwing())), new Prober(caller, clock, clock),
                new FaultBook("r1", Ledger.open(setup.state(), "r1", setup.runFolder(), clock), notice -> {
                }));
    }

    @AfterEach
    void stop() {
        host.close();
        clock.close();
        network.close();
    }

    /// Fails as soon as it is asked, or never answers, but looks into the ledger first.
    private final class Throwing implements Driver {
        @Override
        public Means means() {
            return Means.HOST;
        }

        @Override
        public void inject(Injection injection, Consumer<DriverAnswer> then) {
            Replay.of(setup.state(), "r1").mayBeInForce().forEach(fault -> foundByDriver.add(fault.id()));
            if (!driverIsMute) {
                throw new IllegalStateException("broken driver");
            }
        }

        @Override
        public void renew(Injection injection, Consumer<DriverAnswer> then) {
            then.accept(new DriverAnswer.InDoubt("broken driver"));
        }

        @Override
        public void revert(Injection injection, Consumer<DriverAnswer> then) {
            then.accept(new DriverAnswer.Done("nothing to do"));
        }
    }

    private <T> Answer<T> ask(Consumer<Reply<T>> call) {
        return Await.answer(told -> clock.execute(() -> call.accept(told::accept)));
    }

    @Test
    void theIntentIsOnTheDiskBeforeTheDriverTouchesAnything() {
        Answer<FaultPlan> plan = ask(reply -> agent.plan(POWER, reply));
        Answer<Faults.Injected> injected = ask(
                reply -> agent.inject("f1", ((Answer.Ok<FaultPlan>) plan).value(), MINUTE, MINUTE, reply));
        assertThat(foundByDriver).containsExactly("f1");
        assertThat(injected).isInstanceOfSatisfying(Answer.Failed.class,
                failed -> assertThat(failed.why()).contains("f1 may be in force", "broken driver"));
        assertThat(Replay.of(setup.state(), "r1").mayBeInForce()).hasSize(1);
    }

    private FaultPlan planned(String zone) {
        Answer<FaultPlan> plan = ask(reply -> agent.plan(new Fault.ZonePowerLoss(zone), reply));
        return ((Answer.Ok<FaultPlan>) plan).value();
    }

    @Test
    void twoInjectionsAtOnceDoNotExceedTogetherWhatEachMay() {
        FaultPlan first = planned("az1");
        FaultPlan second = planned("az2");
        List<Answer<Faults.Injected>> answers = Await.answer(told -> clock.execute(() -> {
            List<Answer<Faults.Injected>> both = new ArrayList<>();
            Reply<Faults.Injected> reply = answer -> {
                both.add(answer);
                if (both.size() == 2) {
                    told.accept(both);
                }
            };
            agent.inject("f1", first, MINUTE, MINUTE, reply);
            agent.inject("f2", second, MINUTE, MINUTE, reply);
        }));
        assertThat(Replay.of(setup.state(), "r1").faults()).hasSize(1);
        assertThat(answers.toString()).contains("with what is in force already, the plan reaches 2 zones (az1, az2)");
    }

    @Test
    void tasksThatTheCallerDidNotTellAreCountedToo() {
        FaultPlan told = planned("az1");
        FaultPlan none = new FaultPlan(told.fault(), told.cells(), told.zones(), List.of(), told.undo(), told.endsBy());
        for (int more = 0; more < 5; more++) {
            host.startTask("cell-1", 1);
        }
        Answer<Faults.Injected> injected = ask(reply -> agent.inject("f1", none, MINUTE, MINUTE, reply));
        assertThat(injected).isInstanceOfSatisfying(Answer.Failed.class,
                failed -> assertThat(failed.why()).contains("the plan reaches 7 tasks", "blastRadius: 6"));
        assertThat(foundByDriver).isEmpty();
    }

    @Test
    void aKindWithoutADriverIsRefused() {
        Answer<FaultPlan> plan = ask(
                reply -> agent.plan(new Fault.External("pull the plug", new Scope.Zone("az1")), reply));
        assertThat(plan).isEqualTo(new Answer.Failed<FaultPlan>("external has no driver here"));
    }

    @Test
    void aZoneThatDoesNotExistIsRefused() {
        Answer<FaultPlan> plan = ask(reply -> agent.plan(new Fault.ZonePowerLoss("az9"), reply));
        assertThat(plan).isEqualTo(new Answer.Failed<FaultPlan>("zone is 'az9'; allowed: az1, az2, az3"));
    }

    @Test
    void anInjectionThatIsNeverAnsweredDoesNotKeepTheAgentFromEnding() {
        VirtualClock time = new VirtualClock(Instant.EPOCH);
        agent = agent(time);
        driverIsMute = true;
        FaultPlan plan = planned("az1");
        clock.execute(() -> agent.inject("f1", plan, MINUTE, MINUTE, answer -> {
        }));
        Await.until("the driver was asked", () -> !foundByDriver.isEmpty());
        Boolean gone = Await.answer(told -> clock.execute(() -> {
            agent.closeAll("test", told);
            time.advance(Duration.ofSeconds(20));
        }));
        assertThat(gone).isTrue();
    }

    @Test
    void afterTheControllerIsGoneNothingIsInjected() {
        Answer<FaultPlan> plan = ask(reply -> agent.plan(POWER, reply));
        Boolean gone = Await.answer(told -> clock.execute(() -> agent.closeAll("test", told)));
        assertThat(gone).isTrue();
        Answer<Faults.Injected> injected = ask(
                reply -> agent.inject("f1", ((Answer.Ok<FaultPlan>) plan).value(), MINUTE, MINUTE, reply));
        assertThat(injected).isInstanceOf(Answer.Failed.class);
        assertThat(foundByDriver).isEmpty();
    }
}
