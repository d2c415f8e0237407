package io.gameday.reference.simulated;

import io.gameday.engine.ExitCode;
import io.gameday.journal.Event;
import io.gameday.observability.Tally;
import io.gameday.target.Operation;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A cell's database goes back to its backup while the other cell serves.
class RestoreOneCellTest {

    private static final Pattern LOST = Pattern.compile("(c-\\d+) (\\d+)");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrdersThatTheRestoreNamesAsLostAreThoseThatCannotBeReadBack(long seed) {
        SimulatedDay day = new SimulatedDay(SimulatedDay.catalog("restore-one-cell"), seed);
        assertThat(day.finish()).as(day.rulings()).isEqualTo(ExitCode.BROKEN);

        Map<String, Integer> lost = new TreeMap<>();
        day.events(Event.OrdersReadBack.class).getFirst().lost().forEach((who, ids) -> lost.put(who, ids.size()));
        assertThat(named(restored(day))).isNotEmpty().isEqualTo(lost);
        assertThat(day.events(Event.PredictionJudged.class)).as(day.rulings())
                .allSatisfy(judged -> assertThat(judged.verdict().name()).isEqualTo("HELD"));
    }

    @Test
    void ordersOfThatCellWaitForItsDatabaseAndNobodyElses() {
        SimulatedDay day = new SimulatedDay(SimulatedDay.catalog("restore-one-cell"), 1);
        day.finish();

        assertThat(failed(day, "cell-1") + failed(day, "cell-2")).isZero();
        assertThat(slowest(day, "cell-1")).isGreaterThan(slowest(day, "cell-2").plusMillis(50));
    }

    @Test
    void ordersThatWereStoredButNotAcknowledgedInTimeAreNamedAsWell() {
        SimulatedDay day = new SimulatedDay(SimulatedDay.catalog("restore-one-cell")
                .replace("delay: 80ms", "delay: 120ms").replace("250 %", "150 %"), 1);
        day.finish();

        Map<String, Integer> named = named(restored(day));
        day.events(Event.OrdersReadBack.class).getFirst().lost()
                .forEach((who, ids) -> assertThat(named.get(who)).as(who).isGreaterThan(ids.size()));
    }

    @Test
    void withoutARestoreNothingIsLost() {
        SimulatedDay day = new SimulatedDay(SimulatedDay.catalog("restore-one-cell")
                .replace("do: restore, cell: cell-1", "do: backup, cell: cell-1"), 1);
        assertThat(day.finish()).as(day.rulings()).isEqualTo(ExitCode.HELD);

        assertThat(day.events(Event.OrdersReadBack.class).getFirst().lost()).isEmpty();
    }

    @Test
    void aCellWithoutABackupIsNotRestoredAndKeepsItsOrders() {
        SimulatedDay day = new SimulatedDay(SimulatedDay.catalog("restore-one-cell")
                .replace("do: restore, cell: cell-1", "do: restore, cell: cell-2"), 1);
        day.finish();

        assertThat(day.events(Event.OperationRefused.class)).singleElement().extracting(Event.OperationRefused::why)
                .isEqualTo("there is no backup of cell-2; take one before with: do: backup, cell: cell-2");
        assertThat(day.events(Event.OrdersReadBack.class).getFirst().lost()).isEmpty();
    }

    private static String restored(SimulatedDay day) {
        return day.events(Event.OperationBegun.class).stream()
                .filter(begun -> begun.operation() instanceof Operation.Restore).findFirst().orElseThrow().text();
    }

    private static Map<String, Integer> named(String text) {
        Map<String, Integer> named = new TreeMap<>();
        LOST.matcher(text).results().forEach(each -> named.put(each.group(1), Integer.valueOf(each.group(2))));
        return named;
    }

    /// Failed requests of customers from the restore on.
    private static long failed(SimulatedDay day, String cell) {
        return fromTheRestore(day, cell).mapToLong(tally -> tally.requests() - tally.useful()).sum();
    }

    /// The worst second's p99 from the restore on.
    private static Duration slowest(SimulatedDay day, String cell) {
        return Duration.of(fromTheRestore(day, cell).mapToLong(Tally::p99Micros).max().orElseThrow(),
                ChronoUnit.MICROS);
    }

    private static Stream<Tally> fromTheRestore(SimulatedDay day, String cell) {
        return day.events(Event.SecondMeasured.class).stream()
                .filter(s -> !s.second().isBefore(day.firstFault().plusSeconds(21)))
                .map(s -> s.series().getOrDefault("customer cell " + cell, Tally.NONE));
    }
}
