package io.gameday.console.chart;

import io.gameday.console.SimulatedRun;
import io.gameday.console.chart.ChartModel.Split;
import io.gameday.console.chart.ChartModel.Window;
import io.gameday.console.control.State;
import io.gameday.journal.Entry;
import io.gameday.journal.Event.SecondMeasured;
import io.gameday.journal.JournalReader;
import io.gameday.journal.RunFolder;
import io.gameday.journal.view.RunView;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ChartModelTest {

    @TempDir
    static Path runs;

    private static List<Entry> journal;

    private final ChartModel model = new ChartModel(Split.ZONES);

    @BeforeAll
    static void playOnce() throws IOException {
        journal = JournalReader.read(new RunFolder(SimulatedRun.of("az-power-loss-unscaled", runs)).journal())
                .entries();
    }

    private RunView secondsAfterTheFault(long seconds) {
        RunView view = new RunView();
        for (Entry entry : journal) {
            Instant zero = view.zero();
            if (zero != null && entry.at().isAfter(zero.plusSeconds(seconds))) {
                break;
            }
            view.accept(entry);
        }
        Instant zero = Objects.requireNonNull(view.zero());
        model.update(view, zero.plusSeconds(seconds), _ -> State.PLAIN);
        return view;
    }

    private List<String> rows() {
        return model.frameProperty().get().rows().stream().map(ChartFrame.Row::label).toList();
    }

    @Test
    void aRowOpensItsPartsDownToTheTasksAndBackspaceGoesUp() {
        secondsAfterTheFault(10);
        assertThat(rows()).containsExactly("site", "az1", "az2", "az3");

        model.open(new Scope.Zone("az2"));
        assertThat(rows()).containsExactly("az2", "cell-1", "cell-2");

        model.open(new Scope.CellZone("cell-1", "az2"));
        assertThat(rows()).startsWith("cell-1 az2").hasSizeGreaterThan(1);
        List<String> tasks = rows();

        model.open(new Scope.Instance("orders-2"));
        assertThat(rows()).isEqualTo(tasks);
        assertThat(model.path()).containsExactly(Scope.SITE, new Scope.Zone("az2"),
                new Scope.CellZone("cell-1", "az2"));

        model.up();
        assertThat(rows()).containsExactly("az2", "cell-1", "cell-2");
        model.up();
        model.up();
        assertThat(rows()).containsExactly("site", "az1", "az2", "az3");
    }

    @Test
    void byCellTheSiteConsistsOfCells() {
        secondsAfterTheFault(10);

        model.splitProperty().set(Split.CELLS);

        assertThat(rows()).containsExactly("site", "cell-1", "cell-2");
    }

    @Test
    void whileAFaultLastsItsEndIsInSight() {
        secondsAfterTheFault(30);

        ChartFrame frame = model.frameProperty().get();
        assertThat(Duration.between(frame.from(), frame.to())).isEqualTo(Duration.ofMinutes(1));
        assertThat(frame.to()).isAfter(frame.plannedEnd());
        assertThat(frame.share(frame.now())).isBetween(0.6, 1.0);
        assertThat(frame.firstAlarm()).isNotNull();
    }

    @Test
    void aZoneWithoutPowerIsDarkAsLongAsTheFaultLasts() {
        RunView view = secondsAfterTheFault(10);

        ChartFrame frame = model.frameProperty().get();
        assertThat(frame.rows().get(1).dark()).containsExactly(new ChartFrame.Band(view.zero(), view.faultsEnd()));
        assertThat(frame.rows().get(2).dark()).isEmpty();
    }

    @Test
    void quantilesWithFailuresAreLowerBounds() {
        secondsAfterTheFault(20);

        assertThat(model.frameProperty().get().rows().get(2).latency()).startsWith("≥ ").endsWith(" ms");
        assertThat(model.frameProperty().get().rows().get(1).latency()).isEqualTo("no answers");
    }

    @Test
    void twoHoursAreDrawnWithNoMoreColumnsThanPixelsAndTheWorstSecondStays() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        List<SecondMeasured> seconds = IntStream.range(0, 7200).mapToObj(n -> new SecondMeasured(start.plusSeconds(n),
                Map.of("customer site", new Tally(100, n == 3601 ? 40 : 100, 1000, 9000)), 0, 0, 1)).toList();
        ChartFrame frame = new ChartFrame(start, start.plusSeconds(7200), start.plusSeconds(7200), seconds, List.of(),
                List.of(), null, null, null);

        Columns columns = Columns.of(frame, "customer site", 250);

        assertThat(columns.all()).hasSizeLessThanOrEqualTo(250);
        assertThat(columns.all().stream().mapToLong(column -> column.worst().useful()).min()).hasValue(40);
        assertThat(columns.unbroken()).hasSize(1);
    }

    @Test
    void aSecondWithoutRequestsBreaksTheLine() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        List<SecondMeasured> seconds = IntStream.range(0, 20).mapToObj(n -> new SecondMeasured(start.plusSeconds(n),
                n == 9 ? Map.of() : Map.of("customer site", new Tally(10, 10, 1, 1)), 0, 0, 1)).toList();
        ChartFrame frame = new ChartFrame(start, start.plusSeconds(20), start.plusSeconds(20), seconds, List.of(),
                List.of(), null, null, null);

        assertThat(Columns.of(frame, "customer site", 400).unbroken()).hasSize(2);
        assertThat(Columns.of(frame, "customer zone az1", 400).empty()).isTrue();
    }

    @Test
    void allShowsTheWholeRun() {
        RunView view = secondsAfterTheFault(30);

        model.windowProperty().set(Window.ALL);

        assertThat(model.frameProperty().get().seconds()).hasSameSizeAs(view.seconds().all());
    }
}
