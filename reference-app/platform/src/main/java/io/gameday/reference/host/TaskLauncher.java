package io.gameday.reference.host;

import io.gameday.process.ProcessIdentity;

/// Starts the processes of tasks. Called on the host's loop; its listener is called there too, never from within
/// [#launch].
public interface TaskLauncher {

    Launched launch(TaskOrder order, Listener listener);

    /// A task's process, or the intention to start one.
    interface Launched {

        /// Asks it to end (SIGTERM).
        void terminate();

        /// Ends it (SIGKILL).
        void kill();

        /// Lines of its log that were lost since it began.
        default long lostLines() {
            return 0;
        }
    }

    /// What becomes of the process, in this order; [#exited] always comes, once. Where [#restarts] says so a process that
    /// was ready is followed by another one in its place, and all begins anew.
    interface Listener {

        void started(ProcessIdentity identity);

        /// @param service    `host:port` that customers' requests go to
        /// @param management `host:port` that health checks go to
        void ready(String service, String management);

        /// A process that was ready ended. Whether it is started again in place, with the same order at the same
        /// addresses.
        boolean restarts(int exitCode);

        /// @param why such as `exit code 137`
        void exited(String why);
    }
}
