package io.gameday.reference.log;

import io.gameday.experiment.Experiment.Logging;
import io.gameday.process.ChildProcess;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Takes one task's lines from its pipe to the sink: batches in order, one in flight, each waited for until it is
/// acknowledged. What a sink that takes none means for the task is the mode's choice.
///
/// ```
/// task ── pipe, 64 KiB ──► line() ──► file of the task
///                            └──────► LogBuffer ── batch ──► sink
///                          (reader's thread)     (loop)
/// ```
///
/// Until the task is ready nothing waits, because its ready line comes through the same pipe; nor does anything once
/// its process is gone.
public final class LogDriver implements ChildProcess.Output {

    /// A batch leaves when it has waited this long, or is [#ENOUGH].
    static final Duration LINGER = Duration.ofMillis(50);
    /// Half of what a blocking driver holds, in bytes.
    static final int ENOUGH = LogBuffer.HAND_OVER / 2;
    static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

    /// In bytes.
    private static final int LARGEST_BATCH = 32 << 10;
    /// A longer line becomes several, as in Docker: a batch must fit into one request. In characters.
    private static final int LARGEST_PIECE = 16 << 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Origin from;
    private final Logging mode;
    private final Consumer<String> file;
    private final Delivery delivery;
    private final Clock clock;
    private final Executor loop;
    private final Consumer<String> log;
    private final LogBuffer buffer;
    private final AtomicBoolean looking = new AtomicBoolean();
    /// Only touched by the reader.
    private long lines;
    /// Only touched on the loop, all of these.
    private long batches;
    private boolean posting;
    private boolean lingering;
    private boolean ended;
    private boolean troubled;

    /// @param file  told of every line first
    /// @param ofAll bytes that the drivers of all tasks hold together
    /// @param log   told when the sink cannot be reached
    LogDriver(Origin from, Logging mode, Consumer<String> file, AtomicLong ofAll, Delivery delivery, Clock clock,
            Executor loop, Consumer<String> log) {
        this.from = from;
        this.mode = mode;
        this.file = file;
        this.delivery = delivery;
        this.clock = clock;
        this.loop = loop;
        this.log = log;
        this.buffer = new LogBuffer(mode, ofAll);
    }

    /// Has the sink make the task's stream. On the loop, before the task starts.
    ///
    /// @param then told once, on the loop: empty when the task may start, or why it cannot
    public void stream(Consumer<Optional<String>> then) {
        if (!LogStream.comesFirst(mode)) {
            then.accept(Optional.empty());
            return;
        }
        AtomicBoolean told = new AtomicBoolean();
        Consumer<Optional<String>> once = trouble -> {
            if (told.compareAndSet(false, true)) {
                then.accept(trouble);
            }
        };
        delivery.post(LogBatch.of(from, ++batches, List.of()), trouble -> loop.execute(() -> once
                .accept(trouble.map(why -> "CannotStartContainerError: failed to initialize logging driver: " + why))));
        clock.at(LogStream.PATIENCE, () -> once.accept(Optional.of(LogStream.NOT_MADE)));
    }

    /// The task has said that it is ready.
    public void ready() {
        buffer.mayWait();
    }

    @Override
    public void line(String text) {
        file.accept(text);
        int begin = 0;
        do {
            int end = Math.min(text.length(), begin + LARGEST_PIECE);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            put(text.substring(begin, end));
            begin = end;
        } while (begin < text.length());
    }

    @Override
    public void gone() {
        buffer.neverWait();
    }

    /// No line comes any more. Those that are here are still delivered.
    public void ended() {
        loop.execute(() -> ended = true);
    }

    /// Whether nothing is left to do. On the loop.
    boolean over() {
        return ended && buffer.bytes() == 0;
    }

    public State state() {
        LogBuffer.State now = buffer.state();
        return new State(from.task(), from.cell(), from.zone(), mode, now.lines(), now.bytes(), now.dropped(),
                now.waiting());
    }

    /// @param lines   not acknowledged yet
    /// @param bytes   of those
    /// @param dropped lines lost since the task began
    /// @param blocked whether the pipe is not being read now, because there is no room for the next line
    public record State(String task, String cell, String zone, Logging mode, int lines, int bytes, long dropped,
            boolean blocked) {
    }

    private void put(String piece) {
        lines++;
        if (buffer.put(JSON.writeValueAsBytes(new SinkLine(from.task(), from.cell(), from.zone(), lines, piece)))
                && looking.compareAndSet(false, true)) {
            loop.execute(this::look);
        }
    }

    private void look() {
        looking.set(false);
        int bytes = buffer.bytes();
        if (posting || bytes == 0) {
            return;
        }
        if (bytes >= ENOUGH) {
            post();
        } else if (!lingering) {
            lingering = true;
            clock.at(LINGER, this::lingered);
        }
    }

    private void lingered() {
        lingering = false;
        if (!posting && buffer.bytes() > 0) {
            post();
        }
    }

    private void post() {
        posting = true;
        List<byte[]> next = buffer.oldest(LARGEST_BATCH);
        send(LogBatch.of(from, ++batches, next));
    }

    private void send(LogBatch batch) {
        delivery.post(batch, trouble -> loop.execute(() -> posted(batch, trouble)));
    }

    private void posted(LogBatch batch, Optional<String> trouble) {
        if (trouble.isEmpty()) {
            troubled = false;
            posting = false;
            buffer.acknowledged(batch.lines());
            look();
            return;
        }
        if (!troubled) {
            troubled = true;
            log.accept("the log sink has not acknowledged batch " + batch.number() + " of " + from.task() + ": "
                    + trouble.get() + "; it is posted again until it does");
        }
        clock.at(BEFORE_NEXT_TRY, () -> send(batch));
    }

    /// A line as it stands in the sink's file.
    ///
    /// @param n counts the task's lines from 1, lost ones too, so that a gap shows
    private record SinkLine(String task, String cell, String zone, long n, String line) {
    }
}
