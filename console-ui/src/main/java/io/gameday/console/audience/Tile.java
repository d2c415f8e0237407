package io.gameday.console.audience;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.view.RunView;
import io.gameday.journal.view.Seconds;
import io.gameday.journal.view.Words;
import io.gameday.observability.Tally;
import java.util.List;
import java.util.Locale;

/// One large figure: what it is, how it stands, and on what it rests.
///
/// @param word empty where nobody said what is well
record Tile(String name, State state, String word, String value, String unit, String foot) {

    private static final int RECENT = 10;

    /// Useful answers, the slowest in a hundred, and customers hurt.
    static List<Tile> of(RunView view) {
        Tally recent = Seconds.sum(view.seconds().last(RECENT), Seconds.SITE);
        return List.of(useful(recent), slowest(view), hurt(view));
    }

    private static Tile useful(Tally recent) {
        String name = Texts.of("audience.tile.answered");
        if (recent.requests() == 0) {
            return unknown(name);
        }
        boolean well = recent.availability().orElseThrow() >= Words.WELL;
        String value = Words.percent(recent).replace("%", "").strip();
        return new Tile(name, state(well), word(well), value, "%",
                Texts.of("audience.tile.useful-foot", String.format(Locale.ROOT, "%,d", recent.useful()),
                        String.format(Locale.ROOT, "%,d", recent.requests())));
    }

    /// What was not answered took at least as long, so with failures the figure is a lower bound.
    private static Tile slowest(RunView view) {
        String name = Texts.of("audience.tile.slowest");
        Tally newest = view.seconds().isEmpty()
                ? Tally.NONE
                : view.seconds().newest().series().getOrDefault(Seconds.SITE, Tally.NONE);
        if (newest.requests() == 0) {
            return unknown(name);
        }
        return new Tile(name, State.PLAIN, "",
                (newest.failed() > 0 ? "≥ " : "") + Math.round(newest.p99Micros() / 1000.0), "ms",
                Texts.of("audience.tile.slowest-foot"));
    }

    private static Tile hurt(RunView view) {
        String name = Texts.of("audience.tile.hurt");
        if (view.seconds().isEmpty()) {
            return unknown(name);
        }
        var newest = view.seconds().newest();
        boolean well = newest.hurtNow() == 0;
        return new Tile(name, state(well), word(well), String.format(Locale.ROOT, "%,d", newest.hurtNow()),
                Texts.of("audience.tile.of", String.format(Locale.ROOT, "%,d", newest.total())),
                Texts.of("audience.tile.hurt-foot"));
    }

    private static Tile unknown(String name) {
        return new Tile(name, State.UNKNOWN, Texts.of("audience.tile.unknown"), "–", "",
                Texts.of("audience.tile.nothing"));
    }

    private static State state(boolean well) {
        return well ? State.HEALTHY : State.GRAY;
    }

    private static String word(boolean well) {
        return Texts.of(well ? "audience.tile.well" : "audience.tile.outside");
    }
}
