package io.gameday.report;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Event.SteadyStateMeasured.When;
import io.gameday.journal.JournalFormat;
import io.gameday.journal.Phase;
import io.gameday.journal.Verdict;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Fault;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Journals by hand. Times are seconds from the first injection, which is at 14:02:05.3; whole seconds of traffic
/// begin at 14:02:05.0, which is -0.3 here, so second n is written as n.
public final class JournalBuilder {

    public static final Instant ZERO = Instant.parse("2026-11-19T14:02:05.300Z");
    public static final Instant FIRST_SECOND = Instant.parse("2026-11-19T14:02:05Z");
    public static final String RUN = "2026-11-19T14-01-32Z-az-power-loss-unscaled";
    public static final Fault POWER_LOSS = new Fault.ZonePowerLoss("az1");

    private final List<Timed> events = new ArrayList<>();

    private record Timed(Instant at, int order, Event event) {
    }

    public JournalBuilder at(double seconds, Event event) {
        events.add(new Timed(ZERO.plusMillis(Math.round(seconds * 1000)), events.size(), event));
        return this;
    }

    public JournalBuilder second(int n, Map<String, Tally> series, int hurtNow, int hurtEver) {
        Instant second = FIRST_SECOND.plusSeconds(n);
        events.add(new Timed(second.plusMillis(1040), events.size(),
                new Event.SecondMeasured(second, series, hurtNow, hurtEver, 40)));
        return this;
    }

    public List<Entry> entries() {
        events.sort(Comparator.comparing(Timed::at).thenComparingInt(Timed::order));
        List<Entry> entries = new ArrayList<>();
        for (Timed event : events) {
            entries.add(new Entry(entries.size() + 1, event.at(), RUN, event.event()));
        }
        return entries;
    }

    /// The entries up to that many seconds after the injection, as a killed controller leaves them.
    public List<Entry> until(double seconds) {
        Instant end = ZERO.plusMillis(Math.round(seconds * 1000));
        return entries().stream().filter(e -> !e.at().isAfter(end)).toList();
    }

    public static Path write(Path folder, List<Entry> entries, String torn) throws IOException {
        Files.createDirectories(folder);
        StringBuilder text = new StringBuilder();
        entries.forEach(e -> text.append(JournalFormat.write(e)).append('\n'));
        Files.writeString(folder.resolve("journal.jsonl"), text + torn);
        return folder;
    }

    /// The reports of a run whose ledger is in its own folder.
    public static Reports report(Path folder) {
        return RunReport.write(folder, run -> folder.resolve("state.jsonl"), ZERO);
    }

    public static Reports report(Path folder, Path ownTemplates) {
        return RunReport.write(folder, run -> folder.resolve("state.jsonl"), ZERO, ownTemplates);
    }

    public static Tally tally(long requests, long useful, long p99Millis) {
        return new Tally(requests, useful, 40_000, p99Millis * 1000);
    }

    public static Duration seconds(double n) {
        return Duration.ofMillis(Math.round(n * 1000));
    }

    public JournalBuilder started(TargetKind target, int headroom) {
        return at(-32,
                new Event.RunStarted("az-power-loss-unscaled", "Lose one Availability Zone without scaling ahead",
                        "The other two zones carry the whole peak and customers notice nothing.", target, 7, "0.1.0",
                        List.of("cell-1", "cell-2"), List.of("az1", "az2", "az3"), headroom, 40, 120, "game day owner",
                        1));
    }

    public JournalBuilder prepared() {
        for (int i = 1; i <= 7; i++) {
            at(-31 + i / 100.0, new Event.PredictionSealed("p" + i, "ab".repeat(32)));
        }
        at(-30.5, new Event.GuardAnswered("reach stays inside the plan", true, "1 of 3 zones, planned at most 1"));
        at(-30.4, new Event.GuardAnswered("alarms are ready", true, "8 of 8 in OK"));
        at(-30.3, new Event.GuardAnswered("nothing else in force", true, "the ledger is empty"));
        for (int n = -25; n < 0; n++) {
            second(n, healthy(), 0, 0);
        }
        at(-0.4, new Event.SteadyStateMeasured(When.BEFORE, "availability at least 99.9 % for 10 s", Verdict.HELD,
                "100 %", 2988, 2988, seconds(25)));
        return at(-0.2,
                new Event.FaultPlanned("f1", POWER_LOSS, seconds(5), seconds(40), List.of("cell-1", "cell-2"),
                        List.of("az1"), List.of("orders-1", "orders-4"), "equal", "gameday recover --run " + RUN,
                        "the host, when the lease of 8 s ends"));
    }

    public static Map<String, Tally> healthy() {
        return series(tally(120, 120, 134), tally(40, 40, 134), tally(40, 40, 130), tally(40, 40, 131));
    }

    /// The site's tally is split evenly between the two cells.
    public static Map<String, Tally> series(Tally site, Tally az1, Tally az2, Tally az3) {
        Map<String, Tally> series = new TreeMap<>();
        series.put("customer site", site);
        put(series, "customer zone az1", az1);
        put(series, "customer zone az2", az2);
        put(series, "customer zone az3", az3);
        put(series, "attempt zone az1", az1);
        put(series, "attempt zone az2", az2);
        put(series, "attempt zone az3", az3);
        put(series, "canary zone az1", az1.useful() == 0 ? tally(10, 0, 1000) : tally(10, 10, 30));
        put(series, "canary zone az2", tally(10, 10, 30));
        put(series, "canary zone az3", tally(10, 10, 30));
        put(series, "customer cell cell-1", tally(site.requests() / 2, site.useful() / 2, site.p99Micros() / 1000));
        put(series, "customer cell cell-2", tally(site.requests() - site.requests() / 2,
                site.useful() - site.useful() / 2, site.p99Micros() / 1000));
        return series;
    }

    /// Two cells in three zones, 20 requests each and 10 without a useful answer in those named, such as `cell-1 az2`. A
    /// place named with a minus, such as `-cell-1 az2`, is not asked for anything.
    public static Map<String, Tally> failing(String... places) {
        List<String> named = List.of(places);
        Map<String, Tally> series = new TreeMap<>();
        for (String cell : List.of("cell-1", "cell-2")) {
            for (String zone : List.of("az1", "az2", "az3")) {
                String place = cell + " " + zone;
                Tally tally = named.contains("-" + place) ? NOTHING : tally(20, named.contains(place) ? 10 : 20, 100);
                for (String scope : List.of("site", "zone " + zone, "cell " + cell, "cell " + cell + " zone " + zone)) {
                    if (tally.requests() > 0) {
                        series.merge("customer " + scope, tally, Tally::plus);
                        series.merge("attempt " + scope, tally, Tally::plus);
                    }
                }
            }
        }
        return series;
    }

    /// That series from second `from` to before second `to`.
    public JournalBuilder seconds(int from, int to, Map<String, Tally> series) {
        for (int n = from; n < to; n++) {
            second(n, series, 0, 0);
        }
        return this;
    }

    public JournalBuilder alarm(double seconds, String name, Scope scope, AlarmState state) {
        return at(seconds, new Event.AlarmChanged(name, scope,
                state == AlarmState.ALARM ? AlarmState.OK : AlarmState.ALARM, state, ""));
    }

    private static void put(Map<String, Tally> series, String name, Tally tally) {
        if (tally.requests() > 0) {
            series.put(name, tally);
        }
    }

    public static final Tally NOTHING = Tally.NONE;

    /// Forty customers, 120 requests a second, az1 without power for 40 s; the other two zones are one third short.
    public static JournalBuilder unscaled() {
        JournalBuilder journal = new JournalBuilder().started(TargetKind.LOCAL, 100).prepared();
        journal.at(0, new Event.FaultInjected("f1", POWER_LOSS, seconds(40), seconds(8)));
        journal.at(0.3, new Event.FaultObserved("f1", Verdict.HELD, "tasks of az1 that answer", "0 of 2", "0 of 2",
                seconds(0.3)));
        for (int n = 0; n < 4; n++) {
            journal.second(n, series(tally(120, 80, 1000), tally(40, 0, 1000), tally(40, 40, 140), tally(40, 40, 141)),
                    26, n == 0 ? 26 : 34 + n);
        }
        for (int n = 4; n < 10; n++) {
            journal.second(n, series(tally(120, 120, 180), NOTHING, tally(60, 60, 180), tally(60, 60, 176)), 0, 37);
        }
        for (int n = 10; n < 44; n++) {
            int late = n < 28 ? 16 : 9;
            journal.second(n, series(tally(120, 120 - 2 * late, 925), NOTHING, tally(60, 60 - late, 939),
                    tally(60, 60 - late, 931)), 22, n < 12 ? 39 : 40);
        }
        for (int n = 44; n < 65; n++) {
            journal.second(n, healthy(), 0, 40);
        }
        for (int zone = 1; zone <= 3; zone++) {
            journal.at(-20, new Event.AlarmChanged("zone-impact", new Scope.Zone("az" + zone),
                    AlarmState.INSUFFICIENT_DATA, AlarmState.OK, "no faults"));
        }
        journal.at(3.1, new Event.AlarmChanged("zone-impact", new Scope.Zone("az1"), AlarmState.OK, AlarmState.ALARM,
                "canaries: 30 of 30 failed"));
        journal.at(3.1, new Event.AlarmChanged("site-availability", Scope.SITE, AlarmState.OK, AlarmState.ALARM,
                "80 of 120 requests useful (66.7 %), wanted 99 %"));
        journal.at(3.7, new Event.AutomationActed("eviction", new Scope.Zone("az1"),
                "az1 left out of routing in both cells", ZERO.plusMillis(3700)));
        journal.at(5.7,
                new Event.PageSent("on-call", "inbox", "zone-impact az1", "zone-impact", new Scope.Zone("az1")));
        journal.at(7,
                new Event.AlarmChanged("site-availability", Scope.SITE, AlarmState.ALARM, AlarmState.OK, "120 of 120"));
        journal.at(8.9, new Event.AutomationActed("weigh-away", new Scope.Zone("az1"), "new tasks go to az2 and az3",
                ZERO.plusMillis(8900)));
        journal.at(9.3, new Event.AutomationActed("replacement", new Scope.CellZone("cell-1", "az2"),
                "orders-7 starts in cell-1 az2", ZERO.plusMillis(9300)));
        journal.at(9.4, new Event.AutomationActed("replacement", new Scope.CellZone("cell-2", "az3"),
                "orders-8 starts in cell-2 az3", ZERO.plusMillis(9400)));
        journal.at(12.5, new Event.BlastRadiusPassed("customers", "39 of 40", "2 of 40"));
        journal.at(19, new Event.PageAcknowledged("responder"));
        journal.at(21.8,
                new Event.NoteTaken("observer", "Health checks are green in az2 & az3 while <orders> fail there"));
        journal.at(40, new Event.FaultReverted("f1", "planned end", true, "power of az1 on"));
        journal.at(40.4, new Event.FaultConfirmedGone("f1", Verdict.HELD, "tasks of az1 that can start", "2 of 2",
                "2 of 2", seconds(0.4)));
        journal.at(52, new Event.AlarmChanged("zone-impact", new Scope.Zone("az1"), AlarmState.ALARM, AlarmState.OK,
                "no faults"));
        journal.at(64.9, new Event.SteadyStateMeasured(When.AFTER, "availability at least 99.9 % for 10 s",
                Verdict.HELD, "100 %", 1200, 1200, seconds(10)));
        journal.judged();
        journal.at(66, new Event.OrdersReadBack(10_200, 10_200, Map.of(), Map.of()));
        return journal.at(66.5, new Event.RunEnded(3, Verdict.BROKEN, "2 of 7 predictions were broken."));
    }

    /// Scaled ahead: az1's second of failures, then nothing is missed.
    public static JournalBuilder held() {
        JournalBuilder journal = new JournalBuilder().started(TargetKind.SIMULATED, 150).prepared();
        journal.at(0, new Event.FaultInjected("f1", POWER_LOSS, seconds(40), seconds(8)));
        journal.at(0.3, new Event.FaultObserved("f1", Verdict.HELD, "tasks of az1 that answer", "0 of 2", "0 of 2",
                seconds(0.3)));
        journal.second(0, series(tally(120, 117, 180), tally(3, 0, 180), tally(60, 60, 140), tally(57, 57, 141)), 3, 3);
        for (int n = 1; n < 65; n++) {
            journal.second(n,
                    n < 41 ? series(tally(120, 120, 140), NOTHING, tally(60, 60, 140), tally(60, 60, 140)) : healthy(),
                    0, 3);
        }
        journal.at(-20, new Event.AlarmChanged("zone-impact", new Scope.Zone("az1"), AlarmState.INSUFFICIENT_DATA,
                AlarmState.OK, "no faults"));
        journal.at(3.1, new Event.AlarmChanged("zone-impact", new Scope.Zone("az1"), AlarmState.OK, AlarmState.ALARM,
                "canaries: 30 of 30 failed"));
        journal.at(40, new Event.FaultReverted("f1", "planned end", true, "power of az1 on"));
        journal.at(40.4, new Event.FaultConfirmedGone("f1", Verdict.HELD, "tasks of az1 that can start", "2 of 2",
                "2 of 2", seconds(0.4)));
        journal.at(64.9, new Event.SteadyStateMeasured(When.AFTER, "availability at least 99.9 % for 10 s",
                Verdict.HELD, "100 %", 1200, 1200, seconds(10)));
        for (int i = 1; i <= 7; i++) {
            journal.at(65,
                    judged("p" + i, Phase.RESPOND, "prediction number " + i, Verdict.HELD, "≤ 15 s", "3.1 s", ""));
        }
        journal.at(66, new Event.OrdersReadBack(10_200, 10_199, Map.of(), Map.of("customer-3", List.of("o-17"))));
        return journal.at(66.5, new Event.RunEnded(0, Verdict.HELD, "All predictions held."));
    }

    /// A guard withheld its consent.
    public static JournalBuilder notStarted() {
        JournalBuilder journal = new JournalBuilder().started(TargetKind.LOCAL, 100);
        journal.at(-31, new Event.PredictionSealed("p1", "cd".repeat(32)));
        journal.at(-30,
                new Event.GuardAnswered("alarms are ready", false, "zone-impact az1 is in ALARM; wait until it is OK"));
        return journal.at(-29, new Event.RunEnded(5, Verdict.UNKNOWN, "Not started: a guard withheld its consent"));
    }

    /// A run whose experiment has no step.
    public static JournalBuilder withoutFault() {
        JournalBuilder journal = new JournalBuilder().started(TargetKind.LOCAL, 150);
        for (int n = -25; n < 5; n++) {
            journal.second(n, healthy(), 0, 0);
        }
        return journal.at(6, new Event.RunEnded(0, Verdict.HELD, "All predictions held."));
    }

    private void judged() {
        at(3.15, judged("p1", Phase.DETECT, "alarm zone-impact az1", Verdict.HELD, "≤ 15 s", "3.1 s", "J-54"));
        at(65.1, judged("p2", Phase.DETECT, "silent zone-impact az2", Verdict.HELD, "silent", "silent",
                "1 alarm watched"));
        at(65.1, judged("p3", Phase.RESPOND, "automation weigh-away az1", Verdict.HELD, "≤ 20 s", "8.9 s", ""));
        at(65.1, judged("p4", Phase.RESPOND, "page on-call", Verdict.HELD, "≤ 20 s", "5.7 s", ""));
        at(65.1, judged("p5", Phase.RESPOND, "availability at least 99.9 %", Verdict.BROKEN, "≤ 30 s",
                "not while the fault lasted", "first reached 3.7 s, lost again 9.7 s"));
        at(65.1, judged("p6", Phase.RESPOND, "interventions", Verdict.HELD, "0", "0", ""));
        at(65.1, judged("p7", Phase.PREPARE, "blast radius: customers", Verdict.BROKEN, "≤ 2 of 40", "40 of 40", ""));
    }

    public static Event judged(String id, Phase phase, String text, Verdict verdict, String wanted, String value,
            String detail) {
        return new Event.PredictionJudged(id, phase, phase == Phase.DETECT, text, verdict, wanted, value, detail);
    }
}
