package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Whether about the planned share of requests fails. What says nothing, such as an overload, counts neither way. Pure.
final class FailingJudgement {

    /// The most requests in one look: a share below 5 % may be missed, and one below 1 % is never proven gone.
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

    /// How many requests a look needs in all, so that chance deceives less than one look in 1,000: to see the effect by
    /// [Binomial], to see its end by `(1 - share)^n`.
    int requests() {
        return Math.max(LEAST, scene.toBite() ? Binomial.requests(share, MOST) : Binomial.silence(share, MOST));
    }

    Finding of(Samples samples) {
        List<Reach.Place> standing = scene.standing();
        long bad = standing.stream().mapToLong(place -> samples.count(place.address(), failed)).sum();
        long good = standing.stream().mapToLong(place -> samples.count(place.address(), fine)).sum();
        long told = bad + good;
        String wish = scene.wish("at least " + percent(share / 2) + " of about " + requests(),
                "0 of at least " + requests());
        if (standing.isEmpty()) {
            return new Finding(false, !scene.toBite() && diesWithTask, measure, "every task in reach has ended", wish,
                    scene.where(), List.of(), "");
        }
        String value = bad + " of " + told + (told == 0 ? "" : " (" + percent((double) bad / told) + ")");
        List<Reach.Place> already = standing.stream().filter(FailingJudgement::failedBefore).toList();
        if (!already.isEmpty()) {
            value += "; " + Scene.names(already) + " served nothing before either";
        }
        List<String> strangers = scene
                .strangers(place -> !scene.ended(place) && !failedBefore(place) && hit(place, samples));
        return new Finding(already.isEmpty() && told >= LEAST && many(bad, told),
                bad == 0 && told >= Math.max(LEAST, Binomial.silence(share, Integer.MAX_VALUE)), measure, value, wish,
                scene.where(), strangers, strangers.size() == 1 ? "fails too" : "fail too");
    }

    private static boolean failedBefore(Reach.Place place) {
        return place.before() != null && place.before().asked() > 0 && place.before().served() == 0;
    }

    private boolean hit(Reach.Place place, Samples samples) {
        long bad = samples.count(place.address(), failed);
        return many(bad, bad + samples.count(place.address(), fine));
    }

    private boolean many(long bad, long told) {
        return bad >= TWO && bad >= share / 2 * told;
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", part * 100);
    }
}
