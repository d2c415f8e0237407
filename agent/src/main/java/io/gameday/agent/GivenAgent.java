package io.gameday.agent;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An agent that somebody else started and will end. Nobody starts it again: what is in force ends by its lease.
final class GivenAgent implements AgentSource {

    private final AgentFile file;
    private final Consumer<String> notices;
    private volatile AgentProcess.@Nullable Running running;

    /// @param notices told what a person should know
    GivenAgent(AgentFile file, Consumer<String> notices) {
        this.file = file;
        this.notices = notices;
    }

    @Override
    public void start() throws IOException {
        if (!file.alive()) {
            throw new IOException("the agent " + file.run() + " (process " + file.agent().pid()
                    + ") is gone; start one with: gameday agent");
        }
        running = new AgentProcess.Running(file.server(), file.token(), file.agent().pid());
    }

    @Override
    public AgentProcess.@Nullable Running running() {
        return running;
    }

    @Override
    public void killHung(long pid) {
        notices.accept("The agent (process " + pid + ") does not answer. It is not ours to kill; what is in force ends "
                + "by its lease.");
    }

    @Override
    public void notice(String text) {
        notices.accept(text);
    }

    @Override
    public void end(int seconds) {
        running = null;
    }
}
