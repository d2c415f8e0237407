package io.gameday.prometheus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// By how much counters grew per second between two scrapes of one server, each by itself. Where one of them cannot be
/// told, nothing is told: a sum without it would be too small.
///
/// Prometheus takes a counter that fell for one that began at zero again, and passes over one that was not there before. Here
/// the first is unknown, because what was counted before the reset is; and the second began at zero, because the server told
/// others of the same name then: that is how the first failure of a kind appears.
sealed interface Growth {

    /// When the server's process began, which every client of Prometheus tells by convention.
    Selector PROCESS_START = Selector.of("process_start_time_seconds");

    /// @param perSecond zero or more each; at least one series
    record Known(Map<Series, Double> perSecond) implements Growth {
    }

    record Unknown(String why) implements Growth {
    }

    static Growth of(Selector selector, Scrape.Read before, Scrape.Read after) {
        Exposition earlier = before.exposition();
        Exposition later = after.exposition();
        if (!earlier.knows(selector.name())) {
            return new Unknown("no series was " + selector.name() + " in the scrape before");
        }
        if (restarted(earlier, later)) {
            return new Unknown("the server was started anew between the scrapes");
        }
        for (Series series : earlier.matching(selector)) {
            if (!later.samples().containsKey(series)) {
                return new Unknown(series + " is gone, and with it what it counted last");
            }
        }
        List<Series> counters = later.matching(selector);
        return counters.isEmpty()
                ? new Unknown("no series is " + selector)
                : of(counters, earlier.samples(), later.samples(), (after.ticks() - before.ticks()) / 1e9);
    }

    private static Growth of(List<Series> counters, Map<Series, Sample> earlier, Map<Series, Sample> later,
            double seconds) {
        Map<Series, Double> perSecond = new LinkedHashMap<>();
        for (Series counter : counters) {
            Sample was = earlier.get(counter);
            Sample is = later.getOrDefault(counter, Sample.NONE);
            String problem = problem(was, is);
            if (problem != null) {
                return new Unknown(counter + " " + problem);
            }
            perSecond.put(counter,
                    was == null
                            ? is.value() / seconds
                            : (is.value() - was.value()) / is.secondsSince(was).orElse(seconds));
        }
        return new Known(perSecond);
    }

    /// @param was null when the counter was not there before
    private static @Nullable String problem(@Nullable Sample was, Sample is) {
        if (!is.isCount()) {
            return "is " + is.value() + "; allowed for a counter: zero or more, and finite";
        }
        if (was == null) {
            return is.told().isEmpty() ? null : "was not there before, and tells a time of its own";
        }
        if (!was.isCount()) {
            return "was " + was.value() + "; allowed for a counter: zero or more, and finite";
        }
        if (is.value() < was.value()) {
            return "fell from " + was.value() + " to " + is.value() + ": it was reset between the scrapes";
        }
        if (is.told().isPresent() != was.told().isPresent()) {
            return "tells a time of its own in one of the scrapes only";
        }
        return is.secondsSince(was).orElse(1) > 0 ? null : "was not renewed since the scrape before";
    }

    /// A counter that had overtaken its old value by the second scrape would not show it.
    private static boolean restarted(Exposition earlier, Exposition later) {
        List<Series> starts = later.matching(PROCESS_START);
        // More than one: these are the counters of several servers, handed on.
        if (starts.size() != 1) {
            return false;
        }
        Sample was = earlier.samples().get(starts.getFirst());
        Sample is = later.samples().get(starts.getFirst());
        return was != null && is != null && was.value() != is.value();
    }
}
