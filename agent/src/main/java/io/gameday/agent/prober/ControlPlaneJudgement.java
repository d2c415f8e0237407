package io.gameday.agent.prober;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whether a cell's control plane answers for its service, and those of the other cells for theirs. Pure.
final class ControlPlaneJudgement {

    private static final int OK = 200;

    private final Scene scene;
    private final String cell;

    ControlPlaneJudgement(Scene scene, String cell) {
        this.scene = scene;
        this.cell = cell;
    }

    /// @param answers to `GET /services/<cell>`, by cell
    Finding of(Map<String, Sight> answers) {
        Look look = new Look(answers);
        Sight own = look.at(cell);
        List<String> others = new ArrayList<>();
        answers.forEach((other, sight) -> {
            if (!other.equals(cell) && !ok(sight)) {
                others.add("the control plane of " + other);
            }
        });
        // A 404 would mean that nobody knows the path, and what could not be asked on our side shows nothing.
        boolean down = look.refuses(cell) || own.lost()
                || own instanceof Sight.Answers answer && answer.status() >= 500;
        return new Finding(down, ok(own), "GET /services/" + cell + " of the control plane", look.words(cell),
                scene.wish("no answer, or 500 and more", "answers 200"), scene.where(), others,
                "does not answer either");
    }

    private static boolean ok(Sight sight) {
        return sight instanceof Sight.Answers answer && answer.status() == OK;
    }
}
