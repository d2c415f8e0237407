package io.gameday.journal;

import io.gameday.observability.Scope;
import io.gameday.observability.Server;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Fault;
import io.gameday.target.Operation;
import io.gameday.target.TargetKind;
import io.gameday.target.Task;
import io.gameday.target.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// One event of every kind, with every field filled and text that needs escaping.
final class EventSamples {

    static final Instant AT = Instant.parse("2026-11-21T12:00:00.123456789Z");
    private static final Duration SECONDS = Duration.ofMillis(8250);
    private static final String TEXT = "Zone \"az1\"\n\t– ü 日本 \\ \u0001";
    private static final Fault POWER = new Fault.ZonePowerLoss("az1");
    private static final Scope ZONE = new Scope.Zone("az1");
    private static final List<String> CELLS = List.of("cell-1", "cell-2");
    private static final List<String> ZONES = List.of("az1", "az2", "az3");

    static final List<Event> ALL = List.of(
            new Event.RunStarted("lose-one-zone", TEXT, TEXT, TargetKind.LOCAL, Long.MIN_VALUE, "0.1.0", CELLS, ZONES,
                    150, 40, 120.5, "owner", 2),
            new Event.GuardAnswered("steady state", true, TEXT), new Event.PredictionSealed("p1", "ab".repeat(32)),
            new Event.SteadyStateMeasured(Event.SteadyStateMeasured.When.AFTER, TEXT, Verdict.HELD, "99.9 %", 1200,
                    1199, SECONDS),
            new Event.FaultPlanned("f1", POWER, SECONDS, null, CELLS, ZONES, List.of("orders-1"), "equal", TEXT,
                    "host"),
            new Event.FaultInjected("f1", new Fault.TaskCrash("cell-1", "az1"), SECONDS, SECONDS),
            new Event.PersonAsked("f1", Event.PersonAsked.Turn.BEGIN, TEXT),
            new Event.PersonAnswered("f1", Event.PersonAsked.Turn.END, TEXT),
            new Event.InjectionFailed("f1", POWER, TEXT),
            new Event.FaultObserved("f1", Verdict.UNKNOWN, TEXT, "0 of 2", "none", SECONDS),
            new Event.FaultReverted("f1", "planned end", true, TEXT),
            new Event.FaultConfirmedGone("f1", Verdict.BROKEN, TEXT, "0 of 2", "2 of 2", SECONDS),
            new Event.AutomationActed("weigh-away", ZONE, TEXT, AT),
            new Event.InterventionRecorded("on-call", "scale", new Scope.Cell("cell-1"), TEXT, AT),
            new Event.NoteTaken("observer", TEXT), new Event.StopConditionMet(TEXT, "42 %"),
            new Event.StopRequested("Ctrl-C", TEXT),
            new Event.AlarmChanged("CheckoutErrors", Scope.SITE, AlarmState.OK, AlarmState.ALARM, TEXT, "Prometheus",
                    AT),
            new Event.PageSent("payments", "Alertmanager", TEXT, "CheckoutErrors", Scope.SITE, AT),
            new Event.PageAcknowledged("payments", AT), new Event.SourceAway("Prometheus", AT, TEXT),
            new Event.SourceRead("Prometheus", TEXT, List.of(TEXT)),
            new Event.MetricRead("Prometheus", TEXT, Duration.ofSeconds(15), 0.999, null, null),
            new Event.SampleRead(AT, 0.97, 120.5), new Event.SourceBack("Prometheus", AT),
            new Event.GapNoticed(AT, SECONDS), new Event.BlastRadiusPassed("customers", "30 %", "25 %"),
            new Event.SecondMeasured(AT, Map.of("customer site", new Tally(120, 117, 90_000, 1_000_000, 3, 2L)), 1, 2,
                    40, List.of(new Server("orders-2", "cell-1", "az2"), new Server("router", null, null))),
            new Event.ServerSilent(new Server("orders-2", "cell-1", "az2"), TEXT),
            new Event.TasksChanged(
                    List.of(new Task("orders-1", "cell-1", "az1", Task.State.HEALTHY, "127.0.1.10:1", 3))),
            new Event.OrdersReadBack(10, 8, Map.of("c-01", List.of("r-c-01-000001")),
                    Map.of("c-02", List.of("r-c-02-000001"))),
            new Event.TransferCounted(new Transfer(12_300_000, 4_100_000, Duration.ofSeconds(90))),
            new Event.EvacuationProven("az1", Event.EvacuationProven.Part.EMPTY, Verdict.HELD, TEXT),
            new Event.OperationBegun("o1", TEXT, new Operation.Shift("az1"), SECONDS, TEXT),
            new Event.OperationDone("o1", TEXT, new Operation.Scale("cell-1", 4), "planned end", TEXT),
            new Event.OperationRefused("o1", TEXT, new Operation.Shift("az1"), "begin", TEXT),
            new Event.PredictionJudged("p1", Phase.DETECT, true, TEXT, Verdict.HELD, "≤ 15 s", "3.4 s", TEXT),
            new Event.NoteTaken("scribe", TEXT, AT), acted(new PersonAct.Invited(SECONDS)),
            acted(new PersonAct.Joined(SECONDS)), acted(new PersonAct.Left(AT)),
            acted(new PersonAct.Answered(false, "facilitator", TEXT)), acted(new PersonAct.Noticed(TEXT, AT)),
            acted(new PersonAct.Sealed("q1", "ab".repeat(32))),
            acted(new PersonAct.Opened("q1", TEXT, "cd".repeat(16), PersonAct.Opened.Outcome.MISS, TEXT)),
            new Event.RunEnded(7, Verdict.UNKNOWN, TEXT));

    private static Event acted(PersonAct act) {
        return new Event.PersonActed("responder 2", act);
    }

    private EventSamples() {
    }
}
