package io.gameday.cli.fault;

import io.gameday.agent.driver.Means;
import io.gameday.cli.fault.Saboteur.Lie;
import io.gameday.observability.Scope;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults.Injected;
import io.gameday.target.Faults.Reverted;
import io.gameday.target.Fidelity;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What every kind of fault promises, on the real app, by way of the real agent: it bites and is gone, and a driver that
/// lies is found out by the prober.
@Tag("alone")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFaultTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONGEST_END = Duration.ofSeconds(90);
    private static final Duration DELAY = Duration.ofMillis(250);
    private static final Scope AZ1 = new Scope.Zone("az1");

    private RealApp real;
    private int number;
    private String id = "";
    private boolean shownGone;

    /// A roll-out comes last, since tasks are replaced for a while after it. One of each kind, aimed at az1 or, where a
    /// kind knows no zones, at cell-1. What somebody else breaks is not here.
    static Stream<Fault> all() {
        return Stream
                .<Fault>of(new Fault.TaskCrash("cell-1", "az1"), new Fault.ZonePowerLoss("az1"),
                        new Fault.ZonePartition("az1"), new Fault.ZoneLatency("az1", DELAY, Duration.ofMillis(20)),
                        new Fault.ZoneLoss("az1", 60), new Fault.TaskHang("cell-1", "az1"),
                        new Fault.TaskLatency("cell-1", "az1", DELAY), new Fault.TaskErrors("cell-1", "az1", 50),
                        new Fault.TaskMemory("cell-1", "az1", 85), new Fault.LogSinkStall(AZ1),
                        new Fault.DependencySlow("inventory", AZ1, DELAY), new Fault.DependencyDown("inventory", AZ1),
                        new Fault.DatabaseSlow("cell-1", Duration.ofMillis(100)), new Fault.ControlPlaneDown("cell-1"),
                        new Fault.BadConfig(AZ1), new Fault.BadAlarm(), new Fault.PoisonPill("c-01"),
                        new Fault.Surge(60), new Fault.BadDeploy("cell-1", "errors"))
                .filter(fault -> !(Means.fidelity(fault) instanceof Fidelity.Unsupported));
    }

    /// What is done by host or proxies, between which and the driver a saboteur can stand; one of each way of looking.
    static Stream<Fault> byOthers() {
        return all().filter(fault -> Means.of(fault) != Means.TRAFFIC && !lookedAtLikeAnother(fault));
    }

    /// Slow like `zone-latency`, or failing like `zone-loss`: the same look finds the same lie, and takes its time.
    private static boolean lookedAtLikeAnother(Fault fault) {
        return fault instanceof Fault.TaskLatency || fault instanceof Fault.DatabaseSlow
                || fault instanceof Fault.TaskErrors;
    }

    /// But for memory: a Java machine may keep what it once held, so that where no customer felt it, nothing outside the
    /// task tells its end from its presence. docs/proof.md says so.
    static Stream<Fault> lastingByOthers() {
        return byOthers().filter(Fault::lasting).filter(fault -> !(fault instanceof Fault.TaskMemory));
    }

    /// Those of which no driver can leave anything behind, or none that another kind's driver would not leave as well.
    static Stream<Fault> others() {
        List<Fault> kept = lastingByOthers().toList();
        return all().filter(fault -> !kept.contains(fault));
    }

    /// Somewhere else than planned can only be hit where something is left out.
    static Stream<Fault> aimed() {
        return byOthers().filter(fault -> !fault.scope().equals(Scope.SITE));
    }

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        Path orders = Path.of("..", "reference-app", "orders", "target", "orders", "orders.jar");
        assumeTrue(Files.exists(orders), "the orders service is not built yet; mvn verify builds it first");
        real = new RealApp(folder);
    }

    @AfterAll
    void stop() {
        if (real != null) {
            real.close();
        }
    }

    @BeforeEach
    void healthy() throws IOException, InterruptedException {
        id = "f" + ++number;
        shownGone = false;
        real.awaitHealthy();
    }

    private Answer<Injected> inject(String id, Fault fault) {
        Answer<FaultPlan> plan = real.ask(reply -> real.faults.plan(fault, reply));
        assertThat(plan).as("plan of %s", fault).isInstanceOf(Answer.Ok.class);
        return real.ask(reply -> real.faults.inject(id, ((Answer.Ok<FaultPlan>) plan).value(), MINUTE, MINUTE, reply));
    }

    private Observation observe(String id) {
        Answer<Observation> seen = real.ask(reply -> real.faults.observe(id, reply));
        assertThat(seen).isInstanceOf(Answer.Ok.class);
        return ((Answer.Ok<Observation>) seen).value();
    }

    private Answer<Reverted> revert(String id) {
        return real.ask(reply -> real.faults.revert(id, reply));
    }

    /// As the engine does: it asks again where a busy machine let the call run out of time.
    private void takenAway(String id) {
        long limit = System.nanoTime() + LONGEST_END.toNanos();
        Answer<Reverted> last = revert(id);
        while (!(last instanceof Answer.Ok) && System.nanoTime() < limit) {
            last = revert(id);
        }
        assertThat(last).isInstanceOf(Answer.Ok.class);
    }

    /// As the engine does: it looks again until the fault is gone, for as long as a roll-back takes.
    private void provenGone(String id) {
        long limit = System.nanoTime() + LONGEST_END.toNanos();
        Observation last = observe(id);
        while (last.presence() != Presence.GONE && System.nanoTime() < limit) {
            revert(id);
            last = observe(id);
        }
        assertThat(last.presence()).as("%s", last).isEqualTo(Presence.GONE);
        shownGone = true;
    }

    @AfterEach
    void nothingIsLeft() {
        real.lie(Lie.NONE);
        if (!shownGone) {
            revert(id);
            provenGone(id);
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void itBitesAndIsGoneWhenTakenAwayAndTakingItAwayTwiceIsWithoutEffect(Fault fault) {
        assertThat(inject(id, fault)).isInstanceOf(Answer.Ok.class);
        Observation effect = observe(id);
        assertThat(effect.presence()).as("%s", effect).isEqualTo(Presence.BITES);
        takenAway(id);
        takenAway(id);
        provenGone(id);
    }

    @ParameterizedTest
    @MethodSource("byOthers")
    void aRefusedInjectionLeavesNothing(Fault fault) {
        real.lie(Lie.INJECT_IS_REFUSED);
        assertThat(inject(id, fault)).isInstanceOfSatisfying(Answer.Failed.class,
                failed -> assertThat(String.valueOf(failed.why())).contains("refused by the test"));
        real.lie(Lie.NONE);
        provenGone(id);
    }

    @ParameterizedTest
    @MethodSource("byOthers")
    void aDriverThatInjectsNothingIsNotSeenToBite(Fault fault) {
        real.lie(Lie.INJECT_DOES_NOTHING);
        assertThat(inject(id, fault)).isInstanceOf(Answer.Ok.class);
        Observation seen = observe(id);
        assertThat(seen.presence()).as("%s", seen).isNotEqualTo(Presence.BITES);
    }

    @ParameterizedTest
    @MethodSource("lastingByOthers")
    void itBitesIsNotSeenGoneWhileADriverTakesNothingAwayAndIsGoneWhenTakenAwayTwice(Fault fault) {
        assertThat(inject(id, fault)).isInstanceOf(Answer.Ok.class);
        Observation effect = observe(id);
        assertThat(effect.presence()).as("%s", effect).isEqualTo(Presence.BITES);

        real.lie(Lie.REVERT_DOES_NOTHING);
        takenAway(id);
        Observation seen = observe(id);
        assertThat(seen.presence()).as("%s", seen).isNotEqualTo(Presence.GONE);

        real.lie(Lie.NONE);
        takenAway(id);
        takenAway(id);
        provenGone(id);
    }

    @ParameterizedTest
    @MethodSource("aimed")
    void aDriverThatHitsAnotherPlaceIsFoundOutAndBothAreNamed(Fault fault) {
        real.lie(Lie.HITS_ANOTHER);
        assertThat(inject(id, fault)).isInstanceOf(Answer.Ok.class);
        Observation seen = observe(id);
        assertThat(seen.presence()).as("%s", seen).isEqualTo(Presence.UNKNOWN);
        boolean byZone = fault.scope() instanceof Scope.Zone || fault.scope() instanceof Scope.CellZone;
        assertThat(seen.value()).contains(byZone ? "az1" : "cell-1", byZone ? "az2" : "cell-2");
    }
}
