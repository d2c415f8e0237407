package io.gameday.console.live;

import io.gameday.console.text.Texts;
import io.gameday.experiment.Experiment.BlastRadius;
import io.gameday.journal.Event;
import io.gameday.journal.view.Seconds;
import io.gameday.observability.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One measure of the blast radius: what is hit against what was accepted.
///
/// @param limit what was accepted, in words
/// @param share what is hit, 0 to 1 of all
/// @param mark  what was accepted, 0 to 1 of all; null where no limit is known
record BlastRow(String name, String actual, String limit, double share, @Nullable Double mark, boolean over) {

    private static final String AT_MOST = "≤ ";
    private static final BlastRadius NOT_KNOWN = new BlastRadius(null, null, null, null, null);

    static List<BlastRow> of(Moment moment) {
        var started = moment.view().started();
        if (started == null) {
            return List.of();
        }
        boolean planned = moment.plan() != null;
        BlastRadius radius = moment.plan() == null ? NOT_KNOWN : moment.plan().prepare().blastRadius();
        List<BlastRow> rows = new ArrayList<>();
        rows.add(customers(moment, radius, planned));
        if (moment.reach().known()) {
            rows.add(
                    reach("live.blast.zones", moment.reach().zones(), started.zones().size(), radius.zones(), planned));
            rows.add(
                    reach("live.blast.cells", moment.reach().cells(), started.cells().size(), radius.cells(), planned));
        }
        rows.add(orders(moment, radius, planned));
        return rows;
    }

    private static BlastRow customers(Moment moment, BlastRadius radius, boolean planned) {
        String name = Texts.of("live.blast.customers");
        Double percent = radius.customersPercent();
        String limit = limit(percent, planned);
        if (moment.view().seconds().isEmpty() || moment.view().zero() == null) {
            return new BlastRow(name, Texts.of("live.blast.not-yet"), limit, 0, mark(percent), false);
        }
        var newest = moment.view().seconds().newest();
        return new BlastRow(name, Texts.of("live.blast.hurt", newest.hurtEver(), newest.total()), limit,
                newest.total() == 0 ? 0 : (double) newest.hurtEver() / newest.total(), mark(percent),
                passed(moment, "customers") || percent != null && 100.0 * newest.hurtEver() > percent * newest.total());
    }

    /// That it is over what was accepted, and what that was.
    String overWords() {
        return Texts.of("live.blast.over", limit.substring(limit.startsWith(AT_MOST) ? AT_MOST.length() : 0));
    }

    /// Customers hurt in the newest second, in words.
    static String now(Moment moment) {
        if (moment.view().seconds().isEmpty()) {
            return "";
        }
        var newest = moment.view().seconds().newest();
        return Texts.of("live.blast.now", newest.hurtNow(), newest.total());
    }

    private static BlastRow reach(String key, int reached, int all, @Nullable Integer allowed, boolean planned) {
        String limit = allowed == null ? limit(null, planned) : AT_MOST + allowed;
        return new BlastRow(Texts.of(key), Texts.of("live.blast.of", reached, all), limit,
                all == 0 ? 0 : (double) reached / all, allowed == null ? null : Math.min(1, (double) allowed / all),
                allowed != null && reached > allowed);
    }

    private static BlastRow orders(Moment moment, BlastRadius radius, boolean planned) {
        String name = Texts.of("live.blast.orders");
        Double percent = radius.failedOrdersPercent();
        Instant zero = moment.view().zero();
        // The second in which the first fault falls counts, as it does in the engine.
        Tally since = zero == null
                ? Tally.NONE
                : Seconds.sum(moment.view().seconds().since(zero.minusMillis(999)), Seconds.SITE);
        if (since.requests() == 0) {
            return new BlastRow(name, Texts.of("live.blast.not-yet"), limit(percent, planned), 0, mark(percent), false);
        }
        return new BlastRow(name,
                Texts.of("live.of-total", String.format(Locale.ROOT, "%,d", since.failed()),
                        String.format(Locale.ROOT, "%,d", since.requests())),
                limit(percent, planned), (double) since.failed() / since.requests(), mark(percent),
                passed(moment, "failedOrders"));
    }

    private static boolean passed(Moment moment, String what) {
        return moment.view().passed().stream().map(Event.BlastRadiusPassed::what).anyMatch(what::equals);
    }

    private static @Nullable Double mark(@Nullable Double percent) {
        return percent == null ? null : Math.min(1, percent / 100);
    }

    private static String limit(@Nullable Double percent, boolean planned) {
        if (percent == null) {
            return Texts.of(planned ? "live.blast.no-limit" : "live.blast.limit-unknown");
        }
        String text = percent == Math.rint(percent) ? String.valueOf(percent.longValue()) : String.valueOf(percent);
        return AT_MOST + text + " %";
    }
}
