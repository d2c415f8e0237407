package io.gameday.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
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
import org.jspecify.annotations.Nullable;

/// Something that happened in a run. Instants inside an event are when it happened; the entry's own instant is when
/// it was recorded.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({@Type(Event.RunStarted.class), @Type(Event.GuardAnswered.class), @Type(Event.PredictionSealed.class),
        @Type(Event.SteadyStateMeasured.class), @Type(Event.FaultPlanned.class), @Type(Event.FaultInjected.class),
        @Type(Event.InjectionFailed.class), @Type(Event.PersonAsked.class), @Type(Event.PersonAnswered.class),
        @Type(Event.FaultObserved.class), @Type(Event.FaultReverted.class), @Type(Event.FaultConfirmedGone.class),
        @Type(Event.AlarmChanged.class), @Type(Event.AutomationActed.class), @Type(Event.InterventionRecorded.class),
        @Type(Event.PageSent.class), @Type(Event.PageAcknowledged.class), @Type(Event.NoteTaken.class),
        @Type(Event.StopConditionMet.class), @Type(Event.StopRequested.class), @Type(Event.GapNoticed.class),
        @Type(Event.SourceAway.class), @Type(Event.SourceBack.class), @Type(Event.BlastRadiusPassed.class),
        @Type(Event.SecondMeasured.class), @Type(Event.ServerSilent.class), @Type(Event.TasksChanged.class),
        @Type(Event.OrdersReadBack.class), @Type(Event.SourceRead.class), @Type(Event.MetricRead.class),
        @Type(Event.SampleRead.class), @Type(Event.PredictionJudged.class), @Type(Event.EvacuationProven.class),
        @Type(Event.OperationBegun.class), @Type(Event.OperationDone.class), @Type(Event.OperationRefused.class),
        @Type(Event.TransferCounted.class), @Type(Event.PersonActed.class), @Type(Event.RunEnded.class)})
public sealed interface Event {

    /// The first event of every journal.
    ///
    /// @param experiment name of the experiment: its file's name without ending
    /// @param seed       of everything random in this run
    /// @param owner      who asked for the document, by role; may be empty
    /// @param deadlines  lines of detect that must come true by a time; once they are decided, detect is over
    /// @param alarmsFrom the team's tool whose alarms are graded, such as `Prometheus`; null where Gameday's own are
    /// @param pagesFrom  the team's tool that knows who was told; null where Gameday pages by itself
    record RunStarted(String experiment, String title, String hypothesis, TargetKind target, long seed, String version,
            List<String> cells, List<String> zones, int headroomPercent, int customers, double rate, String owner,
            int deadlines, @Nullable String alarmsFrom, @Nullable String pagesFrom) implements Event {

        /// A run that grades Gameday's own alarms and pages.
        public RunStarted(String experiment, String title, String hypothesis, TargetKind target, long seed,
                String version, List<String> cells, List<String> zones, int headroomPercent, int customers, double rate,
                String owner, int deadlines) {
            this(experiment, title, hypothesis, target, seed, version, cells, zones, headroomPercent, customers, rate,
                    owner, deadlines, null, null);
        }

        /// Why nobody knows who answered a page; null where it is known.
        public @Nullable String answersUnknown() {
            return "Alertmanager".equalsIgnoreCase(pagesFrom) ? "Alertmanager does not know who answered" : null;
        }
    }

    /// A guard was asked before the first fault.
    ///
    /// @param reason what it saw, granted or not
    record GuardAnswered(String guard, boolean granted, String reason) implements Event {
    }

    /// A prediction was fixed before the first fault.
    ///
    /// @param id   `p1`, `p2`, …
    /// @param hash SHA-256 of salt and text, hexadecimal
    record PredictionSealed(String id, String hash) implements Event {
    }

    /// The steady state was looked at: before the first fault, or after the last one is gone.
    ///
    /// @param line     as the experiment words it
    /// @param requests customers' requests in the time looked at, of which `useful` were answered
    record SteadyStateMeasured(When when, String line, Verdict verdict, String value, long requests, long useful,
            Duration over) implements Event {
        public enum When {
            BEFORE, AFTER
        }
    }

    /// What a step will reach, computed before anything is injected.
    ///
    /// @param id       the fault's name in this run, `f1`, `f2`, …
    /// @param fidelity `equal`, or what differs on this target
    /// @param undo     the command that takes it away by hand
    record FaultPlanned(String id, Fault fault, Duration at, @Nullable Duration lasts, List<String> cells,
            List<String> zones, List<String> tasks, String fidelity, String undo, String endsBy) implements Event {
    }

    /// The driver has injected the fault. @param lasts null where nothing stays in force
    record FaultInjected(String id, Fault fault, @Nullable Duration lasts, Duration lease) implements Event {
    }

    /// Somebody is asked to begin, or to end, what Gameday does not do itself.
    ///
    /// @param what in words for people
    record PersonAsked(String id, Turn turn, String what) implements Event {
        public enum Turn {
            BEGIN, END
        }
    }

    /// They say that it has begun, or ended.
    record PersonAnswered(String id, PersonAsked.Turn turn, String by) implements Event {
    }

    /// The fault could not be injected; nothing should be left, and that is proven too.
    record InjectionFailed(String id, Fault fault, String why) implements Event {
    }

    /// An independent look at whether the fault bites. Anything but held means the run cannot be judged.
    ///
    /// @param after since the injection
    record FaultObserved(String id, Verdict bites, String measure, String value, String wanted,
            Duration after) implements Event {
    }

    /// The driver has taken the fault away, or was unable to.
    ///
    /// @param why `planned end`, `stop`, …
    record FaultReverted(String id, String why, boolean done, String detail) implements Event {
    }

    /// An independent look at whether the fault is gone. Anything but held is exit code 7.
    ///
    /// @param after since the revert was asked for
    record FaultConfirmedGone(String id, Verdict gone, String measure, String value, String wanted,
            Duration after) implements Event {
    }

    /// @param source the team's tool that told of it; null for an alarm of Gameday's own
    /// @param when   by that tool's time; null for an alarm of Gameday's own, which is recorded at once
    record AlarmChanged(String alarm, Scope scope, AlarmState from, AlarmState to, String evidence,
            @Nullable String source, @Nullable Instant when) implements Event {

        /// Of an alarm of Gameday's own.
        public AlarmChanged(String alarm, Scope scope, AlarmState from, AlarmState to, String evidence) {
            this(alarm, scope, from, to, evidence, null, null);
        }
    }

    record AutomationActed(String name, Scope scope, String text, Instant when) implements Event {
    }

    /// A control-plane call made neither by automation nor by a step.
    ///
    /// @param role of whoever called; null where they gave none, and in journals from before it was asked
    record InterventionRecorded(@Nullable String role, String name, Scope scope, String text,
            Instant when) implements Event {
    }

    /// @param to      role, such as `on-call`
    /// @param channel how it went out: `inbox`, `webhook`, `slack`, `pagerduty`, or the team's tool that tells of it
    /// @param alarm   that it is about; of a page of the team's own several with commas between, or empty when not known
    /// @param when    by that tool's time; null for a page of Gameday's own
    record PageSent(String to, String channel, String subject, String alarm, Scope scope,
            @Nullable Instant when) implements Event {

        /// Of a page of Gameday's own.
        public PageSent(String to, String channel, String subject, String alarm, Scope scope) {
            this(to, channel, subject, alarm, scope, null);
        }
    }

    /// Somebody looks at what people were paged for.
    ///
    /// @param by   role; of a page of the team's own its receiver
    /// @param when by the time of the team's tool that tells of it; null where it was told to Gameday
    record PageAcknowledged(String by, @Nullable Instant when) implements Event {

        /// As it was told to Gameday.
        public PageAcknowledged(String by) {
            this(by, null);
        }
    }

    /// Somebody says what they see.
    ///
    /// @param typed when they wrote it, by the run's clock, where it came in later; otherwise null
    record NoteTaken(String role, String text, @Nullable Instant typed) implements Event {

        /// As it came in.
        public NoteTaken(String role, String text) {
            this(role, text, null);
        }
    }

    /// Somebody who was invited did something beside notes, acknowledgements and stops.
    ///
    /// @param role with a number where several have it, such as `responder 2`
    record PersonActed(String role, PersonAct act) implements Event {
    }

    record StopConditionMet(String line, String value) implements Event {
    }

    /// @param by role or means, such as `Ctrl-C`
    record StopRequested(String by, String why) implements Event {
    }

    /// The controller itself stood still: nothing is known about this time.
    record GapNoticed(Instant from, Duration length) implements Event {
    }

    /// A tool of the team's own, whose alarms or pages are graded, did not answer.
    ///
    /// @param since what it tells of the time from here on is not known
    record SourceAway(String source, Instant since, String why) implements Event {
    }

    /// It answers again. @param until what it tells of the time up to here is known, but for what it missed itself
    record SourceBack(String source, Instant until) implements Event {
    }

    /// More was hit than planned; shown at once, judged at the end.
    ///
    /// @param what `customers` or `failedOrders`
    record BlastRadiusPassed(String what, String value, String limit) implements Event {
    }

    /// One second, closed. Keys of `series` are observer and scope, such as `customer site` or `canary zone az1`.
    ///
    /// @param hurtNow  customers with a failed request in this second
    /// @param hurtEver customers hurt at any time since the first fault
    /// @param total    customers in all
    /// @param silent   servers of which nothing is known in this second, though they were asked
    record SecondMeasured(Instant second, Map<String, Tally> series, int hurtNow, int hurtEver, int total,
            List<Server> silent) implements Event {

        /// @param silent null in journals from before servers were asked
        public SecondMeasured {
            silent = silent == null ? List.of() : List.copyOf(silent);
        }

        /// No server was silent.
        public SecondMeasured(Instant second, Map<String, Tally> series, int hurtNow, int hurtEver, int total) {
            this(second, series, hurtNow, hurtEver, total, List.of());
        }
    }

    /// A server does not tell any more what it counted. Said once; `silent` of the seconds tells for how long.
    ///
    /// @param why what came of asking it
    record ServerSilent(Server server, String why) implements Event {
    }

    /// The tasks, whenever they differ from the last time.
    record TasksChanged(List<Task> tasks) implements Event {
    }

    /// @param lost    acknowledged orders that the system does not know, by customer
    /// @param unknown acknowledged orders that could not be asked about, by customer
    record OrdersReadBack(long acknowledged, long found, Map<String, List<String>> lost,
            Map<String, List<String>> unknown) implements Event {
    }

    /// Of an incident that was read afterwards: what told of it.
    ///
    /// @param source a tool of the team's own, or notes that people pasted
    /// @param what   it gave, in words with numbers
    /// @param limits of what it can tell
    record SourceRead(String source, String what, List<String> limits) implements Event {
    }

    /// Of an incident that was read afterwards: the metric of what customers felt, said once before its samples. Exactly
    /// one of `atLeast` and `atMost` is there.
    ///
    /// @param query    as the tool was asked
    /// @param step     time between two samples where nothing is missing
    /// @param atLeast  share of useful answers that customers are to have, 0 to 1
    /// @param atMost   of the metric, in its own unit
    /// @param requests query of requests per second; null where nobody asked how many there were
    record MetricRead(String source, String query, Duration step, @Nullable Double atLeast, @Nullable Double atMost,
            @Nullable String requests) implements Event {
    }

    /// One value of that metric.
    ///
    /// @param when     it was so, until the next sample or for one step
    /// @param requests per second at that time; null where that was not asked or not told
    record SampleRead(Instant when, double value, @Nullable Double requests) implements Event {
    }

    /// @param id     as sealed
    /// @param phase  section of the file it stands in: detect, respond, or prepare for the blast radius
    /// @param deadline whether it had to come true by a time
    /// @param text   the prediction in words
    /// @param wanted such as `≤ 15 s`
    /// @param value  what was seen, such as `3.4 s`
    /// @param detail evidence, or why it is unknown
    record PredictionJudged(String id, Phase phase, boolean deadline, String text, Verdict verdict, String wanted,
            String value, String detail) implements Event {
    }

    /// Before a zone is broken customers leave it, and come back after it.
    ///
    /// @param value what was seen, or what the system says
    record EvacuationProven(String zone, Part part, Verdict verdict, String value) implements Event {
        /// In this order.
        public enum Part {
            /// The shift was asked for.
            LEFT,
            /// No customer's request reaches the zone.
            EMPTY,
            /// None did while it was broken.
            SPARED,
            /// Its canaries are all answered.
            WELL,
            /// The shift was taken back.
            BACK,
            /// Customers' requests reach it again.
            SPREAD
        }
    }

    /// A step did something by the operators' means, and the system took it.
    ///
    /// @param id    the operation's name in this run, `o1`, `o2`, …
    /// @param step  what the file calls it
    /// @param lasts null for what does not stay in force
    /// @param text  what the system says
    record OperationBegun(String id, String step, Operation operation, @Nullable Duration lasts,
            String text) implements Event {
    }

    /// It is over: taken back, or done at once.
    ///
    /// @param why  `planned end`, `stop`, or `done`
    /// @param text what the system says
    record OperationDone(String id, String step, Operation operation, String why, String text) implements Event {
    }

    /// The system did not do it.
    ///
    /// @param what `begin` or `take back`
    record OperationRefused(String id, String step, Operation operation, String what, String why) implements Event {
        public static final String BEGIN = "begin";
        public static final String TAKE_BACK = "take back";
    }

    /// What customers' requests and their answers carried between router and tasks, and how much of it left its zone.
    record TransferCounted(Transfer transfer) implements Event {
    }

    /// The last event of every complete journal.
    ///
    /// @param exitCode as the command line returns it
    /// @param reason   one sentence
    record RunEnded(int exitCode, Verdict verdict, String reason) implements Event {
    }
}
