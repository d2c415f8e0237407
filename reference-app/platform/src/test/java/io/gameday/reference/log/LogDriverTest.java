package io.gameday.reference.log;

import io.gameday.experiment.Experiment.Logging;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// In virtual time, with a sink that acknowledges when the test says so.
class LogDriverTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Origin FROM = new Origin("orders-1", "cell-1", "az1");

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final List<String> log = new ArrayList<>();
    private final List<String> file = new ArrayList<>();
    private final List<LogBatch> posted = new ArrayList<>();
    private final List<Consumer<Optional<String>>> waiting = new ArrayList<>();

    @Test
    void aBatchLeavesAfterItsLingerWithAllThatCameMeanwhile() {
        LogDriver driver = driver(Logging.NON_BLOCKING);
        driver.line("one");
        clock.advance(LogDriver.LINGER.minusMillis(1));
        assertThat(posted).isEmpty();
        driver.line("two");
        clock.advance(Duration.ofMillis(1));

        assertThat(posted).hasSize(1);
        assertThat(posted.getFirst().text()).isEqualTo("""
                {"task":"orders-1","cell":"cell-1","zone":"az1","n":1,"line":"one"}
                {"task":"orders-1","cell":"cell-1","zone":"az1","n":2,"line":"two"}
                """);
        assertThat(file).containsExactly("one", "two");
    }

    @Test
    void aTaskThatMayBlockStartsOnceTheSinkHasMadeItsStream() {
        List<Optional<String>> told = new ArrayList<>();
        driver(Logging.BLOCKING).stream(told::add);
        clock.advance(LogStream.PATIENCE.minusMillis(1));
        assertThat(told).isEmpty();
        assertThat(posted).extracting(LogBatch::number, LogBatch::lines).containsExactly(tuple(1L, 0));

        acknowledge();
        clock.advance(LogStream.PATIENCE);

        assertThat(told).containsExactly(Optional.empty());
    }

    @Test
    void withoutItsStreamATaskThatMayBlockDoesNotStart() {
        List<Optional<String>> told = new ArrayList<>();
        driver(Logging.BLOCKING).stream(told::add);
        clock.advance(LogStream.PATIENCE);

        acknowledge();

        assertThat(told).containsExactly(Optional.of("CannotStartContainerError: failed to initialize logging driver: "
                + "the log sink did not make the log stream within 5 s"));
    }

    @Test
    void aTaskThatDoesNotBlockStartsWithoutTheSink() {
        List<Optional<String>> told = new ArrayList<>();
        driver(Logging.NON_BLOCKING).stream(told::add);

        assertThat(told).containsExactly(Optional.empty());
        assertThat(posted).isEmpty();
    }

    @Test
    void aBatchThatIsLargeEnoughLeavesAtOnce() {
        LogDriver driver = driver(Logging.NON_BLOCKING);
        driver.line("x".repeat(LogDriver.ENOUGH));
        clock.advance(Duration.ZERO);
        assertThat(posted).hasSize(1);
    }

    @Test
    void oneBatchIsInFlightAndTheNextTakesWhatWaited() {
        LogDriver driver = driver(Logging.NON_BLOCKING);
        driver.line("one");
        clock.advance(LogDriver.LINGER);
        driver.line("two");
        driver.line("x".repeat(LogDriver.ENOUGH));
        clock.advance(Duration.ofSeconds(30));
        assertThat(posted).hasSize(1);

        acknowledge();

        assertThat(posted).extracting(LogBatch::number, LogBatch::lines).containsExactly(tuple(1L, 1), tuple(2L, 2));
        acknowledge();
        assertThat(driver.state())
                .isEqualTo(new LogDriver.State("orders-1", "cell-1", "az1", Logging.NON_BLOCKING, 0, 0, 0, false));
    }

    @Test
    void aBatchThatWasNotAcknowledgedIsPostedAgainAsItIsAndToldOnce() {
        LogDriver driver = driver(Logging.NON_BLOCKING);
        driver.line("one");
        clock.advance(LogDriver.LINGER);
        driver.line("two");
        for (int i = 0; i < 3; i++) {
            waiting.removeFirst().accept(Optional.of("no answer within 10 s"));
            clock.advance(LogDriver.BEFORE_NEXT_TRY);
        }

        assertThat(posted).hasSize(4).containsOnly(posted.getFirst());
        assertThat(log).containsExactly("the log sink has not acknowledged batch 1 of orders-1: no answer within 10 s; "
                + "it is posted again until it does");
        acknowledge();
        clock.advance(LogDriver.LINGER);
        assertThat(posted.getLast().text()).contains("\"two\"");
    }

    @Test
    void withoutBlockingWhatDoesNotFitIsDroppedCountedAndToldOnceASecond() {
        LogDrivers drivers = drivers(Logging.NON_BLOCKING);
        LogDriver driver = drivers.open(FROM, file::add);
        driver.ready();
        fill(driver);
        int kept = driver.state().lines();
        driver.line("x".repeat(1000));
        driver.line("x".repeat(1000));
        clock.advance(Duration.ofSeconds(3));
        driver.line("x".repeat(1000));
        clock.advance(Duration.ofSeconds(1));

        assertThat(driver.state().lines()).isEqualTo(kept);
        assertThat(driver.state().bytes()).isBetween(LogBuffer.LARGEST - 2000, LogBuffer.LARGEST);
        assertThat(drivers.dropped()).isEqualTo(4);
        assertThat(log).containsExactly(
                "orders-1 lost log lines: 3 in the last second, 3 in all; its buffer is full and the log sink takes "
                        + "none",
                "orders-1 lost log lines: 1 in the last second, 4 in all; its buffer is full and the log sink takes "
                        + "none");
        acknowledgeAll();
        assertThat(numbers()).isSorted().doesNotHaveDuplicates().hasSize(kept).endsWith((long) kept);
        driver.line("after the stall");
        clock.advance(LogDriver.LINGER);
        acknowledgeAll();
        assertThat(numbers()).endsWith((long) kept, kept + 5L);
    }

    @Test
    void whatAllTasksTogetherKeepIsBoundedAndBecomesFreeAgain() {
        LogDrivers drivers = drivers(Logging.NON_BLOCKING);
        List<LogDriver> many = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            LogDriver driver = drivers.open(new Origin("orders-" + i, "cell-1", "az1"), file::add);
            fill(driver);
            many.add(driver);
        }

        assertThat(drivers.states().stream().mapToInt(LogDriver.State::bytes).sum())
                .isLessThanOrEqualTo(LogBuffer.LARGEST_OF_ALL);
        assertThat(many.getLast().state().lines()).isZero();
        acknowledgeAll();
        many.getLast().line("room again");
        assertThat(many.getLast().state().lines()).isOne();
    }

    /// Its ready line comes through the same pipe.
    @Test
    void aTaskThatIsNotReadyYetNeverStandsStillInItsLog() {
        LogDriver driver = driver(Logging.BLOCKING);
        for (int i = 0; i < 100; i++) {
            driver.line("x".repeat(1000));
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(driver.state().lines()).isEqualTo(100);
        assertThat(driver.state().blocked()).isFalse();
        acknowledgeAll();
        assertThat(numbers()).isSorted().doesNotHaveDuplicates().hasSize(100);
    }

    @Test
    void aTaskWhoseProcessIsGoneLeavesNobodyWaiting() {
        LogDriver driver = driver(Logging.BLOCKING);
        driver.ready();
        driver.gone();
        for (int i = 0; i < 100; i++) {
            driver.line("x".repeat(1000));
        }
        assertThat(driver.state().lines()).isEqualTo(100);
    }

    @Test
    void aLongLineBecomesSeveralAndNoCharacterIsCutInTwo() {
        String line = "x".repeat((16 << 10) - 1) + "😀" + "y".repeat(20_000);
        LogDriver driver = driver(Logging.NON_BLOCKING);
        driver.line(line);
        clock.advance(LogDriver.LINGER);
        acknowledgeAll();

        assertThat(lines()).hasSize(3);
        assertThat(String.join("", lines().stream().map(piece -> piece.path("line").asString()).toList()))
                .isEqualTo(line);
        assertThat(file).containsExactly(line);
    }

    @Test
    void theDriverOfAnEndedTaskStaysUntilItsLastLineIsWithTheSink() {
        LogDrivers drivers = drivers(Logging.NON_BLOCKING);
        LogDriver driver = drivers.open(FROM, file::add);
        fill(driver);
        driver.gone();
        driver.ended();
        clock.advance(Duration.ofSeconds(2));
        assertThat(drivers.states()).hasSize(1);

        acknowledgeAll();
        clock.advance(Duration.ofSeconds(1));

        assertThat(drivers.states()).isEmpty();
        assertThat(drivers.dropped()).isOne();
    }

    private LogDriver driver(Logging mode) {
        return drivers(mode).open(FROM, file::add);
    }

    private LogDrivers drivers(Logging mode) {
        return new LogDrivers(mode, (batch, then) -> {
            posted.add(batch);
            waiting.add(then);
        }, clock, clock, log::add);
    }

    /// Until the first line is dropped.
    private static void fill(LogDriver driver) {
        while (driver.state().dropped() == 0) {
            driver.line("x".repeat(1000));
        }
    }

    private void acknowledge() {
        waiting.removeFirst().accept(Optional.empty());
        clock.advance(Duration.ZERO);
    }

    private void acknowledgeAll() {
        clock.advance(LogDriver.LINGER);
        while (!waiting.isEmpty()) {
            acknowledge();
            clock.advance(LogDriver.LINGER);
        }
    }

    private List<Long> numbers() {
        return lines().stream().map(line -> line.path("n").asLong()).toList();
    }

    private List<JsonNode> lines() {
        return posted.stream().flatMap(batch -> batch.text().lines()).map(JSON::readTree).toList();
    }
}
