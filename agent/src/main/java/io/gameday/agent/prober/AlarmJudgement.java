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

    /// @param evicted  tasks that the router leaves out
    /// @param failOpen whether it sends to evicted ones because a cell has no others
    /// @param look     at the tasks themselves
    Finding of(List<String> evicted, boolean failOpen, Look look) {
        Calm calm = scene.reach().calm();
        List<String> well = scene.reach().places().stream()
                .filter(place -> evicted.contains(place.task()) && look.answers(place.address())).map(Reach.Place::task)
                .filter(task -> calm == null || !calm.evicted().contains(task)).toList();
        String value = well.size() + (well.isEmpty() ? "" : " (" + String.join(", ", well) + ")")
                + (failOpen ? ", the router fails open" : ", the router does not fail open");
        return new Finding(!well.isEmpty() || failOpen, well.isEmpty() && !failOpen,
                "tasks that answer and that the router leaves out", value,
                scene.wish("1 or more, or the router fails open", "0, and the router does not fail open"),
                scene.where(), List.of(), "");
    }
}
