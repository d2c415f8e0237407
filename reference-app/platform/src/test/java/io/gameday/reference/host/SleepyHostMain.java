package io.gameday.reference.host;

import io.gameday.process.ChildProcess;
import io.gameday.process.ParentWatch;
import io.gameday.process.ProcessIdentity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// A host in name only: one task, which it has stopped.
final class SleepyHostMain {

    private SleepyHostMain() {
    }

    public static void main(String[] arguments) throws Exception {
        Path errors = Path.of(arguments[0]);
        ChildProcess task = ChildProcess.start("task", List.of("/bin/sh", "-c", "while read -r _; do :; done"),
                Map.of(), errors, System.out::println, code -> {
                });
        Sleeper sleeper = Sleeper.stop(ProcessIdentity.of(task.pid()).orElseThrow(), Duration.ofMinutes(5), errors,
                System.out::println, () -> {
                });
        sleeper.stopped().join();
        ParentWatch.ready(Map.of("task", task.pid()));
        new CountDownLatch(1).await();
    }
}
