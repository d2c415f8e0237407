package io.gameday.reference.simulated;

import io.gameday.observability.Scope;
import io.gameday.reference.AppConfig;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.target.Faults.InForce;
import io.gameday.target.Faults.Injected;
import io.gameday.target.Faults.Renewed;
import io.gameday.target.Faults.Reverted;
import io.gameday.target.Fidelity;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import io.gameday.target.Reply;
import io.gameday.target.Target;
import io.gameday.target.Task;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Injection, lease, proof and end of the modelled faults, without an engine.
class SimulatedFaultsTest {

    private static final Duration LEASE = Duration.ofSeconds(8);
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final Fault AZ1_DARK = new Fault.ZonePowerLoss("az1");
    private static final Fault CRASH = new Fault.TaskCrash("cell-1", "az2");

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-19T14:00:00Z"));
    private final Target target = SimulatedApp.target(AppConfig.standard(2, 3, 150, 120, 1, "/not-used"), clock,
            new SplittableRandom(1));
    private final Faults faults = target.faults().get().orElseThrow();

    @Test
    void theAppIsUpWhenItIsHandedOver() {
        assertThat(tasks()).hasSize(6).allSatisfy(task -> assertThat(task.state()).isEqualTo(Task.State.HEALTHY));
    }

    @Test
    void aPlanNamesWhatIsReachedAndTouchesNothing() {
        FaultPlan plan = plan(AZ1_DARK);
        assertThat(plan.cells()).containsExactly("cell-1", "cell-2");
        assertThat(plan.zones()).containsExactly("az1");
        assertThat(plan.tasks()).hasSize(2);
        assertThat(plan.undo()).isEqualTo("nothing to undo: a simulation");
        assertThat(plan.endsBy()).isEqualTo("the simulation");
        assertThat(inForce()).isEmpty();
    }

    @Test
    void aZoneThatIsNotThereCannotBePlanned() {
        assertThat(this.<FaultPlan>ask(reply -> faults.plan(new Fault.ZonePowerLoss("az9"), reply)))
                .isEqualTo(new Answer.Failed<>("zone is 'az9'; allowed: az1, az2, az3"));
    }

    @Test
    void aPowerLossBitesUntilItIsTakenAway() {
        inject("f1", AZ1_DARK, LONG);
        assertThat(observe("f1").presence()).isEqualTo(Presence.BITES);
        assertThat(observe("f1").value()).isEqualTo("machine refuses connections, 0 of 2 tasks answer");

        assertThat(this.<Reverted>ask(reply -> faults.revert("f1", reply)))
                .isEqualTo(new Answer.Ok<>(new Reverted("f1")));
        assertThat(observe("f1").presence()).isEqualTo(Presence.GONE);
        assertThat(inForce()).isEmpty();
    }

    @Test
    void takingAwayTwiceIsWithoutEffect() {
        inject("f1", AZ1_DARK, LONG);
        for (int n = 0; n < 2; n++) {
            assertThat(this.<Reverted>ask(reply -> faults.revert("f1", reply)))
                    .isEqualTo(new Answer.Ok<>(new Reverted("f1")));
        }
        assertThat(observe("f1").presence()).isEqualTo(Presence.GONE);
    }

    @Test
    void aLeaseThatIsNotRenewedEndsTheFault() {
        inject("f1", AZ1_DARK, LONG);
        clock.advance(Duration.ofSeconds(5));
        assertThat(renew("f1")).isEqualTo(new Answer.Ok<>(new Renewed("f1")));
        clock.advance(Duration.ofSeconds(7));
        assertThat(inForce()).hasSize(1);
        clock.advance(Duration.ofSeconds(2));
        assertThat(inForce()).isEmpty();
        assertThat(renew("f1")).isEqualTo(new Answer.Failed<>("f1 is not in force"));
    }

    @Test
    void theDurationEndsTheFaultInSpiteOfRenewals() {
        inject("f1", AZ1_DARK, Duration.ofSeconds(10));
        for (int n = 0; n < 4; n++) {
            clock.advance(Duration.ofSeconds(2));
            assertThat(renew("f1")).isInstanceOf(Answer.Ok.class);
        }
        clock.advance(Duration.ofSeconds(2));
        assertThat(renew("f1")).isEqualTo(new Answer.Failed<>("f1 is not in force"));
    }

    @Test
    void aRenewalAfterAStandstillComesTooLateAlthoughNoTimerHasRun() {
        inject("f1", AZ1_DARK, LONG);
        clock.freeze(Duration.ofSeconds(60));
        assertThat(inForce()).isEmpty();
        assertThat(renew("f1")).isEqualTo(new Answer.Failed<>("f1 is not in force"));
    }

    @Test
    void anInjectionThatIsRefusedLeavesNothing() {
        inject("f1", AZ1_DARK, LONG);
        assertThat(this
                .<Injected>ask(reply -> faults.inject("f2", plan(new Fault.ZonePowerLoss("az1")), LONG, LEASE, reply)))
                .isEqualTo(new Answer.Failed<>("the host refused: az1 has no power already"));
        assertThat(inForce()).extracting(InForce::id).containsExactly("f1");
    }

    @Test
    void aCrashBitesLeavesNothingInForceAndIsReplaced() {
        inject("f1", CRASH, LONG);
        assertThat(observe("f1").presence()).isEqualTo(Presence.BITES);
        assertThat(inForce()).isEmpty();
        this.<Reverted>ask(reply -> faults.revert("f1", reply));
        assertThat(observe("f1").presence()).isEqualTo(Presence.GONE);

        clock.advance(Duration.ofSeconds(12));
        assertThat(tasks()).filteredOn(task -> task.state() == Task.State.HEALTHY).hasSize(6);
        assertThat(tasks()).filteredOn(task -> task.state() == Task.State.STOPPED).singleElement()
                .satisfies(task -> assertThat(task.cell() + " " + task.zone()).isEqualTo("cell-1 az2"));
    }

    @Test
    void aZoneWithoutPowerTakesNoTaskAndGetsThemBackAfterwards() {
        inject("f1", AZ1_DARK, LONG);
        clock.advance(LEASE);
        assertThat(healthyIn("az1")).isZero();
        clock.advance(Duration.ofSeconds(60));
        assertThat(healthyIn("az1")).isEqualTo(2);
    }

    static Stream<Fault> lasting() {
        Scope zone = new Scope.Zone("az1");
        return Stream.of(AZ1_DARK, new Fault.ZonePartition("az1"),
                new Fault.ZoneLatency("az1", Duration.ofMillis(300), Duration.ofMillis(100)),
                new Fault.ZoneLoss("az1", 30), new Fault.TaskHang("cell-1", "az1"),
                new Fault.TaskLatency("cell-1", "az1", Duration.ofMillis(250)),
                new Fault.TaskErrors("cell-1", "az1", 50), new Fault.LogSinkStall(zone),
                new Fault.DependencySlow("inventory", zone, Duration.ofMillis(300)),
                new Fault.DependencyDown("inventory", zone), new Fault.DatabaseSlow("cell-1", Duration.ofMillis(120)),
                new Fault.ControlPlaneDown("cell-1"), new Fault.BadConfig(zone), new Fault.PoisonPill("c-01"),
                new Fault.Surge(60));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatLastsBitesWhileItIsInForceAndIsGoneAfterwards(Fault fault) {
        assertThat(faults.fidelity(fault)).isNotInstanceOf(Fidelity.Unsupported.class);
        inject("f1", fault, LONG);
        Observation bites = observe("f1");
        assertThat(bites.presence()).as(bites.toString()).isEqualTo(Presence.BITES);
        for (int n = 0; n < 2; n++) {
            assertThat(this.<Reverted>ask(reply -> faults.revert("f1", reply)))
                    .isEqualTo(new Answer.Ok<>(new Reverted("f1")));
        }
        Observation gone = observe("f1");
        assertThat(gone.presence()).as(gone.toString()).isEqualTo(Presence.GONE);
        assertThat(inForce()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatLastsEndsWhenItsLeaseIsNotRenewed(Fault fault) {
        inject("f1", fault, LONG);
        clock.advance(LEASE.plusSeconds(1));
        assertThat(inForce()).isEmpty();
        assertThat(renew("f1")).isEqualTo(new Answer.Failed<>("f1 is not in force"));
    }

    @Test
    void aTaskTakesOneAssaultAtATime() {
        inject("f1", new Fault.TaskErrors("cell-1", "az1", 50), LONG);
        FaultPlan second = plan(new Fault.TaskLatency("cell-1", "az1", Duration.ofMillis(250)));
        assertThat(this.<Injected>ask(reply -> faults.inject("f2", second, LONG, LEASE, reply)))
                .isEqualTo(new Answer.Failed<>(
                        "the host refused: there is an assault on orders-1 already; take that " + "fault away first"));
    }

    @Test
    void aDeadlyOrdersReachIsTheCellOfItsCustomer() {
        FaultPlan plan = plan(new Fault.PoisonPill("c-01"));
        assertThat(plan.cells()).as("by hash").containsExactly("cell-2");
        assertThat(plan.tasks()).hasSize(3);
    }

    @Test
    void whileItsControlPlaneIsDownACellsDeadTaskIsNotReplaced() {
        inject("f1", new Fault.ControlPlaneDown("cell-1"), LONG);
        inject("f2", CRASH, LONG);
        clock.advance(Duration.ofSeconds(6));
        assertThat(tasks()).extracting(Task::id).doesNotContain("orders-7");
        this.<Reverted>ask(reply -> faults.revert("f1", reply));
        clock.advance(Duration.ofSeconds(12));
        assertThat(tasks()).filteredOn(task -> task.state() == Task.State.HEALTHY).hasSize(6);
    }

    @Test
    void aWrongRevisionIsRolledOutAndRolledBack() {
        // Nothing is replaced before the tasks have been healthy for a while.
        clock.advance(Duration.ofSeconds(6));
        FaultPlan plan = plan(new Fault.BadDeploy("cell-1", "errors"));
        this.<Injected>ask(reply -> faults.inject("f1", plan, LONG, LONG, reply));
        assertThat(observe("f1").value()).contains("1 with revision 2-errors");
        this.<Reverted>ask(reply -> faults.revert("f1", reply));
        clock.advance(Duration.ofSeconds(15));
        assertThat(observe("f1")).extracting(Observation::presence, Observation::value).containsExactly(Presence.GONE,
                "3 with revision 1; 1 started since; before: revision 1");
    }

    private long healthyIn(String zone) {
        return tasks().stream().filter(task -> task.zone().equals(zone) && task.state() == Task.State.HEALTHY).count();
    }

    private List<Task> tasks() {
        return value(this.<List<Task>>ask(target.topology()::tasks));
    }

    private FaultPlan plan(Fault fault) {
        return value(this.<FaultPlan>ask(reply -> faults.plan(fault, reply)));
    }

    private void inject(String id, Fault fault, Duration duration) {
        FaultPlan plan = plan(fault);
        assertThat(this.<Injected>ask(reply -> faults.inject(id, plan, duration, LEASE, reply)))
                .isEqualTo(new Answer.Ok<>(new Injected(id)));
    }

    private Observation observe(String id) {
        return value(this.<Observation>ask(reply -> faults.observe(id, reply)));
    }

    private Answer<Renewed> renew(String id) {
        return ask(reply -> faults.renew(id, reply));
    }

    private List<InForce> inForce() {
        return value(this.<List<InForce>>ask(faults::inForce));
    }

    /// Asks, and lets the time pass that an answer takes: a few milliseconds, or some seconds where many requests are
    /// sent first.
    private <T> Answer<T> ask(Consumer<Reply<T>> question) {
        List<Answer<T>> answers = new ArrayList<>();
        question.accept(answers::add);
        for (int n = 0; n < 4_000 && answers.isEmpty(); n++) {
            clock.advance(Duration.ofMillis(5));
        }
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }

    private static <T> T value(Answer<T> answer) {
        return switch (answer) {
            case Answer.Ok<T>(T value) -> value;
            case Answer.Failed<T>(String why) -> throw new AssertionError(why);
        };
    }
}
