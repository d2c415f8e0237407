package io.gameday.console.prepare;

import io.gameday.agent.RunLock;
import io.gameday.agent.ledger.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ThisMachineTest {

    @TempDir
    private Path folder;

    @Test
    void anEmptyStateFolderHoldsNoFaultAndNoRun() {
        assertThat(machine().noFaultInForce()).isEqualTo(new Machine.Seen(true, "the ledger names none"));
        assertThat(machine().noOtherRun()).isEqualTo(new Machine.Seen(true, "none"));
    }

    @Test
    void aLockWhoseProcessIsGoneHoldsNothing() throws IOException {
        Files.writeString(state().runLock(), "{\"run\":\"r1\",\"pid\":999999999,\"runFolder\":\"/x\"}\n");
        assertThat(machine().noOtherRun().well()).isTrue();
    }

    @Test
    void aLockThatWasGivenBackHoldsNothing() throws Exception {
        RunLock.take(state(), "r1", folder).close();
        assertThat(machine().noOtherRun().well()).isTrue();
    }

    @Test
    void aLauncherThatIsNotThereIsNamed() {
        assertThat(machine().launcher().well()).isFalse();
        assertThat(machine().launcher().what()).contains("gameday cannot be started");
    }

    @Test
    void memoryAndDiskAreToldInGibibytes() {
        assertThat(machine().room().what()).matches("\\d+\\.\\d GiB memory, \\d+\\.\\d GiB disk free.*");
    }

    private ThisMachine machine() {
        return new ThisMachine(state(), folder.resolve("gameday"), folder.resolve("runs/of/mine"));
    }

    private StateFolder state() {
        return new StateFolder(folder);
    }
}
