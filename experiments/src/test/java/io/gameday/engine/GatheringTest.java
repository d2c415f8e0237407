package io.gameday.engine;

import io.gameday.experiment.ExperimentReader;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A run to which people were invited.
class GatheringTest {

    private static final String FILE = """
            title: t
            hypothesis: h
            system: { cells: 2, zones: [az1, az2, az3], headroom: 150 % }
            traffic: { customers: 40, rate: 120/s }
            prepare:
              steadyState: [ { metric: availability, atLeast: 99.9 %, for: 10s } ]
              blastRadius: { zones: 1, customers: 25 %, failedOrders: 1 % }
            steps: [ { inject: zone-power-loss, zone: az1, at: 5s, for: 40s } ]
            detect: { expect: [ { alarm: zone-impact, zone: az1, within: 15s } ] }
            respond: { expect: [ { interventions: 0 } ] }
            """;

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-19T14:00:00Z"));
    private final FakeTarget app = new FakeTarget(clock);
    private final List<Entry> entries = new ArrayList<>();
    private final List<ExitCode> exits = new ArrayList<>();
    private final List<String> parted = new ArrayList<>();
    private Consumer<Optional<String>> told = why -> {
    };

    private Engine start() {
        Engine engine = new Engine(ExperimentReader.read("x", "x.yaml", FILE).experiment().orElseThrow(), app.target(),
                clock, event -> {
                    Entry entry = new Entry(entries.size() + 1, clock.now(), "run", event);
                    entries.add(entry);
                    return entry;
                }, Settings.of("run", "test", 1, "salt"), (page, sent) -> sent.ok("inbox"), (salt, sealed) -> {
                }, exits::add);
        engine.start(new Gathering() {
            @Override
            public void gather(Consumer<Optional<String>> who) {
                told = who;
            }

            @Override
            public void part() {
                parted.add(entries.getLast().event() instanceof Event.RunEnded ? "late" : "before the last event");
            }
        });
        return engine;
    }

    private Instant first(Class<? extends Event> type) {
        return entries.stream().filter(entry -> type.isInstance(entry.event())).findFirst().orElseThrow().at();
    }

    @Test
    void whatIsMeasuredIsNoOlderThanTheLastGo() {
        start();
        clock.advance(Duration.ofMinutes(20));
        assertThat(entries).singleElement()
                .satisfies(entry -> assertThat(entry.event()).isInstanceOf(Event.RunStarted.class));
        Instant go = clock.now();
        told.accept(Optional.empty());
        clock.advance(Duration.ofMinutes(10));
        assertThat(first(Event.GuardAnswered.class)).isAfterOrEqualTo(go);
        assertThat(first(Event.SteadyStateMeasured.class)).isBetween(go, first(Event.FaultInjected.class));
        assertThat(Duration.between(first(Event.SteadyStateMeasured.class), first(Event.FaultInjected.class)))
                .isLessThan(Duration.ofSeconds(60));
        assertThat(exits).hasSize(1);
        assertThat(parted).containsExactly("before the last event");
    }

    @Test
    void aNoGoIsNoStartWithItsReason() {
        start();
        told.accept(Optional.of("responder says no-go: a real incident"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(exits).containsExactly(ExitCode.NOT_STARTED);
        assertThat(entries.getLast().event()).isInstanceOfSatisfying(Event.RunEnded.class,
                end -> assertThat(end.reason()).contains("responder says no-go: a real incident"));
    }

    @Test
    void aStopWhileTheRunWaitsIsAStopAndAGoAfterItStartsNothing() {
        Engine engine = start();
        engine.stop("observer", "");
        told.accept(Optional.empty());
        clock.advance(Duration.ofMinutes(2));
        assertThat(exits).containsExactly(ExitCode.STOPPED);
        assertThat(entries).noneMatch(entry -> entry.event() instanceof Event.FaultPlanned);
        assertThat(engine.record(new Event.NoteTaken("observer", "late"))).isFalse();
    }
}
