package io.gameday.engine;

import io.gameday.experiment.ExperimentReader;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import io.gameday.target.Operation;
import io.gameday.target.Port;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Game days whose steps do something besides breaking, in virtual time.
class OperationRunTest {

    private static final Operation SHIFT = new Operation.Shift("az1");
    private static final String FILE = """
            title: t
            hypothesis: h
            system: { cells: 2, zones: [az1, az2, az3], headroom: 150 % }
            traffic: { customers: 40, rate: 120/s }
            prepare:
              steadyState: [ { metric: availability, atLeast: 99.9 %, for: 10s } ]
              blastRadius: { zones: 1 }
            steps:
              - { name: power, inject: zone-power-loss, zone: az1, at: 5s, for: 30s }
              - { name: leave, do: shift, zone: az1, at: 10s, for: 60s }
            detect:
              expect:
                - { alarm: zone-impact, zone: az1, within: 15s, of: power }
            respond:
              expect:
                - { metric: availability, atLeast: 99.9 %, within: 3s, for: 20s, of: leave }
                - { interventions: 0 }
            """;
    private static final String ALONE = """
            title: t
            hypothesis: h
            system: { cells: 2, zones: [az1, az2, az3], headroom: 150 % }
            traffic: { customers: 40, rate: 120/s }
            prepare:
              steadyState: [ { metric: availability, atLeast: 99.9 %, for: 10s } ]
              blastRadius: { zones: 1 }
            steps: [ { do: scale, cell: cell-1, tasks: 2, at: 5s } ]
            detect: { expect: [ { silent: zone-impact, zone: az1 } ] }
            respond: { expect: [ { metric: availability, atLeast: 99.9 %, within: 3s } ] }
            """;

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-19T14:00:00Z"));
    private final FakeTarget app = new FakeTarget(clock);
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable ExitCode exit;

    @Test
    void aShiftBeginsAtItsTimeIsInForceForItsTimeAndPredictionsCountFromIt() {
        // Bad from the fault until the shift, five seconds later.
        app.failing = since -> since >= 0 && since < 5 ? 40 : 0;
        start(FILE);
        clock.advance(Duration.ofSeconds(30));
        assertThat(app.operating).containsEntry(SHIFT, Optional.of(Duration.ofSeconds(60)));
        finish();

        assertThat(app.operating).isEmpty();
        Instant injected = at(Event.FaultInjected.class);
        assertThat(at(Event.OperationBegun.class)).isEqualTo(injected.plusSeconds(5));
        assertThat(at(Event.OperationDone.class)).isEqualTo(injected.plusSeconds(65));
        assertThat(at(Event.RunEnded.class)).as("a run does not end before").isAfter(injected.plusSeconds(65));
        assertThat(events(Event.PredictionJudged.class))
                .allSatisfy(judged -> assertThat(judged.verdict()).isEqualTo(Verdict.HELD));
        assertThat(exit).isEqualTo(ExitCode.HELD);
    }

    @Test
    void aStopTakesBackWhatIsInForceAndBeginsNothingMore() {
        Engine engine = start(FILE);
        clock.advance(Duration.ofSeconds(30));
        assertThat(app.operating).isNotEmpty();
        engine.stop("Ctrl-C", "");
        finish();

        assertThat(app.operating).isEmpty();
        assertThat(events(Event.OperationDone.class)).singleElement()
                .satisfies(done -> assertThat(done.why()).isEqualTo("stop"));
        assertThat(exit).isEqualTo(ExitCode.STOPPED);
    }

    @Test
    void aStopBeforeItsTimeLeavesItOut() {
        Engine engine = start(FILE);
        clock.advance(Duration.ofSeconds(17));
        engine.stop("Ctrl-C", "");
        finish();

        assertThat(events(Event.OperationBegun.class)).isEmpty();
        assertThat(exit).isEqualTo(ExitCode.STOPPED);
    }

    @Test
    void whatIsRefusedIsSaidAndNothingIsConcluded() {
        app.operationFails = "without az1 there would be no healthy task in cell-1; nothing was shifted";
        start(FILE);
        finish();

        assertThat(events(Event.OperationRefused.class)).singleElement()
                .satisfies(refused -> assertThat(refused.why()).contains("no healthy task in cell-1"));
        assertThat(exit).isEqualTo(ExitCode.UNKNOWN);
        assertThat(events(Event.RunEnded.class).getFirst().reason()).contains("2 unknown");
    }

    @Test
    void aRunMayOnlyDoSomethingAndBreakNothing() {
        start(ALONE);
        finish();

        assertThat(app.operating).containsKey(new Operation.Scale("cell-1", 2));
        assertThat(events(Event.FaultInjected.class)).isEmpty();
        assertThat(exit).as(events(Event.RunEnded.class).toString()).isEqualTo(ExitCode.HELD);
    }

    @Test
    void aZoneThatDoesNotGetEmptyIsNotBrokenAndCustomersComeBack() {
        start(FILE.replace("prepare:", "prepare:\n  evacuate: az1"));
        finish();

        assertThat(exit).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(events(Event.RunEnded.class).getFirst().reason())
                .isEqualTo("customers still reach az1: 40 requests in the last second, after 60 s");
        assertThat(events(Event.FaultInjected.class)).isEmpty();
        assertThat(app.operating).isEmpty();
    }

    @Test
    void whereTheShiftIsRefusedNothingIsBroken() {
        app.operationFails = "az2 is shifted away";
        start(FILE.replace("prepare:", "prepare:\n  evacuate: az1"));
        finish();

        assertThat(exit).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(events(Event.RunEnded.class).getFirst().reason())
                .isEqualTo("customers cannot leave the zone: az2 is shifted away");
    }

    @Test
    void aTargetThatCannotBeOperatedIsNotStartedAndSaysWhy() {
        app.operationsPort = Port.absent("Gameday operates the reference app only");
        start(FILE);
        finish();

        assertThat(exit).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(events(Event.RunEnded.class).getFirst().reason()).isEqualTo("the guard “every operation can be done "
                + "here” says no: shift: Gameday operates the reference app only");
        assertThat(events(Event.FaultInjected.class)).isEmpty();
    }

    private Engine start(String file) {
        Settings s = Settings.of("run", "test", 1, "salt");
        Settings settings = new Settings(s.run(), s.version(), s.seed(), s.salt(), s.gateLimit(), s.lease(),
                s.renewEvery(), s.proofLimit(), s.settleLimit(), s.unanswered(), Duration.ZERO);
        Engine engine = new Engine(ExperimentReader.read("x", "x.yaml", file).experiment().orElseThrow(), app.target(),
                clock, event -> {
                    Entry entry = new Entry(entries.size() + 1, clock.now(), "run", event);
                    entries.add(entry);
                    return entry;
                }, settings, (message, sent) -> sent.ok("inbox"), (salt, sealed) -> {
                }, code -> exit = code);
        engine.start();
        return engine;
    }

    private void finish() {
        clock.advance(Duration.ofMinutes(5));
        assertThat(exit).as("the run ends by itself").isNotNull();
    }

    private <E extends Event> List<E> events(Class<E> type) {
        return entries.stream().map(Entry::event).filter(type::isInstance).map(type::cast).toList();
    }

    private Instant at(Class<? extends Event> type) {
        return entries.stream().filter(entry -> type.isInstance(entry.event())).findFirst().orElseThrow().at();
    }
}
