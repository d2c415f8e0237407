package io.gameday.reference.log;

import io.gameday.experiment.Experiment.Logging;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The drivers of all tasks; a driver stays after its task's end until its last line is with the sink. Tells the log
/// each second which tasks lose lines, and when one begins or ceases to stand still. Runs on the loop.
public final class LogDrivers {

    static final Duration TELLING = Duration.ofSeconds(1);

    private final Logging mode;
    private final Delivery delivery;
    private final Clock clock;
    private final Executor loop;
    private final Consumer<String> log;
    private final AtomicLong ofAll = new AtomicLong();
    private final List<LogDriver> drivers = new ArrayList<>();
    private final Map<String, Long> told = new HashMap<>();
    private final Set<String> blocked = new HashSet<>();
    private long droppedByEnded;

    /// @param clock whose tasks run on `loop`
    public LogDrivers(Logging mode, Delivery delivery, Clock clock, Executor loop, Consumer<String> log) {
        this.mode = mode;
        this.delivery = delivery;
        this.clock = clock;
        this.loop = loop;
        this.log = log;
        clock.every(TELLING, this::tell);
    }

    /// The driver of a task that is about to start.
    ///
    /// @param file told of every line, on the thread that reads the task's pipe
    public LogDriver open(Origin from, Consumer<String> file) {
        LogDriver driver = new LogDriver(from, mode, file, ofAll, delivery, clock, loop, log);
        drivers.add(driver);
        return driver;
    }

    /// Of the tasks whose lines are not all with the sink, and of those that run.
    public List<LogDriver.State> states() {
        return drivers.stream().map(LogDriver::state).toList();
    }

    /// Lines lost since the host began, of all tasks.
    public long dropped() {
        return droppedByEnded + states().stream().mapToLong(LogDriver.State::dropped).sum();
    }

    private void tell() {
        drivers.forEach(driver -> tell(driver.state()));
        List<LogDriver> over = drivers.stream().filter(LogDriver::over).toList();
        over.stream().map(LogDriver::state).forEach(last -> {
            droppedByEnded += last.dropped();
            told.remove(last.task());
        });
        drivers.removeAll(over);
    }

    private void tell(LogDriver.State now) {
        long before = told.getOrDefault(now.task(), 0L);
        if (now.dropped() > before) {
            told.put(now.task(), now.dropped());
            log.accept(now.task() + " lost log lines: " + (now.dropped() - before) + " in the last second, "
                    + now.dropped() + " in all; its buffer is full and the log sink takes none");
        }
        if (now.blocked() && blocked.add(now.task())) {
            log.accept(now.task() + "'s log pipe is not being read: the log sink takes none, and the mode is blocking");
        } else if (!now.blocked() && blocked.remove(now.task())) {
            log.accept(now.task() + "'s log pipe is being read again");
        }
    }
}
