package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the tasks that one customer's requests go to end, one after the other. Pure.
final class PoisonJudgement {

    /// Poison comes once a second: three of them would have killed somebody by then.
    static final Duration QUIET = Duration.ofSeconds(3);

    private final Scene scene;
    private final String customer;

    PoisonJudgement(Scene scene, String customer) {
        this.scene = scene;
        this.customer = customer;
    }

    /// @param cell    that the customer's requests go to; null where nobody tells
    /// @param running tasks there, now
    /// @param well    of them, those that answer
    /// @param quiet   for how long none of them ended
    Finding of(@Nullable String cell, int running, int well, Duration quiet) {
        List<Reach.Place> ended = scene.reach().places().stream().filter(scene::ended).toList();
        List<Reach.Place> theirs = ended.stream().filter(place -> in(cell, place)).toList();
        String there = cell == null ? "the app (the cell of " + customer + " is not known)" : cell;
        String measure = "tasks of " + there + " that ran before and whose process ended";
        String value = theirs.size() + (theirs.isEmpty() ? "" : " (" + Scene.names(theirs) + ")") + "; " + well + " of "
                + running + " running now answer, none ended for " + quiet.toMillis() + " ms";
        String wish = scene.wish("1 or more", "all that run now answer, none ended for " + QUIET.toMillis() + " ms");
        boolean calm = running > 0 && well == running && quiet.compareTo(QUIET) >= 0;
        List<String> strangers = scene.toBite()
                ? ended.stream().filter(place -> !in(cell, place) && !scene.suspects().excuse(place))
                        .map(place -> place.task() + " in " + place.cell()).toList()
                : List.of();
        return new Finding(!theirs.isEmpty() && scene.toBite(), scene.toBite() ? theirs.isEmpty() && calm : calm,
                measure, value, wish, there, strangers, "ended too");
    }

    private static boolean in(@Nullable String cell, Reach.Place place) {
        return cell == null || place.cell() == null || cell.equals(place.cell());
    }
}
