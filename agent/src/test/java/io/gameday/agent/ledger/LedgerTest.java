package io.gameday.agent.ledger;

import io.gameday.agent.ledger.Standing.Stage;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Task;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LedgerTest {

    private static final ProcessIdentity AGENT = new ProcessIdentity(7, 70, "boot");

    @TempDir
    Path folder;
    private StateFolder state;

    @BeforeEach
    void state() {
        state = new StateFolder(folder.resolve("state"));
    }

    private Ledger open() {
        return Ledger.open(state, "r1", folder.resolve("run"), new VirtualClock(Instant.EPOCH));
    }

    static LedgerEntry.Intent intent(String id) {
        Fault fault = new Fault.ZonePowerLoss("az1");
        Task task = new Task("orders-1", "cell-1", "az1", Task.State.HEALTHY, "127.0.1.10:1", 3);
        Reach reach = new Reach(List.of(new Reach.Machine("az1", "127.0.1.1:1", true)),
                List.of(new Reach.Place("orders-1", "az1", "127.0.1.10:1", true, true, AGENT)));
        return new LedgerEntry.Intent(id, "r1." + id,
                new FaultPlan(fault, List.of("cell-1"), List.of("az1"), List.of(task), "undo", "host"), reach,
                "gameday recover --run r1", "127.0.0.1:1", "/app/token", "127.0.0.1:1", Duration.ofSeconds(40),
                Duration.ofSeconds(8));
    }

    private Stage stageAfter(LedgerEntry... entries) {
        try (Ledger ledger = open()) {
            ledger.append(intent("f1"));
            for (LedgerEntry entry : entries) {
                ledger.append(entry);
            }
        }
        return Replay.of(state, "r1").faults().get("f1").stage();
    }

    @Test
    void whatIsReadBackIsWhatWasWritten() {
        try (Ledger ledger = open()) {
            ledger.append(new LedgerEntry.AgentStarted("/run", AGENT, null));
            ledger.append(intent("f1"));
        }
        Replay replay = Replay.of(state, "r1");
        assertThat(replay.started()).isEqualTo(new LedgerEntry.AgentStarted("/run", AGENT, null));
        assertThat(replay.mayBeInForce()).containsExactly(new Standing("r1", intent("f1"), Stage.INTENDED));
        assertThat(replay.torn()).isFalse();
    }

    @Test
    void anIntentAloneMayBeInForce() {
        assertThat(stageAfter()).isEqualTo(Stage.INTENDED);
    }

    @Test
    void anInjectedFaultIsInForce() {
        assertThat(stageAfter(new LedgerEntry.Injected("f1"))).isEqualTo(Stage.IN_FORCE);
    }

    @Test
    void aFailedInjectionThatLeftNothingIsOver() {
        assertThat(stageAfter(new LedgerEntry.InjectionFailed("f1", true, "refused"))).isEqualTo(Stage.ENDED);
    }

    @Test
    void aFailedInjectionInDoubtMayBeInForce() {
        assertThat(stageAfter(new LedgerEntry.InjectionFailed("f1", false, "no answer"))).isEqualTo(Stage.REVERTING);
    }

    @Test
    void aRevertThatNobodyHasLookedAtMayBeInForce() {
        assertThat(stageAfter(new LedgerEntry.Injected("f1"), new LedgerEntry.Reverting("f1", "end"),
                new LedgerEntry.Reverted("f1", true, "done"))).isEqualTo(Stage.REVERTED);
        assertThat(Replay.of(state, "r1").mayBeInForce()).hasSize(1);
    }

    @Test
    void aFaultSeenGoneIsOver() {
        assertThat(stageAfter(new LedgerEntry.Injected("f1"), new LedgerEntry.ConfirmedGone("f1", "m", "v")))
                .isEqualTo(Stage.ENDED);
    }

    @Test
    void aFaultGoneWithItsTargetIsOver() {
        assertThat(stageAfter(new LedgerEntry.Injected("f1"), new LedgerEntry.GoneWithTarget("f1", "rebooted")))
                .isEqualTo(Stage.ENDED);
    }

    @Test
    void aTornLastLineIsLeftOutAndTheNextEntryStandsAlone() throws IOException {
        stageAfter();
        byte[] torn = "{\"at\":\"2026-11-21T19:00:00Z\",\"run\":\"r1\",\"entry\":{\"type\":\"Inj".getBytes();
        Files.write(state.ledger("r1"), torn, StandardOpenOption.APPEND);
        assertThat(Replay.of(state, "r1").torn()).isTrue();
        assertThat(Replay.of(state, "r1").mayBeInForce()).hasSize(1);
        try (Ledger ledger = open()) {
            ledger.append(new LedgerEntry.Injected("f1"));
        }
        Replay whole = Replay.of(state, "r1");
        assertThat(whole.torn()).isFalse();
        assertThat(whole.faults().get("f1").stage()).isEqualTo(Stage.IN_FORCE);
    }

    /// Takes five bytes of a line, and then no more as long as it is full.
    private static final class Disk extends LineFile {
        private boolean full;

        Disk(Path path) throws IOException {
            super(path);
        }

        @Override
        void write(FileChannel to, ByteBuffer bytes) throws IOException {
            if (full) {
                to.write(bytes.slice(0, 5));
                throw new IOException("No space left on device");
            }
            super.write(to, bytes);
        }
    }

    @Test
    void aLineThatTheDiskHadNoRoomForLeavesNothingBehind() throws IOException {
        Files.createDirectories(state.ledgers());
        Disk disk = new Disk(state.ledger("r1"));
        try (Ledger ledger = new Ledger("r1", new VirtualClock(Instant.EPOCH), disk,
                new LineFile(folder.resolve("copy")))) {
            ledger.append(intent("f1"));
            disk.full = true;
            assertThatThrownBy(() -> ledger.append(intent("f2"))).isInstanceOf(LedgerFailure.class)
                    .hasMessageContaining("No space left on device");
            assertThat(Replay.of(state, "r1").torn()).isFalse();
            disk.full = false;
            ledger.append(new LedgerEntry.Injected("f1"));
        }
        assertThat(Replay.of(state, "r1").faults().values())
                .containsExactly(new Standing("r1", intent("f1"), Stage.IN_FORCE));
    }

    @Test
    void aCopyThatCannotBeWrittenIsToldOnceAndCatchesUp() throws IOException {
        Files.createDirectories(state.ledgers());
        Disk disk = new Disk(folder.resolve("copy"));
        List<String> told = new ArrayList<>();
        try (Ledger ledger = new Ledger("r1", new VirtualClock(Instant.EPOCH), new LineFile(state.ledger("r1")),
                disk)) {
            ledger.onCopyFailure(told::add);
            disk.full = true;
            ledger.append(intent("f1"));
            ledger.append(new LedgerEntry.Injected("f1"));
            assertThat(folder.resolve("copy")).isEmptyFile();
            disk.full = false;
            ledger.append(new LedgerEntry.Reverting("f1", "end"));
        }
        assertThat(told).singleElement().asString().contains("copy cannot be written", "No space left on device");
        assertThat(folder.resolve("copy")).hasSameTextualContentAs(state.ledger("r1"));
    }

    @Test
    void aSpoiltLineInTheMiddleIsNamed() throws IOException {
        Files.createDirectories(state.ledgers());
        Files.writeString(state.ledger("r1"), "{spoilt}\n{}\n");
        assertThatThrownBy(() -> Replay.of(state, "r1")).isInstanceOf(LedgerFailure.class)
                .hasMessageContaining("r1.jsonl:1: no entry of a ledger");
    }

    @Test
    void theRunsFolderHoldsTheSameLines() throws IOException {
        stageAfter(new LedgerEntry.Injected("f1"));
        assertThat(folder.resolve("run/faults.jsonl")).hasSameTextualContentAs(state.ledger("r1"));
    }

    @Test
    void theLedgersOfAllRunsAreFound() {
        stageAfter();
        assertThat(Replay.all(state)).extracting(Replay::run).containsExactly("r1");
        assertThat(Replay.all(new StateFolder(folder.resolve("elsewhere")))).isEmpty();
    }

    @Test
    void aRunThatIsNoFileNameIsRefused() {
        assertThatThrownBy(() -> Ledger.open(state, "../r1", folder, new VirtualClock(Instant.EPOCH)))
                .hasMessageContaining("run is '../r1'; allowed:");
    }

    @Test
    void theStateFolderIsNamedByTheEnvironment() {
        Path home = Path.of("/home/me");
        assertThat(StateFolder.of(Map.of("GAMEDAY_STATE", "/s", "XDG_STATE_HOME", "/x"), home).root())
                .isEqualTo(Path.of("/s"));
        assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", "/x"), home).root()).isEqualTo(Path.of("/x/gameday"));
        assertThat(StateFolder.of(Map.of(), home).root()).isEqualTo(Path.of("/home/me/.local/state/gameday"));
    }

    @Test
    void howThingsStoodBeforeIsKeptWithTheIntent() {
        LedgerEntry.Intent plain = intent("f1");
        Before before = new Before(5, 5, Duration.ofMillis(95), 0, "1", 150L);
        Reach reach = new Reach(plain.reach().machines(),
                plain.reach().places().stream().map(place -> place.before(before)).toList(),
                new Doors("127.0.0.1:2", "127.0.0.1:3", "/app"),
                new Calm(120.5, List.of("orders-3"), "3 failures in a row"));
        LedgerEntry.Intent full = new LedgerEntry.Intent("f1", plain.hostId(), plain.plan(), reach, plain.undo(),
                plain.host(), plain.tokenFile(), plain.proxies(), plain.duration(), plain.lease());
        try (Ledger ledger = open()) {
            ledger.append(full);
        }
        assertThat(Replay.of(state, "r1").faults().get("f1").intent()).isEqualTo(full);
    }

    @Test
    void aLedgerFromBeforeThereWasMoreToKeepIsStillRead() throws IOException {
        Files.createDirectories(state.ledgers());
        Files.writeString(state.ledger("r1"), """
                {"at":"2026-11-21T19:00:00Z","run":"r1","entry":{"type":"Intent","id":"f1","hostId":"r1.f1","plan":\
                {"fault":{"kind":"zone-power-loss","zone":"az1"},"cells":["cell-1"],"zones":["az1"],"tasks":[{"id":\
                "orders-1","cell":"cell-1","zone":"az1","state":"HEALTHY","address":"127.0.1.10:1","slots":3}],"undo":\
                "undo","endsBy":"host"},"reach":{"machines":[{"zone":"az1","address":"127.0.1.1:1","answered":true}],\
                "places":[{"task":"orders-1","zone":"az1","address":"127.0.1.10:1","planned":true,"answered":true,\
                "process":{"pid":7,"startTicks":70,"bootId":"boot"}}]},"undo":"gameday recover --run r1","host":\
                "127.0.0.1:1","tokenFile":"/app/token","duration":"PT40S","lease":"PT8S"}}
                """);
        LedgerEntry.Intent intent = Replay.of(state, "r1").faults().get("f1").intent();
        assertThat(intent.reach()).isEqualTo(intent("f1").reach());
        assertThat(intent.reach().doors()).isNull();
        assertThat(intent.reach().places().getFirst().before()).isNull();
    }
}
