package io.gameday.cli.prove;

import io.gameday.agent.ledger.LedgerEntry;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.journal.JournalFormat;
import io.gameday.process.ChildProcess;
import io.gameday.process.JavaCommand;
import io.gameday.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// A controller as a child of this process, with the agent that its ledger names.
final class ControllerProcess implements Keepers {

    private static final int HEAP_MEGABYTES = 48;
    private static final int END_SECONDS = 25;

    private final Order order;
    private final ChildProcess child;

    private ControllerProcess(Order order, ChildProcess child) {
        this.order = order;
        this.child = child;
    }

    /// @throws IOException when it cannot be started
    static ControllerProcess start(Order order) throws IOException {
        Path folder = Files.createDirectories(Path.of(order.runFolder()));
        Path log = folder.resolve("controller.log");
        ChildProcess child = ChildProcess.start("controller",
                JavaCommand.of(ControllerMain.class, HEAP_MEGABYTES, List.of(order.json())), Map.of(), log, line -> {
                }, code -> {
                });
        return new ControllerProcess(order, child);
    }

    @Override
    public boolean controllerAlive() {
        return child.alive();
    }

    @Override
    public void killController() {
        child.kill();
    }

    @Override
    public void killAgent() {
        ProcessIdentity agent = agent();
        if (agent != null && agent.alive()) {
            ProcessHandle.of(agent.pid()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private @Nullable ProcessIdentity agent() {
        ProcessIdentity last = null;
        Path ledger = new StateFolder(Path.of(order.state())).ledger(order.run());
        try {
            for (String line : Files.readAllLines(ledger)) {
                if (JournalFormat.mapper().readValue(line, LedgerEntry.Line.class)
                        .entry() instanceof LedgerEntry.AgentStarted started) {
                    last = started.agent();
                }
            }
        } catch (IOException | JacksonException beingWritten) {
            // What was read before counts.
            return last;
        }
        return last;
    }

    /// On a thread of its own, because the controller takes its time.
    @Override
    public void end() {
        Thread.ofVirtual().name("end-" + order.run()).start(() -> child.end(END_SECONDS));
    }

    @Override
    public List<String> left() {
        return Leftovers.named(order.run());
    }
}
