package io.gameday.reference.simulated;

import io.gameday.reference.simulated.ModelledProber.Sight;
import io.gameday.target.Observation;
import io.gameday.target.Task;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether orders take longer than before: by half of the planned delay is there, by at most a quarter is gone. Pure.
record SlowOrders(KnownFault known, Duration delay) {

    /// Orders at each task; the middle one counts.
    static final int ORDERS = 5;
    /// By so much the middle of five orders may move without any fault.
    private static final Duration SLACK = Duration.ofMillis(30);

    Observation of(List<Task> standing, Map<String, List<Sight>> sights) {
        Duration half = longest(delay.dividedBy(2), SLACK.plusMillis(1));
        Duration quarter = longest(delay.dividedBy(4), SLACK);
        boolean bites = !standing.isEmpty() && standing.stream()
                .allMatch(task -> longer(task, sights).filter(more -> more.compareTo(half) >= 0).isPresent());
        boolean gone = !standing.isEmpty() && standing.stream()
                .allMatch(task -> longer(task, sights).filter(more -> more.compareTo(quarter) <= 0).isPresent());
        return ModelledLooks.seen(bites, gone,
                "median time of " + ORDERS + " orders at each of " + standing.size() + " tasks",
                standing.isEmpty()
                        ? "every task in reach has ended"
                        : String.join(", ", standing.stream().map(task -> words(task, sights)).toList()),
                known.wish("each at least " + half.toMillis(), "each at most " + quarter.toMillis())
                        + " ms longer than before");
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /// Where nothing came back in time it took the limit; a task that takes no order tells nothing.
    static Optional<Duration> median(List<Sight> at) {
        return KnownFault
                .middle(at.stream().filter(sight -> sight.served() || sight.silent()).map(Sight::took).toList());
    }

    private Optional<Duration> longer(Task task, Map<String, List<Sight>> sights) {
        return median(sights.get(task.id())).flatMap(now -> known.median(task.id()).map(before -> now.minus(before)));
    }

    private String words(Task task, Map<String, List<Sight>> sights) {
        return task.id() + " " + say(median(sights.get(task.id())), "no answer") + " (before "
                + say(known.median(task.id()), "unknown") + ")";
    }

    private static String say(Optional<Duration> time, String otherwise) {
        return time.map(now -> now.toMillis() + " ms").orElse(otherwise);
    }
}
