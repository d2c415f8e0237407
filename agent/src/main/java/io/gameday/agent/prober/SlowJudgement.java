package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Whether orders take longer than before, by about what was planned. Pure.
///
/// ```
/// before ├── gone ──┤ a quarter of the delay, at least 30 ms … unknown … half of it ├── bites ──►
/// ```
final class SlowJudgement {

    /// Orders at each task; the middle one counts.
    static final int ORDERS = 5;
    /// By so much the middle of five orders may move on a busy machine without any fault.
    static final Duration SLACK = Duration.ofMillis(30);

    private final Scene scene;
    private final Duration delay;
    private final Duration limit;
    private final boolean diesWithTask;

    /// @param delay        that customers should feel
    /// @param limit        after which an order was given up: more than that is never seen
    /// @param diesWithTask whether nothing of the fault is left once its tasks have ended
    SlowJudgement(Scene scene, Duration delay, Duration limit, boolean diesWithTask) {
        this.scene = scene;
        this.delay = delay;
        this.limit = limit;
        this.diesWithTask = diesWithTask;
    }

    Finding of(Samples samples) {
        List<Reach.Place> standing = scene.standing();
        String measure = "median time of " + ORDERS + " " + scene.requests() + " at each of " + standing.size()
                + " tasks";
        String wish = delay.compareTo(SLACK) <= 0
                ? "more than " + delay.toMillis() + " ms, which is too little to tell from chance; at least "
                        + SLACK.toMillis() + " ms are needed"
                : scene.wish("each at least " + visible(half()), "each at most " + visible(quarter()));
        if (standing.isEmpty()) {
            return new Finding(false, !scene.toBite() && diesWithTask, measure, "every task in reach has ended", wish,
                    scene.where(), List.of(), "");
        }
        // What is slow may be overloaded by it, and then refuses most orders: the others of the reach make up for it.
        long telling = standing.stream().mapToLong(place -> samples.telling(place.address())).sum();
        boolean bites = 2 * telling >= (long) ORDERS * standing.size()
                && standing.stream().allMatch(place -> slow(place, samples, 1));
        boolean gone = standing.stream().allMatch(place -> well(place, samples));
        String value = String.join(", ", standing.stream().map(place -> words(place, samples)).toList());
        return new Finding(bites && delay.compareTo(SLACK) > 0, gone && (!scene.toBite() || delay.compareTo(SLACK) > 0),
                measure, value, wish, scene.where(),
                scene.strangers(place -> !scene.ended(place) && slow(place, samples)),
                scene.strangers(place -> slow(place, samples)).size() == 1 ? "is slow too" : "are slow too");
    }

    boolean slow(Reach.Place place, Samples samples) {
        return slow(place, samples, ORDERS);
    }

    private boolean slow(Reach.Place place, Samples samples, int least) {
        return longer(place, samples, least).filter(more -> more.compareTo(seen(place, half())) >= 0).isPresent();
    }

    boolean well(Reach.Place place, Samples samples) {
        boolean quick = longer(place, samples, ORDERS).filter(more -> more.compareTo(seen(place, quarter())) <= 0)
                .isPresent();
        return quick && 2 * samples.count(place.address(), Sight::served) > samples.telling(place.address());
    }

    /// By how much the median is longer than before; empty where there is too little to tell.
    private Optional<Duration> longer(Reach.Place place, Samples samples, int least) {
        return samples.telling(place.address()) < least
                ? Optional.empty()
                : scene.before(place).flatMap(before -> samples.median(place.address()).map(now -> now.minus(before)));
    }

    private Duration half() {
        Duration half = delay.dividedBy(2);
        return half.compareTo(SLACK) > 0 ? half : SLACK.plusMillis(1);
    }

    private Duration quarter() {
        Duration quarter = delay.dividedBy(4);
        return quarter.compareTo(SLACK) > 0 ? quarter : SLACK;
    }

    /// What of `more` can be seen at all: an order is given up after the limit.
    private Duration seen(Reach.Place place, Duration more) {
        Duration room = limit.minus(scene.before(place).orElse(Duration.ZERO));
        if (delay.compareTo(room) <= 0) {
            return more;
        }
        // A delay beyond the limit shows as the whole room; half and quarter are then taken of that.
        return Duration.ofNanos((long) (more.toNanos() * ((double) room.toNanos() / delay.toNanos())));
    }

    private String visible(Duration more) {
        Duration shown = delay.compareTo(limit) <= 0
                ? more
                : Duration.ofNanos((long) (more.toNanos() * ((double) limit.toNanos() / delay.toNanos())));
        return shown.toMillis() + " ms longer than before";
    }

    private String words(Reach.Place place, Samples samples) {
        long telling = samples.telling(place.address());
        int asked = samples.at(place.address()).size();
        String few = telling < ORDERS ? " by " + telling + " of " + asked + " " + scene.requests() : "";
        String now = samples.median(place.address()).map(median -> median.toMillis() + " ms" + few)
                .orElse("no answer to " + asked + " " + scene.requests());
        String before = scene.before(place).map(time -> time.toMillis() + " ms").orElse("unknown");
        return place.task() + " " + now + " (before " + before + ")";
    }
}
