package io.gameday.people;

import io.gameday.journal.Event;
import io.gameday.journal.PersonAct;
import io.gameday.observability.alarm.AlarmState;
import java.util.Locale;

/// What all who take part may see while a run is going on: never what is broken, where, since when, and what anybody
/// predicts. From learn on everything is open.
public final class Audience {

    private static final String DEPUTY = "deputy ";

    private Audience() {
    }

    /// Pure, and a new event asks for a decision here.
    public static boolean mayAllSee(Event event) {
        return switch (event) {
            case Event.AlarmChanged alarm -> alarm.to() == AlarmState.ALARM || alarm.from() == AlarmState.ALARM;
            case Event.NoteTaken note -> writesForAll(note.role());
            case Event.PersonActed person -> switch (person.act()) {
                case PersonAct.Noticed _ -> writesForAll(person.role());
                case PersonAct.Joined _,PersonAct.Left _,PersonAct.Answered _,PersonAct.Sealed _ -> true;
                case PersonAct.Invited _,PersonAct.Opened _ -> false;
            };
            case Event.AutomationActed _,Event.InterventionRecorded _,Event.PageSent _,Event.PageAcknowledged _,Event.StopConditionMet _,Event.StopRequested _,Event.SteadyStateMeasured _,Event.RunEnded _ ->
                true;
            case Event.RunStarted _,Event.GuardAnswered _,Event.PredictionSealed _,Event.FaultPlanned _,Event.FaultInjected _,Event.InjectionFailed _,Event.PersonAsked _,Event.PersonAnswered _,Event.FaultObserved _,Event.FaultReverted _,Event.FaultConfirmedGone _,Event.GapNoticed _,Event.SourceAway _,Event.SourceBack _,Event.BlastRadiusPassed _,Event.SecondMeasured _,Event.ServerSilent _,Event.TasksChanged _,Event.OrdersReadBack _,Event.SourceRead _,Event.MetricRead _,Event.SampleRead _,Event.PredictionJudged _,Event.EvacuationProven _,Event.OperationBegun _,Event.OperationDone _,Event.OperationRefused _,Event.TransferCounted _ ->
                false;
        };
    }

    /// By the words of the role, numbers and deputies included. Who is none of ours may be the engine, or know what is
    /// broken.
    private static boolean writesForAll(String title) {
        String plain = title.toLowerCase(Locale.ROOT).replaceFirst(" \\d+$", "");
        return Role.of(plain.startsWith(DEPUTY) ? plain.substring(DEPUTY.length()) : plain).filter(Role::writesForAll)
                .isPresent();
    }
}
