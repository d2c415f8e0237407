package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import java.time.Duration;
import java.util.List;

/// Whether anything at all is different at the places that somebody said they would break: nothing is known of how.
/// Pure.
final class ExternalJudgement {

    private static final int ORDERS = SlowJudgement.ORDERS;

    private final Scene scene;
    private final String what;

    ExternalJudgement(Scene scene, String what) {
        this.scene = scene;
        this.what = what;
    }

    Finding of(Samples samples) {
        List<Reach.Place> planned = scene.reach().planned();
        List<Reach.Place> hit = planned.stream().filter(place -> hit(place, samples)).toList();
        boolean well = !planned.isEmpty() && planned.stream().allMatch(place -> well(place, samples));
        String value = planned.isEmpty()
                ? "nothing runs there"
                : String.join(", ", planned.stream().map(place -> words(place, samples)).toList());
        List<String> strangers = scene.strangers(place -> !scene.ended(place) && hit(place, samples));
        return new Finding(!hit.isEmpty(), well, scene.requests() + " to " + scene.where() + " ('" + what + "')", value,
                scene.wish("1 task or more that is slow, failing or dark", "each task as before"), scene.where(),
                strangers, strangers.size() == 1 ? "is slow, failing or dark too" : "are slow, failing or dark too");
    }

    private boolean hit(Reach.Place place, Samples samples) {
        int asked = samples.at(place.address()).size();
        long bad = samples.count(place.address(), sight -> bad(sight));
        boolean slow = samples.telling(place.address()) >= ORDERS && samples.median(place.address())
                .flatMap(now -> scene.before(place).map(before -> now.compareTo(twice(before)) > 0)).orElse(false);
        return asked > 0 && 2 * bad >= asked || slow;
    }

    private boolean well(Reach.Place place, Samples samples) {
        boolean quick = samples.median(place.address())
                .flatMap(now -> scene.before(place).map(before -> now.compareTo(twice(before)) <= 0)).orElse(false);
        return quick && samples.count(place.address(), Sight::served) >= ORDERS
                && samples.count(place.address(), ExternalJudgement::bad) == 0;
    }

    private static boolean bad(Sight sight) {
        return sight.failed() || sight.lost() || sight instanceof Sight.Refuses;
    }

    private static Duration twice(Duration before) {
        return before.multipliedBy(2).plus(SlowJudgement.SLACK);
    }

    private String words(Reach.Place place, Samples samples) {
        return place.task() + " " + samples.median(place.address()).map(now -> now.toMillis() + " ms").orElse("dark")
                + " (before " + scene.before(place).map(time -> time.toMillis() + " ms").orElse("unknown") + "), "
                + samples.count(place.address(), ExternalJudgement::bad) + " of " + samples.at(place.address()).size()
                + " failed";
    }
}
