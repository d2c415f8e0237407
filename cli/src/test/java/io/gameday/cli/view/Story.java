package io.gameday.cli.view;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Phase;
import io.gameday.journal.Verdict;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Fault;
import io.gameday.target.TargetKind;
import io.gameday.target.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The journal of a made-up run, `az-power-loss-unscaled`: az1 loses power at 14:02:05 for 40 s, the other two zones
/// cannot carry the peak, and customers are well again only once az1 is back.
final class Story {

    static final Instant ZERO = Instant.parse("2026-11-19T14:02:05Z");
    private static final Instant BEGIN = ZERO.minusSeconds(32);
    private static final Fault FAULT = new Fault.ZonePowerLoss("az1");
    private static final List<String> CELLS = List.of("cell-1", "cell-2");
    private static final List<String> ZONES = List.of("az1", "az2", "az3");
    private static final int FAULT_SECONDS = 40;

    private record Timed(Instant at, Event event) {
    }

    private final List<Timed> events = new ArrayList<>();

    private Story() {
    }

    /// All entries up to and including `until`.
    static List<Entry> until(Instant until) {
        Story story = new Story();
        story.tell();
        story.events.sort(Comparator.comparing(Timed::at));
        List<Entry> entries = new ArrayList<>();
        for (Timed timed : story.events) {
            if (!timed.at().isAfter(until)) {
                entries.add(new Entry(entries.size() + 1, timed.at(), "0192", timed.event()));
            }
        }
        return entries;
    }

    static List<Entry> whole() {
        return until(Instant.MAX);
    }

    private void tell() {
        prepare();
        for (int second = -30; second < 60; second++) {
            at(second + 1, second(second));
        }
        fault();
        signals();
        learn();
    }

    private void at(double seconds, Event event) {
        events.add(new Timed(ZERO.plusMillis(Math.round(seconds * 1000)), event));
    }

    private void prepare() {
        events.add(new Timed(BEGIN,
                new Event.RunStarted("az-power-loss-unscaled", "Lose one zone without headroom",
                        "The other two zones carry the whole peak and customers notice nothing.", TargetKind.LOCAL, 7,
                        "0.1.0", CELLS, ZONES, 100, 40, 120, "game day owner", 1)));
        at(-31.9, new Event.GuardAnswered("blast radius", true, "reaches 1 zone, at most 1 allowed"));
        for (int i = 1; i <= 7; i++) {
            at(-31.8, new Event.PredictionSealed("p" + i, "00"));
        }
        at(-31.7, new Event.TasksChanged(tasks("az1", "az2", "az3")));
        for (String zone : ZONES) {
            at(-20, new Event.AlarmChanged("zone-impact", new Scope.Zone(zone), AlarmState.INSUFFICIENT_DATA,
                    AlarmState.OK, "canaries: 0 of 100 failed"));
        }
        at(-5.2, new Event.SteadyStateMeasured(Event.SteadyStateMeasured.When.BEFORE, "availability ≥ 99.9 % for 10 s",
                Verdict.HELD, "100 %", 1200, 1200, Duration.ofSeconds(10)));
        at(-5.1, new Event.FaultPlanned("f1", FAULT, Duration.ofSeconds(5), Duration.ofSeconds(40), CELLS,
                List.of("az1"), List.of("orders-1", "orders-4"), "equal", "gameday recover --run 0192", "the host"));
    }

    private void fault() {
        at(0, new Event.FaultInjected("f1", FAULT, Duration.ofSeconds(40), Duration.ofSeconds(8)));
        at(0.3, new Event.TasksChanged(tasks("az2", "az3")));
        at(0.3, new Event.FaultObserved("f1", Verdict.HELD, "tasks of az1 that answer", "0", "0",
                Duration.ofMillis(300)));
        at(15.0, new Event.TasksChanged(List.of(task(2), task(3), task(5), task(6),
                new Task("orders-7", "cell-1", "az2", Task.State.STARTING, "", 2))));
        at(40, new Event.FaultReverted("f1", "planned end", true, ""));
        at(40.4, new Event.FaultConfirmedGone("f1", Verdict.HELD, "power of az1", "on", "on", Duration.ofMillis(400)));
        at(46, new Event.TasksChanged(tasks("az1", "az2", "az3")));
    }

    private void signals() {
        Scope az1 = new Scope.Zone("az1");
        at(3.4, new Event.AlarmChanged("zone-impact", az1, AlarmState.OK, AlarmState.ALARM,
                "canaries: 30 of 30 failed (0.0 % available), expected 10.0, p 1.2e-12"));
        at(3.4, new Event.PredictionJudged("p1", Phase.DETECT, true, "alarm zone-impact az1", Verdict.HELD, "≤ 15 s",
                "3.4 s", ""));
        at(4.2, new Event.AutomationActed("eviction", az1, "router leaves az1 out in both cells", ZERO.plusSeconds(4)));
        at(6.0, new Event.PageSent("on-call", "inbox", "zone-impact az1", "zone-impact", az1));
        at(6.0, new Event.PredictionJudged("p4", Phase.RESPOND, true, "page on-call", Verdict.HELD, "≤ 20 s", "6.0 s",
                ""));
        at(9.2, new Event.AutomationActed("weigh-away", az1, "no new task is placed in az1", ZERO.plusSeconds(9)));
        at(10.5, new Event.BlastRadiusPassed("customers", "40", "2"));
        at(19.3, new Event.PageAcknowledged("responder"));
        at(52, new Event.AlarmChanged("zone-impact", az1, AlarmState.ALARM, AlarmState.OK, "canaries: 0 of 30 failed"));
    }

    private void learn() {
        at(60.1, new Event.OrdersReadBack(10_200, 10_200, Map.of(), Map.of()));
        at(60.2, new Event.PredictionJudged("p2", Phase.DETECT, false, "silent zone-impact az2", Verdict.HELD, "silent",
                "silent", ""));
        at(60.2, new Event.PredictionJudged("p3", Phase.RESPOND, true, "automation weigh-away az1", Verdict.HELD,
                "≤ 20 s", "9.2 s", ""));
        at(60.2, new Event.PredictionJudged("p5", Phase.RESPOND, true, "availability ≥ 99.9 %", Verdict.BROKEN,
                "≤ 30 s", "> 40.0 s", "not reached while the fault lasted; 73.3 % at best after 30 s"));
        at(60.2, new Event.PredictionJudged("p6", Phase.RESPOND, false, "interventions", Verdict.UNKNOWN, "0", "–",
                "nobody could be asked"));
        at(60.2, new Event.PredictionJudged("p7", Phase.PREPARE, false, "customers hurt", Verdict.BROKEN, "≤ 2",
                "40 of 40", "over from +10.5 s on"));
        at(60.5, new Event.RunEnded(3, Verdict.BROKEN, "2 of 7 predictions are broken."));
    }

    private static Event.SecondMeasured second(int second) {
        boolean dark = second >= 0 && second < FAULT_SECONDS;
        boolean hurting = second >= 0 && second < 46;
        Map<String, Tally> series = new LinkedHashMap<>();
        long useful = hurting ? second < 3 ? 70 : 86 + second % 4 : 120;
        series.put("customer site", new Tally(120, useful, 40_000, hurting ? 925_000 : 134_000));
        if (!dark || second < 2) {
            series.put("customer zone az1", new Tally(40, dark ? 0 : 40, 40_000, 134_000));
        }
        for (String zone : List.of("az2", "az3")) {
            long asked = dark && second >= 2 ? 60 : 40;
            series.put("customer zone " + zone, new Tally(asked, dark && second >= 4 ? 42 + second % 3 : asked, 1, 1));
            for (String cell : CELLS) {
                series.put("customer cell " + cell + " zone " + zone,
                        new Tally(asked / 2, dark && second >= 4 ? 21 : asked / 2, 1, 1));
            }
        }
        if (!dark) {
            CELLS.forEach(cell -> series.put("customer cell " + cell + " zone az1", new Tally(20, 20, 1, 1)));
        }
        return new Event.SecondMeasured(ZERO.plusSeconds(second), series, hurting ? 31 : 0,
                second < 0 ? 0 : Math.min(40, 31 + second), 40);
    }

    private static List<Task> tasks(String... zones) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            if (List.of(zones).contains(task(i).zone())) {
                tasks.add(task(i));
            }
        }
        return tasks;
    }

    private static Task task(int number) {
        return new Task("orders-" + number, CELLS.get((number - 1) / 3), ZONES.get((number - 1) % 3),
                Task.State.HEALTHY, "127.0.1.1:1", 2);
    }
}
