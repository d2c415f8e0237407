package io.gameday.observability.alarm;

import io.gameday.observability.alarm.ZoneDetector.Counts;
import java.util.Locale;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// Finds within seconds that a zone has become worse than it was, where the others have not.
///
/// [ZoneDetector] knows nothing of before: with two other zones it needs fifteen faults and none elsewhere to be as sure
/// as it has to be. A zone's own minute before says far more about what is usual there, so that eight are enough; the
/// other zones only have to show that it is this zone's trouble and not everybody's.
///
/// With `F` faults of `R` requests in the newest seconds and `F'` of `R'` before, the chance of so many by now were
/// nothing changed is `P(X ≥ F)`, X binomial over `F + F'` trials with probability `R / (R + R')`. Source: the
/// conditional test of two Poisson rates, Przyborowski and Wilenski (1940). The other zones are compared the same way.
///
/// @param objective    availability below which a zone has an impact, and at which the others are well; 0 to 1
/// @param significance greatest p, against the zone's own past, that counts as evidence
public record ZoneOnset(double objective, double significance) {

    /// Against the other zones while those are well. That something changed is certain enough by then; this asks only
    /// where.
    private static final double ELSEWHERE_WELL = 1e-3;

    /// Against the other zones while those are not well either, and how many times worse the zone has to be then: what
    /// hits all zones, as a shared dependency does some times a day, hits none exactly like the next.
    private static final double ELSEWHERE_UNWELL = 1e-6;
    private static final double TIMES_WORSE = 2;

    /// How many times the faults that the objective allows the other zones may have. Beyond, everything is in trouble; for
    /// seconds one zone is then ahead of the next, and [ZoneDetector] has to say whether that lasts.
    private static final double TIMES_OBJECTIVE = 5;

    /// Of the zone without its worst instance against its own past: an instance that fails in earnest is expected every
    /// few hours, so that one in a hundred thousand of those is one in years.
    private static final double WITHOUT_WORST = 1e-5;

    /// Whether it began.
    ///
    /// @param now    the zone's newest seconds
    /// @param others the other zones together, in the same seconds
    /// @param past   the zone before those seconds
    public boolean began(Counts now, Counts others, Counts past) {
        if (now.requests() == 0 || others.requests() == 0 || past.requests() == 0 || now.well() >= objective
                || p(now, past) > significance || !worse(now, others)) {
            return false;
        }
        Counts rest = now.withoutWorst();
        return rest.requests() > 0 && rest.well() < objective && p(rest, past) <= WITHOUT_WORST;
    }

    private boolean worse(Counts now, Counts others) {
        if (others.bad() > TIMES_OBJECTIVE * (1 - objective)) {
            return false;
        }
        return others.well() >= objective
                ? p(now, others) <= ELSEWHERE_WELL
                : now.withoutWorst().bad() >= TIMES_WORSE * others.bad() && p(now, others) <= ELSEWHERE_UNWELL;
    }

    /// The numbers behind it.
    ///
    /// @param fault what a request with a fault is, such as `failed`
    String evidence(Counts now, Counts past, String fault) {
        return String.format(Locale.ROOT, "%d of %d %s, before %d of %d, p %.2g", now.faults(), now.requests(), fault,
                past.faults(), past.requests(), p(now, past));
    }

    private static double p(Counts here, Counts there) {
        if (here.faults() == 0) {
            return 1;
        }
        double share = (double) here.requests() / (here.requests() + there.requests());
        return BinomialDistribution.of(Math.toIntExact(here.faults() + there.faults()), share)
                .survivalProbability(Math.toIntExact(here.faults()) - 1);
    }
}
