package io.gameday.reference.host;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The command lines of what the host starts.
interface Programs {

    /// @param host `host:port` of the host's endpoint
    List<String> controlPlane(String folder, String host);

    /// @param controlPlane `host:port` of its endpoint
    List<String> router(String folder, String controlPlane);

    List<String> inventory();

    /// The command of a task. On the first use it may take some seconds to make the task start fast from then on.
    ///
    /// @param environment of a task, for a training run
    /// @param progress    told what takes time
    List<String> task(Map<String, String> environment, Consumer<String> progress) throws IOException;
}
