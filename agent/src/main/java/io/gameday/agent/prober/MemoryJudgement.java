package io.gameday.agent.prober;

import io.gameday.agent.ledger.Before;
import io.gameday.agent.ledger.Reach;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether filled memory shows: to customers, by orders that are slow or fail or by a task that ended; or else to the
/// operating system, by what the process holds. Pure.
///
/// A task's heap takes up some 70 % of its limit by itself, so a fill to 95 % adds the difference. A process also grows
/// while it warms up; its like out of reach show by how much, and that is taken off. A Java machine may keep what it once
/// held, so the end shows to customers only; what the process holds then is told, and proves nothing.
final class MemoryJudgement {

    private static final double TAKEN_ANYWAY = 0.70;
    /// A process of this size moves by so much without any fault.
    private static final double NOISE = 4;

    private final Scene scene;
    private final int fillPercent;

    MemoryJudgement(Scene scene, int fillPercent) {
        this.scene = scene;
        this.fillPercent = fillPercent;
    }

    /// What the operating system tells of a process, in MiB.
    ///
    /// @param resident what it holds
    /// @param heap     the limit of its heap; null when it was given none
    record Held(long resident, @Nullable Long heap) {
    }

    /// @param slow orders against the time of before, with what counts as slow for any cause
    Finding of(SlowJudgement slow, Samples samples, Map<String, Held> held) {
        List<Reach.Place> planned = scene.reach().planned();
        double warming = Math.max(0, usualGrowth(held));
        boolean bites = !planned.isEmpty() && planned.stream()
                .allMatch(place -> scene.toBite()
                        ? felt(place, slow, samples) || grown(place, held, warming)
                        : !ended(place) && felt(place, slow, samples));
        boolean gone = !planned.isEmpty() && planned.stream()
                .allMatch(place -> ended(place) || slow.well(place, samples) && !failing(place, samples));
        List<String> values = planned.stream().map(place -> words(place, samples, held)).toList();
        String value = planned.isEmpty() ? "no task is there" : String.join(", ", values);
        return new Finding(bites, gone && (!scene.toBite() || !bites && allStand(planned)),
                "orders to " + scene.where() + ", and memory of the processes", value,
                scene.wish("each slow, failing, ended, or grown by half of what was to be filled (4 MiB at least)",
                        "each serves as before, or has ended"),
                scene.where(), List.of(), "");
    }

    private boolean allStand(List<Reach.Place> planned) {
        return planned.stream().noneMatch(this::ended);
    }

    private boolean ended(Reach.Place place) {
        return scene.ended(place);
    }

    private boolean felt(Reach.Place place, SlowJudgement slow, Samples samples) {
        return ended(place) || slow.slow(place, samples) || failing(place, samples);
    }

    private static boolean failing(Reach.Place place, Samples samples) {
        long bad = samples.count(place.address(), sight -> sight.failed() || sight.lost());
        return bad > 0 && 2 * bad >= samples.at(place.address()).size();
    }

    private boolean grown(Reach.Place place, Map<String, Held> held, double warming) {
        Held now = held.get(place.task());
        if (now == null || now.heap() == null) {
            return false;
        }
        double filled = Math.max(0, fillPercent / 100.0 - TAKEN_ANYWAY) * now.heap();
        return growth(place, held).map(more -> more - warming >= Math.max(NOISE, filled / 2)).orElse(false);
    }

    private double usualGrowth(Map<String, Held> held) {
        List<Double> others = scene.bystanders().map(place -> growth(place, held)).filter(Optional::isPresent)
                .map(Optional::get).sorted().toList();
        return others.isEmpty() ? 0 : others.get(others.size() / 2);
    }

    private static Optional<Double> growth(Reach.Place place, Map<String, Held> held) {
        Held now = held.get(place.task());
        Before before = place.before();
        return now == null || before == null || before.residentMebibytes() == null
                ? Optional.empty()
                : Optional.of((double) (now.resident() - before.residentMebibytes()));
    }

    private String words(Reach.Place place, Samples samples, Map<String, Held> held) {
        Held now = held.get(place.task());
        if (ended(place)) {
            return place.task() + " ended";
        }
        Before before = place.before();
        String memory = now == null
                ? "memory unknown"
                : now.resident() + " MiB (before "
                        + (before == null || before.residentMebibytes() == null
                                ? "unknown"
                                : before.residentMebibytes() + " MiB")
                        + ")";
        return place.task() + " " + memory + ", orders "
                + samples.median(place.address()).map(time -> time.toMillis() + " ms").orElse("not answered")
                + " (before " + scene.before(place).map(time -> time.toMillis() + " ms").orElse("unknown") + ")";
    }
}
