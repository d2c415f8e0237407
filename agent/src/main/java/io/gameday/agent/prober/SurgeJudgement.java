package io.gameday.agent.prober;

import io.gameday.agent.ledger.Calm;
import java.util.List;
import java.util.Locale;

/// Whether the router tries tasks more often than before, by about what was planned. Pure.
final class SurgeJudgement {

    private final Scene scene;
    private final double planned;

    /// @param planned requests per second that are to come on top
    SurgeJudgement(Scene scene, double planned) {
        this.scene = scene;
        this.planned = planned;
    }

    /// @param rate attempts per second, now
    Finding of(double rate) {
        String measure = "attempts of the router";
        Calm calm = scene.reach().calm();
        if (calm == null) {
            return Finding.blind(scene, measure, say(rate) + " (before: unknown)", "a rate of before to compare with");
        }
        double more = rate - calm.attemptsPerSecond();
        // Arrivals by chance move by the square root of their number.
        double seen = Math.max(planned / 2, 2 * Math.sqrt(calm.attemptsPerSecond()));
        return new Finding(more >= seen, more <= planned / 4, measure,
                say(rate) + " (before " + say(calm.attemptsPerSecond()) + ")",
                scene.wish("at least " + say(seen) + " more than before",
                        "at most " + say(planned / 4) + " more than before"),
                scene.where(), List.of(), "");
    }

    /// Where nobody but who sends can count.
    ///
    /// @param answers to its requests, of one second
    Finding answered(long answers) {
        return new Finding(answers >= planned / 2, answers == 0,
                "answers to the requests of the surge, where they are sent", say(answers),
                scene.wish("at least " + say(planned / 2), "none"), scene.where(), List.of(), "");
    }

    private static String say(double rate) {
        return String.format(Locale.ROOT, "%.1f/s", rate);
    }
}
