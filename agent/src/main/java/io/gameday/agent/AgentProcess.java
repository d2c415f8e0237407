package io.gameday.agent;

import io.gameday.journal.JournalFormat;
import io.gameday.process.ChildProcess;
import io.gameday.process.JavaCommand;
import io.gameday.time.Clock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps one agent running: starts it again when it ends before it should. Belongs to the loop, but for [#end(int)].
final class AgentProcess implements AgentSource {

    private static final int HEAP_MEGABYTES = 48;
    /// An agent that dies younger than this is not started again at once, so that a broken one does not spin.
    private static final Duration YOUNG = Duration.ofSeconds(2);
    private static final Duration BREATH = Duration.ofMillis(250);

    private final AgentSetup setup;
    private final Clock clock;
    private final Executor loop;
    private final Consumer<String> notices;
    private final Consumer<Running> onUp;
    private volatile boolean ending;
    private volatile @Nullable ChildProcess child;
    private volatile @Nullable Running running;
    private long born;

    /// How to speak to the agent that runs now.
    record Running(InetSocketAddress address, String token, long pid) {
    }

    private record Ready(String agent) {
    }

    /// @param notices told when the agent ended and was started again
    /// @param onUp    told, on the loop, whenever an agent can be spoken to
    AgentProcess(AgentSetup setup, Clock clock, Executor loop, Consumer<String> notices, Consumer<Running> onUp) {
        this.setup = setup;
        this.clock = clock;
        this.loop = loop;
        this.notices = notices;
        this.onUp = onUp;
    }

    /// @throws IOException when the program cannot be started at all
    @Override
    public void start() throws IOException {
        Files.createDirectories(setup.runFolder());
        born = clock.ticks();
        ChildProcess started = ChildProcess.start("agent",
                JavaCommand.of(AgentMain.class, HEAP_MEGABYTES, setup.arguments()), Map.of(),
                setup.runFolder().resolve("agent.log"), notices, code -> loop.execute(() -> ended(code)));
        child = started;
        started.ready().whenComplete((line, failure) -> {
            if (failure == null) {
                loop.execute(() -> up(started, line));
            }
        });
    }

    private void up(ChildProcess started, String line) {
        try {
            Ready ready = JournalFormat.mapper().readValue(line, Ready.class);
            Running now = new Running(AgentSetup.socket("agent", ready.agent()), TokenFile.read(setup.agentTokenFile()),
                    started.pid());
            if (started.alive()) {
                running = now;
                onUp.accept(now);
            }
        } catch (IOException | RuntimeException unreadable) {
            notices.accept("The agent cannot be spoken to: " + unreadable);
            started.kill();
        }
    }

    private void ended(int code) {
        running = null;
        if (ending) {
            return;
        }
        notices.accept("The agent ended with exit code " + code + "; starting it again. See "
                + setup.runFolder().resolve("agent.log"));
        boolean young = clock.ticks() - born < YOUNG.toNanos();
        clock.at(young ? BREATH : Duration.ZERO, this::again);
    }

    private void again() {
        if (ending) {
            return;
        }
        try {
            start();
        } catch (IOException failure) {
            notices.accept("The agent cannot be started: " + failure);
            clock.at(BREATH, this::again);
        }
    }

    @Override
    public void notice(String text) {
        notices.accept(text);
    }

    /// Null while there is none.
    @Override
    public @Nullable Running running() {
        return running;
    }

    /// Ends an agent that no longer answers; another one takes its ledger over.
    @Override
    public void killHung(long pid) {
        ChildProcess last = child;
        if (last != null && last.pid() == pid && last.alive()) {
            notices.accept("The agent (process " + pid + ") does not answer; it is killed.");
            last.kill();
        }
    }

    /// Closes the agent's pipe and waits for its end; blocks, so not for the loop. The agent takes away what is still
    /// in force before it ends.
    @Override
    public void end(int seconds) {
        ending = true;
        ChildProcess last = child;
        if (last != null) {
            last.end(seconds);
        }
    }
}
