package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import io.gameday.observability.Share;
import java.util.List;
import java.util.function.Predicate;

/// Whether about the planned share of requests fails. What says nothing, such as an overload, counts neither way. Pure.
final class FailingJudgement {

    /// The most requests, in one look to see the effect and at each task to see its end: a share below 5 % may be
    /// missed, and one below 1.7 % is never proven gone.
    static final int MOST = 700;
    private static final int LEAST = 10;
    /// Fewer than so many failures are nobody's doing.
    private static final int TWO = 2;

    private final Scene scene;
    private final String measure;
    private final double share;
    private final Predicate<Sight> failed;
    private final Predicate<Sight> fine;
    private final boolean diesWithTask;

    /// @param failing      what failing means here, in words
    /// @param sharePercent that is planned to fail
    FailingJudgement(Scene scene, String failing, double sharePercent, Predicate<Sight> failed, Predicate<Sight> fine,
            boolean diesWithTask) {
        this.scene = scene;
        this.measure = "requests to " + scene.where() + " " + failing;
        this.share = sharePercent / 100;
        this.failed = failed;
        this.fine = fine;
        this.diesWithTask = diesWithTask;
    }

    /// How many requests a look needs at each task, so that chance seldom deceives; see [Binomial]. Those that show the
    /// effect are shared out. The end is asked of each, since one that still fails must not hide behind its neighbours.
    int each() {
        int tasks = Math.max(1, scene.standing().size());
        return scene.toBite() ? (requests() + tasks - 1) / tasks : silence(MOST);
    }

    private int requests() {
        return Math.max(LEAST, Binomial.requests(share, MOST));
    }

    private int silence(int most) {
        return Math.max(LEAST, Binomial.silence(share, most));
    }

    Finding of(Samples samples) {
        List<Reach.Place> standing = scene.standing().stream().filter(place -> !refuses(place, samples)).toList();
        long bad = standing.stream().mapToLong(place -> samples.count(place.address(), failed)).sum();
        long good = standing.stream().mapToLong(place -> samples.count(place.address(), fine)).sum();
        long told = bad + good;
        String wish = scene.wish("at least " + Share.percent(share / 2) + " of about " + requests(),
                "0 of at least " + silence(Integer.MAX_VALUE) + " at each task");
        if (standing.isEmpty()) {
            return new Finding(false, !scene.toBite() && diesWithTask, measure, "every task in reach has ended", wish,
                    scene.where(), List.of(), "");
        }
        List<Reach.Place> unheard = standing.stream().filter(place -> told(place, samples) < silence(Integer.MAX_VALUE))
                .toList();
        String value = Share.of(bad, told);
        List<Reach.Place> already = standing.stream().filter(FailingJudgement::failedBefore).toList();
        if (!already.isEmpty()) {
            value += "; " + Scene.names(already) + " served nothing before either";
        }
        if (!scene.toBite() && bad == 0 && !unheard.isEmpty()) {
            value += "; too few from " + Scene.names(unheard);
        }
        List<String> strangers = scene
                .strangers(place -> !scene.ended(place) && !failedBefore(place) && hit(place, samples));
        return new Finding(already.isEmpty() && told >= LEAST && many(bad, told), bad == 0 && unheard.isEmpty(),
                measure, value, wish, scene.where(), strangers, strangers.size() == 1 ? "fails too" : "fail too");
    }

    /// One whose process nobody named is taken for ended when it refuses connections.
    private static boolean refuses(Reach.Place place, Samples samples) {
        return place.process() == null && samples.at(place.address()).contains(new Sight.Refuses());
    }

    private long told(Reach.Place place, Samples samples) {
        return samples.count(place.address(), failed) + samples.count(place.address(), fine);
    }

    private static boolean failedBefore(Reach.Place place) {
        return place.before() != null && place.before().asked() > 0 && place.before().served() == 0;
    }

    private boolean hit(Reach.Place place, Samples samples) {
        return many(samples.count(place.address(), failed), told(place, samples));
    }

    private boolean many(long bad, long told) {
        return bad >= TWO && bad >= share / 2 * told;
    }
}
