package io.gameday.traffic;

import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import io.gameday.time.Clock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/// The customers' latencies as an HdrHistogram log, one histogram a second, in microseconds: what quantiles over any
/// stretch of a run can be computed from afterwards. A request without an answer counts as the limit it waited for.
/// Belongs to the loop; a listener of [io.gameday.target.Signals].
public final class LatencyLog implements Consumer<Measurement>, AutoCloseable {

    /// Where it stands in a run's folder.
    public static final String FILE = "metrics/customers.hlog";

    private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;
    private static final int DIGITS = 3;
    private static final double MICROS_PER_MILLI = 1000;
    private static final double MILLIS_PER_SECOND = 1000;

    private final Path file;
    private final Clock clock;
    private final PrintStream out;
    private final HistogramLogWriter writer;
    private final long base;
    private final Histogram interval = new Histogram(LONGEST_MICROS, DIGITS);
    private final Clock.Cancellable everySecond;

    /// Begins the log; parent folders are made.
    ///
    /// @throws IOException when the file cannot be made
    public LatencyLog(Path file, Clock clock) throws IOException {
        this.file = file;
        this.clock = clock;
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        OutputStream bytes = Files.newOutputStream(file);
        out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        writer = new HistogramLogWriter(out);
        base = clock.now().toEpochMilli();
        writer.outputComment("[Customers' latency in microseconds from the intended start; maxima in milliseconds]");
        writer.outputLogFormatVersion();
        writer.outputStartTime(base);
        writer.setBaseTime(base);
        writer.outputLegend();
        interval.setStartTimeStamp(base);
        everySecond = clock.every(Duration.ofSeconds(1), this::writeInterval);
    }

    @Override
    public void accept(Measurement m) {
        if (m.observer() == Observer.CUSTOMER) {
            interval.recordValue(Math.clamp(m.latency().toNanos() / 1000, 0, LONGEST_MICROS));
        }
    }

    private void writeInterval() {
        long now = clock.now().toEpochMilli();
        interval.setEndTimeStamp(now);
        writer.outputIntervalHistogram((interval.getStartTimeStamp() - base) / MILLIS_PER_SECOND,
                (now - base) / MILLIS_PER_SECOND, interval, MICROS_PER_MILLI);
        interval.reset();
        interval.setStartTimeStamp(now);
        if (out.checkError()) {
            everySecond.cancel();
            throw new UncheckedIOException(new IOException(file + " cannot be written any more; is the disk full?"));
        }
    }

    /// Writes what is left and closes the file.
    @Override
    public void close() {
        everySecond.cancel();
        writeInterval();
        out.close();
    }
}
