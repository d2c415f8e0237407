package io.gameday.journal;

import java.util.HashSet;
import java.util.Set;

/// Computes the phase of a run from its events, one after the other.
public final class Phases {

    private Phase phase = Phase.PREPARE;
    private final Set<String> planned = new HashSet<>();
    private final Set<String> injected = new HashSet<>();
    private int deadlines;
    private boolean stopping;

    /// Takes the next event in and says where the run stands after it.
    public Phase after(Event event) {
        switch (event) {
            case Event.RunStarted started -> deadlines = started.deadlines();
            case Event.FaultPlanned fault -> planned.add(fault.id());
            case Event.StopRequested stop -> stopping = true;
            case Event.StopConditionMet stop -> stopping = true;
            case Event.FaultInjected fault -> {
                injected.add(fault.id());
                enter(deadlines > 0 ? Phase.DETECT : Phase.RESPOND);
            }
            case Event.OperationBegun _ -> enter(deadlines > 0 ? Phase.DETECT : Phase.RESPOND);
            case Event.PredictionJudged judged -> {
                if (judged.phase() == Phase.DETECT && judged.deadline() && --deadlines == 0 && phase == Phase.DETECT) {
                    enter(Phase.RESPOND);
                }
            }
            case Event.FaultReverted reverted -> {
                planned.remove(reverted.id());
                injected.remove(reverted.id());
                if (injected.isEmpty() && (stopping || planned.isEmpty())) {
                    enter(Phase.LEARN);
                }
            }
            case Event.RunEnded ended -> enter(Phase.LEARN);
            default -> {
                // All other events leave the phase as it is.
            }
        }
        return phase;
    }

    /// Phases only go forward: a second fault does not bring detect back.
    private void enter(Phase next) {
        if (next.compareTo(phase) > 0) {
            phase = next;
        }
    }

    public Phase phase() {
        return phase;
    }
}
