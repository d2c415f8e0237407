package io.gameday.agent;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where the agent of a run comes from: started and kept running, or given by somebody else.
interface AgentSource {

    /// @throws IOException when there can be none
    void start() throws IOException;

    /// Null while there is none.
    AgentProcess.@Nullable Running running();

    /// An agent does not answer.
    void killHung(long pid);

    /// Tells a person.
    void notice(String text);

    /// The run needs it no more. May block so many seconds.
    void end(int seconds);
}
