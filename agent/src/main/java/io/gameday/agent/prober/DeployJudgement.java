package io.gameday.agent.prober;

import io.gameday.agent.ledger.Before;
import io.gameday.agent.ledger.Reach;
import io.gameday.target.Task;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which revision the tasks of a cell say they run. Pure.
final class DeployJudgement {

    private static final Set<String> NEVER_SERVE = Set.of("crash", "unhealthy");

    private final Scene scene;
    private final String cell;
    private final boolean maySay;

    /// @param defect of the wrong revision: one that never serves, or not for long, shows by its tasks alone
    DeployJudgement(Scene scene, String cell, String defect) {
        this.scene = scene;
        this.cell = cell;
        maySay = !NEVER_SERVE.contains(defect);
    }

    /// @param now     the tasks that there are now
    /// @param samples of them and of the reach
    Finding of(List<Task> now, Samples samples) {
        Set<String> before = scene.reach().planned().stream().map(Reach.Place::before).filter(Objects::nonNull)
                .map(Before::revision).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> known = scene.reach().places().stream().map(Reach.Place::task).collect(Collectors.toSet());
        List<Task> own = now.stream().filter(task -> task.cell().equals(cell)).toList();
        TreeMap<String, Long> serving = new TreeMap<>();
        own.stream().map(task -> samples.revision(task.address())).filter(Objects::nonNull)
                .forEach(revision -> serving.merge(revision, 1L, Long::sum));
        List<String> started = own.stream().map(Task::id).filter(id -> !known.contains(id)).toList();
        String measure = "tasks of " + cell + " by the revision that they answer with";
        String value = (serving.isEmpty() ? "none answers" : counted(serving)) + "; " + started.size()
                + " started since; before: " + (before.isEmpty() ? "unknown" : "revision " + String.join(", ", before));
        String wish = scene.wish(
                maySay
                        ? "1 or more with another revision than before"
                        : "1 or more with another revision than before, or started since",
                "all that answer with the revision of before");
        boolean other = !before.isEmpty() && !before.containsAll(serving.keySet());
        boolean same = !before.isEmpty() && !serving.isEmpty() && before.containsAll(serving.keySet());
        return new Finding(other || !maySay && !started.isEmpty(), same && (!scene.toBite() || started.isEmpty()),
                measure, value, wish, scene.where(), scene.strangers(place -> changed(place, samples)),
                "answers with another revision too");
    }

    private static boolean changed(Reach.Place place, Samples samples) {
        String now = samples.revision(place.address());
        return now != null && place.before() != null && place.before().revision() != null
                && !now.equals(place.before().revision());
    }

    private static String counted(TreeMap<String, Long> serving) {
        return String.join(", ", serving.entrySet().stream()
                .map(entry -> entry.getValue() + " with revision " + entry.getKey()).toList());
    }
}
