package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import java.util.List;

/// Whether orders fail because of a wrong setting. Its tasks may be replaced while it lasts, so it is whoever runs there
/// now that is asked. Pure.
final class ConfigJudgement {

    static final int ORDERS = 3;

    private final Scene scene;

    /// @param scene with a reach that is of now
    ConfigJudgement(Scene scene) {
        this.scene = scene;
    }

    Finding of(Samples samples) {
        List<Reach.Place> answering = scene.standing().stream()
                .filter(place -> samples.count(place.address(), ConfigJudgement::told) > 0).toList();
        long failed = sum(answering, samples, true);
        long all = failed + sum(answering, samples, false);
        String measure = "orders that fail at tasks of " + scene.where() + " that run now";
        String value = failed + " of " + all + " at " + answering.size() + " tasks";
        String wish = scene.wish("all, at 1 task at least", "none, at 1 task at least");
        List<String> strangers = scene.strangers(place -> samples.count(place.address(), Sight::failed) >= ORDERS);
        return new Finding(all > 0 && failed == all, all > 0 && failed == 0, measure, value, wish, scene.where(),
                strangers, strangers.size() == 1 ? "fails too" : "fail too");
    }

    private static long sum(List<Reach.Place> places, Samples samples, boolean failing) {
        return places.stream()
                .mapToLong(place -> samples.count(place.address(), failing ? Sight::failed : Sight::served)).sum();
    }

    private static boolean told(Sight sight) {
        return sight.failed() || sight.served();
    }
}
