package io.gameday.reference.host;

import io.gameday.experiment.Experiment.Restart;
import io.gameday.process.ProcessIdentity;
import io.gameday.reference.AppConfig;
import io.gameday.target.Fault;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ZonesTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration LEASE = Duration.ofSeconds(8);

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final Map<String, FakeMachine> machines = new LinkedHashMap<>(
            Map.of("az1", new FakeMachine(), "az2", new FakeMachine()));
    private final FakeLauncher launcher = new FakeLauncher();
    private final List<String> log = new ArrayList<>();
    private final Zones zones = new Zones(clock, AppConfig.standard(2, 2, 150, 100, 1, "/tmp"), 6, Map.copyOf(machines),
            launcher, log::add);
    private final HostFaults faults = new HostFaults(clock,
            Effects.on(zones, List.of("cell-1", "cell-2"), List.of("az1", "az2", "az3")), log::add);

    @Test
    void aZoneTakesTasksUpToItsSlots() {
        assertThat(place("cell-1", "az1")).isEqualTo(new Placement.Placed("orders-1"));
        assertThat(place("cell-2", "az1")).isEqualTo(new Placement.Placed("orders-2"));
        assertThat(place("cell-1", "az1")).isEqualTo(
                new Placement.Refused(Placement.Reason.NO_SLOT, "az1 has 0 of 6 slots free; the task needs 3"));
    }

    @Test
    void slotsAreFreeAgainOnlyWhenTheProcessIsGone() {
        place("cell-1", "az1");
        place("cell-2", "az1");
        ready("orders-1");

        zones.stop("orders-1");
        assertThat(place("cell-1", "az1")).isInstanceOf(Placement.Refused.class);
        launcher.exit("orders-1", "exit code 143");

        assertThat(place("cell-1", "az1")).isEqualTo(new Placement.Placed("orders-3"));
    }

    @Test
    void aTaskThatDoesNotEndWhenAskedIsKilledAfterThreeSeconds() {
        place("cell-1", "az1");
        ready("orders-1");

        zones.stop("orders-1");
        clock.advance(Duration.ofMillis(2_999));
        assertThat(launcher.signals).containsExactly("TERM orders-1");
        clock.advance(Duration.ofMillis(1));

        assertThat(launcher.signals).containsExactly("TERM orders-1", "KILL orders-1");
    }

    @Test
    void powerLossKillsEveryTaskOfTheZoneAndNoOther() {
        place("cell-1", "az1");
        place("cell-1", "az2");
        place("cell-2", "az1");
        ready("orders-1");

        assertThat(powerLoss("f1", "az1")).isEqualTo(new HostFaults.Outcome.Done());

        assertThat(launcher.signals).containsExactly("KILL orders-1", "KILL orders-3");
        assertThat(machines.get("az1").on).isFalse();
        assertThat(machines.get("az2").on).isTrue();
    }

    @Test
    void aZoneWithoutPowerTakesNoTask() {
        powerLoss("f1", "az1");

        assertThat(place("cell-1", "az1"))
                .isEqualTo(new Placement.Refused(Placement.Reason.NO_POWER, "az1 has no power"));
        assertThat(place("cell-1", "az2")).isInstanceOf(Placement.Placed.class);
    }

    @Test
    void powerIsBackWhenNobodyRenews() {
        powerLoss("f1", "az1");

        clock.advance(LEASE);

        assertThat(faults.inForce()).isEmpty();
        assertThat(machines.get("az1").on).isTrue();
        assertThat(place("cell-1", "az1")).isInstanceOf(Placement.Placed.class);
        assertThat(log).contains("fault f1 is taken away: its lease of 8.0 s was not renewed");
    }

    @Test
    void aSecondPowerLossOfTheSameZoneIsRefusedAndLeavesTheFirst() {
        powerLoss("f1", "az1");

        assertThat(powerLoss("f2", "az1")).isEqualTo(new HostFaults.Outcome.Refused("az1 has no power already"));
        faults.revert("f2", () -> {
        });

        assertThat(machines.get("az1").on).isFalse();
    }

    @Test
    void aZoneThatIsNotThereIsNoFault() {
        assertThat(powerLoss("f1", "az9")).isInstanceOf(HostFaults.Outcome.Invalid.class);
        assertThat(faults.inForce()).isEmpty();
    }

    @Test
    void aCrashKillsOneRunningTaskAndLeavesNothingInForce() {
        place("cell-1", "az1");
        place("cell-2", "az1");
        ready("orders-2");

        assertThat(inject("f1", new Fault.TaskCrash("cell-1", "az1")))
                .isEqualTo(new HostFaults.Outcome.Refused("no task of cell-1 is running in az1"));
        assertThat(inject("f2", new Fault.TaskCrash("cell-2", "az1"))).isEqualTo(new HostFaults.Outcome.Done());

        assertThat(launcher.signals).containsExactly("KILL orders-2");
        assertThat(faults.inForce()).isEmpty();
    }

    @Test
    void aCrashLeavesATaskAloneThatHasBeenToldToStop() {
        place("cell-1", "az1");
        place("cell-1", "az1");
        ready("orders-1");
        ready("orders-2");
        zones.stop("orders-1");

        assertThat(inject("f1", new Fault.TaskCrash("cell-1", "az1"))).isEqualTo(new HostFaults.Outcome.Done());
        assertThat(inject("f2", new Fault.TaskCrash("cell-1", "az1")))
                .isEqualTo(new HostFaults.Outcome.Refused("no task of cell-1 is running in az1"));

        assertThat(launcher.signals).containsExactly("TERM orders-1", "KILL orders-2");
    }

    @Test
    void aStoppedTaskIsToldOfForAMinute() {
        place("cell-1", "az1");
        launcher.exit("orders-1", "exit code 1");

        clock.advance(Duration.ofSeconds(59));
        assertThat(zones.state().tasks()).containsExactly(new HostState.Task("orders-1", "cell-1", "az1",
                HostState.Status.STOPPED, null, null, 3, "1", 1, 100, "exit code 1"));
        clock.advance(Duration.ofSeconds(1));

        assertThat(zones.state().tasks()).isEmpty();
    }

    @Test
    void aCrashedTaskIsRestartedInPlaceOnceItRanForThePeriod() {
        Zones restarting = restarting(Duration.ofSeconds(300));
        restarting.place("cell-1", "az1", 3, "1");
        ready("orders-1");
        HostState.Task before = restarting.state().tasks().getFirst();

        clock.advance(Duration.ofSeconds(299));
        assertThat(launcher.restarts("orders-1", 137)).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(launcher.restarts("orders-1", 137)).isTrue();

        assertThat(restarting.state().tasks()).as("runs on for everybody").containsExactly(before);
        assertThat(restarting.events().after(0)).as("nothing serves yet").isEmpty();
        clock.advance(Duration.ofMillis(600));
        ready("orders-1");
        assertThat(restarting.events().after(0)).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("restart");
            assertThat(event.actor()).isEqualTo("AUTOMATION");
            assertThat(event.scope()).isEqualTo("cell cell-1 zone az1");
            assertThat(event.text())
                    .isEqualTo("(service orders-cell-1) (task orders-1) restarted in place in az1 after "
                            + "exit code 137; it serves again after 600 ms.");
        });
        clock.advance(Duration.ofSeconds(200));
        assertThat(launcher.restarts("orders-1", 137)).as("once in a period").isFalse();
    }

    @Test
    void nothingIsRestartedThatWasToldToEndOrLostItsPowerOrEndsBeforeItServesAgain() {
        Zones restarting = restarting(Duration.ofSeconds(1));
        for (int task = 1; task <= 3; task++) {
            restarting.place("cell-1", task == 2 ? "az2" : "az1", 1, "1");
            ready("orders-" + task);
        }
        clock.advance(Duration.ofSeconds(10));

        restarting.stop("orders-1");
        assertThat(launcher.restarts("orders-1", 143)).isFalse();
        restarting.powerOff("az2");
        assertThat(launcher.restarts("orders-2", 137)).isFalse();
        restarting.crash("cell-1", "az1");
        assertThat(launcher.restarts("orders-3", 137)).isTrue();
        assertThat(restarting.crash("cell-1", "az1")).as("what is being restarted cannot crash").isEmpty();
        clock.advance(Duration.ofSeconds(10));
        assertThat(launcher.restarts("orders-3", 1)).isFalse();
        launcher.exit("orders-3", "exit code 1");
        assertThat(restarting.state().tasks().getLast().status()).isEqualTo(HostState.Status.STOPPED);
        assertThat(restarting.events().after(0)).isEmpty();
    }

    @Test
    void withoutThePolicyACrashedTaskIsLostAndSaysWhy() {
        place("cell-1", "az1");
        ready("orders-1");
        clock.advance(LONG);

        zones.crash("cell-1", "az1");

        assertThat(launcher.restarts("orders-1", 137)).isFalse();
        launcher.exit("orders-1", "exit code 137");
        assertThat(zones.state().tasks().getFirst().stoppedReason()).isEqualTo("killed by a fault");
    }

    private Zones restarting(Duration period) {
        AppConfig standard = AppConfig.standard(2, 2, 150, 100, 1, "/tmp");
        AppConfig.Mechanisms all = standard.mechanisms();
        AppConfig config = new AppConfig(standard.cells(), standard.zones(), 150, 100, Map.of(), standard.shape(),
                standard.routing(), new AppConfig.Mechanisms(true, true, true, all.logging(), true, all.evacuation(),
                        null, new Restart(period, Set.of())),
                1, "/tmp");
        return new Zones(clock, config, 6, Map.copyOf(machines), launcher, log::add);
    }

    @Test
    void noTwoTasksOfAZoneShareAnAddress() {
        place("cell-1", "az2");
        place("cell-2", "az2");

        assertThat(launcher.orders).extracting(TaskOrder::address).containsExactly("127.0.2.10", "127.0.2.11");
    }

    private Placement place(String cell, String zone) {
        return zones.place(cell, zone, 3, "1");
    }

    private void ready(String id) {
        launcher.listeners.get(id).ready("127.0.1.10:1", "127.0.1.10:2");
    }

    private HostFaults.Outcome powerLoss(String id, String zone) {
        return inject(id, new Fault.ZonePowerLoss(zone));
    }

    private HostFaults.Outcome inject(String id, Fault fault) {
        List<HostFaults.Outcome> told = new ArrayList<>();
        faults.inject(new FaultRequest(id, "run", fault, LONG, LEASE), told::add);
        return told.getFirst();
    }

    private static final class FakeMachine implements Machine {
        private boolean on = true;

        @Override
        public String address() {
            return "127.0.1.1:1";
        }

        @Override
        public void off() {
            on = false;
        }

        @Override
        public void on() {
            on = true;
        }
    }

    private final class FakeLauncher implements TaskLauncher {
        private final List<TaskOrder> orders = new ArrayList<>();
        private final Map<String, Listener> listeners = new LinkedHashMap<>();
        private final List<String> signals = new ArrayList<>();

        @Override
        public Launched launch(TaskOrder order, Listener listener) {
            orders.add(order);
            listeners.put(order.id(), listener);
            clock.execute(() -> listener.started(new ProcessIdentity(orders.size(), 100, "boot")));
            clock.advance(Duration.ZERO);
            return new Launched() {
                @Override
                public void terminate() {
                    signals.add("TERM " + order.id());
                }

                @Override
                public void kill() {
                    signals.add("KILL " + order.id());
                }
            };
        }

        boolean restarts(String id, int exitCode) {
            return listeners.get(id).restarts(exitCode);
        }

        void exit(String id, String why) {
            listeners.get(id).exited(why);
        }
    }
}
