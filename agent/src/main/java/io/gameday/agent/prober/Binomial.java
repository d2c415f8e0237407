package io.gameday.agent.prober;

/// How many requests it takes so that a share of failures is not missed by chance.
///
/// With n requests that fail with probability p each, X of them do, binomially distributed. The effect is missed when
/// `X < p·n/2`. The wanted n is the smallest from which on `P(X < p·n/2) < 0.001`. An end is seen by chance where the
/// fault is still there and yet `X = 0`. Of that the first look is believed, and in 15 s there are some 80 of them, so
/// there n is the smallest with `P(X = 0) = (1-p)^n < 0.00001`.
final class Binomial {

    /// Less than one look in so many misses by chance.
    static final double MISS = 0.001;
    /// Less than one look in so many shows an end that is none.
    static final double FALSE_END = 1e-5;

    private Binomial() {
    }

    /// @param share more than 0, at most 1
    /// @param most  the answer is never more
    static int requests(double share, int most) {
        int needed = most;
        // The tail is a saw: it must stay below from there on, so it is walked down from above.
        for (int n = most; n >= 1 && below(n, share) < MISS; n--) {
            needed = n;
        }
        return needed;
    }

    /// How many without a failure are no chance.
    static int silence(double share, int most) {
        return share >= 1 ? 1 : (int) Math.min(most, Math.floor(Math.log(FALSE_END) / Math.log1p(-share)) + 1);
    }

    /// `P(X < share·n/2)`.
    static double below(int n, double share) {
        if (share >= 1) {
            return 0;
        }
        double half = share * n / 2;
        double sum = 0;
        double logarithm = n * Math.log1p(-share);
        for (int x = 0; x < half; x++) {
            sum += Math.exp(logarithm);
            logarithm += Math.log(n - x) - Math.log(x + 1.0) + Math.log(share) - Math.log1p(-share);
        }
        return sum;
    }
}
