package io.gameday.agent;

import io.gameday.agent.TestHost.Sabotage;
import io.gameday.agent.driver.Driver;
import io.gameday.agent.driver.DriverAnswer;
import io.gameday.agent.driver.HostLink;
import io.gameday.agent.driver.Injection;
import io.gameday.agent.ledger.Reach;
import io.gameday.agent.prober.Prober;
import io.gameday.agent.prober.Suspects;
import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What every driver promises, and what the prober finds out about one that does not keep it.
abstract class FaultContract {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    TestHost host;
    private final Network network = new Network("test");
    private final RealClock clock = new RealClock("test", Throwable::printStackTrace);
    private final HttpCaller caller = new HttpCaller(network);
    private final Prober prober = new Prober(caller, clock, clock);
    private Driver driver;
    private Survey survey;
    private Reach reach;

    abstract Driver driver(HostLink link);

    /// A fault aimed at az1.
    abstract Fault fault();

    /// Whether there is anything to take away.
    abstract boolean staysInForce();

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        host = new TestHost(folder);
        driver = driver(new HostLink(caller, host.address(), host.token()));
        survey = new ReferenceSurvey(host.setup("r1", folder), host.token(), caller, clock);
        Answer<Survey.Found> found = Await.answer(told -> survey.of(fault(), told::accept));
        assertThat(found).isInstanceOf(Answer.Ok.class);
        reach = Await.answer(told -> clock
                .execute(() -> prober.baseline(fault(), ((Answer.Ok<Survey.Found>) found).value().reach(), told)));
    }

    @AfterEach
    void stop() {
        host.close();
        clock.close();
        network.close();
    }

    private Injection injection() {
        return new Injection("r1.f1", "r1", fault(), MINUTE, MINUTE);
    }

    DriverAnswer inject() {
        return Await.answer(told -> driver.inject(injection(), told));
    }

    DriverAnswer revert() {
        return Await.answer(told -> driver.revert(injection(), told));
    }

    Observation observe(Presence wanted) {
        return Await.answer(
                told -> clock.execute(() -> prober.observe(fault(), reach, Suspects.NONE_EXCUSED, wanted, told)));
    }

    @Test
    void whatIsInjectedBitesAndWhatIsRevertedIsGone() {
        assertThat(inject()).isInstanceOf(DriverAnswer.Done.class);
        assertThat(observe(Presence.BITES).presence()).isEqualTo(Presence.BITES);
        assertThat(revert()).isInstanceOf(DriverAnswer.Done.class);
        assertThat(observe(Presence.GONE).presence()).isEqualTo(Presence.GONE);
        assertThat(host.inForce()).isEmpty();
    }

    @Test
    void revertingTwiceIsWithoutEffect() {
        inject();
        assertThat(revert()).isInstanceOf(DriverAnswer.Done.class);
        assertThat(revert()).isInstanceOf(DriverAnswer.Done.class);
        assertThat(observe(Presence.GONE).presence()).isEqualTo(Presence.GONE);
    }

    @Test
    void revertingWhatWasNeverInjectedIsWithoutEffect() {
        assertThat(revert()).isInstanceOf(DriverAnswer.Done.class);
        assertThat(host.running("az1")).isEqualTo(2);
    }

    @Test
    void aRefusedInjectionLeavesNothing() {
        host.sabotage = Sabotage.INJECT_FAILS;
        assertThat(inject()).isInstanceOfSatisfying(DriverAnswer.NotDone.class,
                answer -> assertThat(answer.why()).contains("409", "refused by the test"));
        assertThat(host.inForce()).isEmpty();
        assertThat(host.running("az1")).isEqualTo(2);
    }

    @Test
    void anInjectionWithoutAnswerIsTakenBack() {
        host.sabotage = Sabotage.INJECT_IS_NOT_ANSWERED;
        assertThat(inject()).isInstanceOfSatisfying(DriverAnswer.NotDone.class,
                answer -> assertThat(answer.why()).contains("did not answer within", "taken back"));
        assertThat(host.inForce()).isEmpty();
        assertThat(observe(Presence.GONE).presence()).isEqualTo(Presence.GONE);
    }

    @Test
    void anInjectionOfWhichNothingIsKnownIsInDoubt() {
        host.sabotage = Sabotage.NOTHING_IS_ANSWERED;
        assertThat(inject()).isInstanceOf(DriverAnswer.InDoubt.class);
    }

    @Test
    void aDriverThatInjectsNothingIsFoundOut() {
        host.sabotage = Sabotage.INJECT_DOES_NOTHING;
        assertThat(inject()).isInstanceOf(DriverAnswer.Done.class);
        assertThat(observe(Presence.BITES).presence()).isNotEqualTo(Presence.BITES);
    }

    @Test
    void aDriverThatRevertsNothingIsFoundOut() {
        host.sabotage = Sabotage.REVERT_DOES_NOTHING;
        inject();
        assertThat(revert()).isInstanceOf(DriverAnswer.Done.class);
        Presence seen = observe(Presence.GONE).presence();
        assertThat(seen == Presence.GONE).as("gone").isEqualTo(!staysInForce());
    }

    @Test
    void aDriverThatHitsAnotherZoneIsFoundOutAndBothAreNamed() {
        host.sabotage = Sabotage.HITS_AZ2;
        assertThat(inject()).isInstanceOf(DriverAnswer.Done.class);
        Observation seen = observe(Presence.BITES);
        assertThat(seen.presence()).isEqualTo(Presence.UNKNOWN);
        assertThat(seen.value()).contains("planned az1", "az2");
    }
}
