package io.gameday.people;

import io.gameday.journal.Event;
import io.gameday.journal.PersonAct;
import io.gameday.journal.PersonAct.Opened.Outcome;
import io.gameday.journal.Verdict;
import io.gameday.journal.view.AlarmView;
import io.gameday.journal.view.Happening;
import io.gameday.journal.view.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// What happened, so that a page can say it in its language. In English it reads as the [Happening] does.
final class Retold {

    private static final Phrase NOTHING = Phrase.plain("");
    private static final Duration AGREES = Duration.ofSeconds(2);

    private Retold() {
    }

    /// Pure. What nobody has words for stays as it is.
    static Phrase of(Event event, Happening happening) {
        return switch (event) {
            case Event.PersonActed e -> act(e.role(), e.act(), happening);
            case Event.NoteTaken e -> Saying.NOTE.with("who", e.role(), "text", e.text(), "late", late(e.typed()));
            case Event.AlarmChanged e -> (switch (e.to()) {
                case ALARM -> Saying.ALARM_RAISED;
                case OK -> Saying.ALARM_OK;
                case INSUFFICIENT_DATA -> Saying.ALARM_NO_DATA;
            }).with("alarm", new AlarmView(e.alarm(), e.scope(), e.to(), happening.at(), null, e.source()).words(),
                    "evidence", e.evidence());
            case Event.InterventionRecorded e -> Saying.INTERVENTION.with("name", e.name(), "who",
                    e.role() == null ? Saying.SOMEBODY.with() : e.role(), "text", e.text());
            case Event.PageSent e -> Saying.PAGED.with("who", e.to(), "channel", e.channel(), "subject", e.subject());
            case Event.PageAcknowledged e -> Saying.PAGE_ACKNOWLEDGED.with("who", e.by());
            case Event.StopConditionMet e -> Saying.STOP_CONDITION.with("line", e.line(), "value", e.value());
            case Event.StopRequested e -> e.why().isEmpty()
                    ? Saying.STOP_ASKED.with("who", e.by())
                    : Saying.STOP_ASKED_WHY.with("who", e.by(), "why", e.why());
            case Event.SteadyStateMeasured e -> (switch (e.when()) {
                case BEFORE -> Saying.STEADY_BEFORE;
                case AFTER -> Saying.STEADY_AFTER;
            }).with("line", e.line(), "value", e.value());
            case Event.RunEnded e -> Saying.RUN_ENDED.with("code", e.exitCode(), "reason", Saying.of(e.reason()));
            case Event.GuardAnswered e -> (e.granted() ? Saying.GUARD_GRANTED : Saying.GUARD_WITHHELD).with("guard",
                    e.guard(), "reason", e.reason());
            case Event.FaultInjected e -> e.lasts() == null
                    ? Saying.INJECTED.with("fault", Words.name(e.fault()))
                    : Saying.INJECTED_FOR.with("fault", Words.name(e.fault()), "time", Words.tenths(e.lasts()));
            case Event.FaultObserved e -> (e.bites() == Verdict.HELD ? Saying.EFFECT_PROVED : Saying.EFFECT_NOT_PROVED)
                    .with("id", e.id(), "measure", e.measure(), "value", e.value(), "wanted", e.wanted());
            case Event.FaultReverted e -> (e.done() ? Saying.TAKEN_AWAY : Saying.NOT_TAKEN_AWAY).with("id", e.id(),
                    "why", e.why(), "detail", e.detail().isEmpty() ? "" : ": " + e.detail());
            case Event.FaultConfirmedGone e -> (e.gone() == Verdict.HELD ? Saying.GONE : Saying.NOT_GONE).with("id",
                    e.id(), "measure", e.measure(), "value", e.value(), "wanted", e.wanted());
            case Event.PredictionJudged e -> (switch (e.verdict()) {
                case HELD -> Saying.PREDICTION_HELD;
                case BROKEN -> Saying.PREDICTION_BROKEN;
                case UNKNOWN -> Saying.PREDICTION_UNKNOWN;
            }).with("text", e.text(), "wanted", e.wanted(), "value", e.value());
            case Event.OrdersReadBack e ->
                Saying.ORDERS_READ_BACK.with("share", Words.ofTotal(e.found(), e.acknowledged()));
            default -> Phrase.plain(happening.text());
        };
    }

    private static Phrase act(String who, PersonAct act, Happening happening) {
        return switch (act) {
            case PersonAct.Joined(Duration ahead) -> Saying.JOINED.with("who", who, "clock", clock(ahead));
            case PersonAct.Left(Instant since) -> Saying.LEFT.with("who", who, "at", time(since));
            case PersonAct.Answered(boolean go, String by, String why) -> {
                Phrase because = why.isEmpty() ? NOTHING : Saying.BECAUSE.with("why", why);
                yield by.equals(who)
                        ? (go ? Saying.SAID_GO : Saying.SAID_NO_GO).with("who", who, "because", because)
                        : (go ? Saying.SAID_GO_FOR : Saying.SAID_NO_GO_FOR).with("by", by, "who", who, "because",
                                because);
            }
            case PersonAct.Noticed(String text, Instant typed) ->
                Saying.NOTICED.with("who", who, "text", text, "late", late(typed));
            case PersonAct.Sealed sealed -> Saying.PREDICTED.with("who", who, "id", sealed.id());
            case PersonAct.Opened opened ->
                outcome(opened.outcome()).with("seen", Saying.of(opened.seen()), "text", opened.text());
            case PersonAct.Invited _ -> Phrase.plain(happening.text());
        };
    }

    private static Saying outcome(Outcome outcome) {
        return switch (outcome) {
            case HIT -> Saying.OPENED_HIT;
            case MISS -> Saying.OPENED_MISS;
            case NOT_OBSERVED -> Saying.OPENED_NOT_OBSERVED;
        };
    }

    private static Phrase clock(@Nullable Duration ahead) {
        return ahead == null || ahead.abs().compareTo(AGREES) < 0
                ? NOTHING
                : (ahead.isNegative() ? Saying.CLOCK_BEHIND : Saying.CLOCK_AHEAD).with("time",
                        Words.tenths(ahead.abs()));
    }

    private static Phrase late(@Nullable Instant typed) {
        return typed == null ? NOTHING : Saying.WRITTEN_AT.with("at", time(typed));
    }

    private static String time(Instant at) {
        return Words.timeOfDay(at, ZoneOffset.UTC);
    }
}
