package io.gameday.reference.simulated;

import io.gameday.reference.simulated.ModelledProber.Sight;
import io.gameday.target.Observation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// Whether about the planned share of requests fails. Pure.
record FailingRequests(KnownFault known, String measure, double sharePercent, Predicate<Sight> failed) {

    /// So many failures are expected in one look: fewer than half of them come by chance less than once in a thousand.
    private static final int EXPECTED = 40;
    private static final int MOST = 700;

    private int requests() {
        return (int) Math.min(MOST, Math.ceil(EXPECTED * 100 / sharePercent));
    }

    /// How many each task gets.
    int each(int tasks) {
        return tasks == 0 ? 0 : (requests() + tasks - 1) / tasks;
    }

    Observation of(boolean allEnded, Map<String, List<Sight>> sights) {
        long bad = ModelledLooks.count(sights, failed);
        long told = bad + ModelledLooks.count(sights, Sight::served);
        boolean enough = told >= requests();
        return ModelledLooks.seen(enough && bad >= sharePercent / 200 * told, enough && bad == 0, measure,
                allEnded
                        ? "every task in reach has ended"
                        : bad + " of " + told + (told == 0 ? "" : " (" + one(100.0 * bad / told) + " %)"),
                known.wish("at least " + one(sharePercent / 2) + " %", "0") + " of " + requests());
    }

    static String one(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
