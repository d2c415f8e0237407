package io.gameday.agent.prober;

import io.gameday.agent.ledger.Before;
import io.gameday.agent.ledger.Reach;
import io.gameday.target.Task;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which revision the tasks of a cell say they run. Pure.
final class DeployJudgement {

    private static final Set<String> NEVER_SERVE = Set.of("crash", "unhealthy");

    private final Scene scene;
    private final @Nullable String cell;
    private final boolean maySay;

    /// @param cell   null: all of them
    /// @param defect of the wrong revision: one that never serves, or not for long, shows by its tasks alone
    DeployJudgement(Scene scene, @Nullable String cell, String defect) {
        this.scene = scene;
        this.cell = cell;
        maySay = !NEVER_SERVE.contains(defect);
    }

    /// Everybody in the cell, and whoever started elsewhere since: a revision that came there is served by new tasks only.
    boolean asks(Task task) {
        return own(task.cell()) || newcomer(task);
    }

    private boolean own(String other) {
        return cell == null || cell.equals(other);
    }

    /// In words.
    static String of(@Nullable String cell) {
        return cell == null ? "all cells" : cell;
    }

    private boolean newcomer(Task task) {
        return scene.reach().places().stream().noneMatch(place -> place.task().equals(task.id()))
                && elsewhere(task.cell()).findAny().isPresent();
    }

    /// Those of another cell that served a revision before, but for what another fault of ours may have hit.
    private Stream<Reach.Place> elsewhere(String other) {
        return scene.bystanders().filter(place -> !own(other) && other.equals(place.cell()));
    }

    /// @param now     the tasks that there are now
    /// @param samples of them and of the reach
    Finding of(List<Task> now, Samples samples) {
        Set<String> before = revisions(scene.reach().planned().stream());
        Set<String> known = scene.reach().places().stream().map(Reach.Place::task).collect(Collectors.toSet());
        List<Task> own = now.stream().filter(task -> own(task.cell())).toList();
        TreeMap<String, Long> serving = new TreeMap<>();
        own.stream().map(task -> samples.revision(task.address())).filter(Objects::nonNull)
                .forEach(revision -> serving.merge(revision, 1L, Long::sum));
        List<String> started = own.stream().map(Task::id).filter(id -> !known.contains(id)).toList();
        String measure = "tasks of " + of(cell) + " by the revision that they answer with";
        String value = (serving.isEmpty() ? "none answers" : counted(serving)) + "; " + started.size()
                + " started since; before: " + (before.isEmpty() ? "unknown" : "revision " + String.join(", ", before));
        String wish = scene.wish(
                maySay
                        ? "1 or more with another revision than before"
                        : "1 or more with another revision than before, or started since",
                "all that answer with the revision of before");
        boolean other = !before.isEmpty() && !before.containsAll(serving.keySet());
        boolean same = !before.isEmpty() && !serving.isEmpty() && before.containsAll(serving.keySet());
        List<String> strangers = strangers(now, samples);
        return new Finding(other || !maySay && !started.isEmpty(), same && (!scene.toBite() || started.isEmpty()),
                measure, value, wish, scene.where(), strangers,
                strangers.size() == 1 ? "answers with another revision" : "answer with another revision");
    }

    private List<String> strangers(List<Task> now, Samples samples) {
        Stream<String> started = now.stream().filter(task -> newcomer(task) && unlikeItsCell(task, samples))
                .map(task -> task.id() + " in " + task.cell() + " " + task.zone());
        return Stream.concat(scene.strangers(place -> changed(place, samples)).stream(), started).toList();
    }

    private boolean unlikeItsCell(Task task, Samples samples) {
        String now = samples.revision(task.address());
        Set<String> before = revisions(elsewhere(task.cell()));
        return now != null && !before.isEmpty() && !before.contains(now);
    }

    private static Set<String> revisions(Stream<Reach.Place> places) {
        return places.map(Reach.Place::before).filter(Objects::nonNull).map(Before::revision).filter(Objects::nonNull)
                .collect(Collectors.toSet());
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
