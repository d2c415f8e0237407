package io.gameday.agent.prober;

import io.gameday.agent.ledger.Calm;
import io.gameday.agent.ledger.Reach;
import java.util.List;

/// Whether the router leaves out tasks that are well, or no longer trusts its own view (fails open). Pure.
final class AlarmJudgement {

    private final Scene scene;

    AlarmJudgement(Scene scene) {
        this.scene = scene;
    }

    /// @param seen at the router
    /// @param look at the tasks themselves
    Finding of(Platform.Evictions seen, Look look) {
        Calm calm = scene.reach().calm();
        // Whom a wrong rule hits comes and goes; it is gone only when the rule is.
        boolean ruleOfBefore = calm == null || calm.rule().isEmpty() || calm.rule().equals(seen.rule());
        List<String> well = scene.reach().places().stream()
                .filter(place -> seen.evicted().contains(place.task()) && look.answers(place.address()))
                .map(Reach.Place::task).filter(task -> calm == null || !calm.evicted().contains(task)).toList();
        String value = well.size() + (well.isEmpty() ? "" : " (" + String.join(", ", well) + ")")
                + (seen.failOpen() ? ", the router fails open" : ", the router does not fail open")
                + (ruleOfBefore ? "" : ", its rule is " + seen.rule() + " (before: " + calm.rule() + ")");
        return new Finding(!well.isEmpty() || seen.failOpen(), well.isEmpty() && !seen.failOpen() && ruleOfBefore,
                "tasks that answer and that the router leaves out", value,
                scene.wish("1 or more, or the router fails open",
                        "0, the router does not fail open, and its rule is that of before"),
                scene.where(), List.of(), "");
    }
}
