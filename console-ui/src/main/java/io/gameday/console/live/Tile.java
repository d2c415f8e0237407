package io.gameday.console.live;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.view.AlarmView;
import io.gameday.journal.view.Words;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.reference.AppConfig;
import io.gameday.target.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One task of the matrix, or the place where one is missing.
///
/// @param figure what matters most about it
/// @param asked  traffic asked of it against what it holds, 1 being exactly that; negative where nothing is known
/// @param tip    all of it in one sentence, with X of Y
record Tile(String id, State state, String word, String figure, String unit, String second, String foot, double asked,
        String tip) {

    /// The tasks of one cell in one zone. Where none is left, the place itself says why.
    static List<Tile> of(Moment moment, String cell, String zone) {
        List<Tile> tiles = new ArrayList<>();
        moment.view().tasks(cell, zone).forEach(task -> tiles.add(of(moment, task)));
        if (tiles.isEmpty()) {
            tiles.add(nobody(moment, cell, zone));
        }
        return tiles;
    }

    private static Tile nobody(Moment moment, String cell, String zone) {
        if (!moment.tasks().known()) {
            return new Tile("", State.UNKNOWN, Texts.of("live.tile.unknown"), "", "", "",
                    Texts.of("live.tile.not-told"), -1, Texts.of("live.tile.not-told"));
        }
        TaskLog.Ended last = moment.tasks().lastEnded(cell, zone);
        boolean dark = moment.view().withoutPower(zone);
        String why = dark ? Texts.of("live.tile.no-power", zone) : Texts.of("live.tile.no-task");
        String gone = last == null ? "" : Texts.of("live.tile.gone", Moment.time(last.seen()));
        return new Tile(last == null ? "" : last.id(), State.DEAD, Texts.of("live.tile.dead"), "0",
                Texts.of("live.tile.rate"), gone, why, -1, Texts.of("live.tile.dead-tip", cell, zone, why, gone));
    }

    private static Tile of(Moment moment, Task task) {
        return switch (task.state()) {
            case STARTING -> starting(moment, task);
            case HEALTHY, UNHEALTHY -> running(moment, task);
            case STOPPED -> throw new IllegalArgumentException("task " + task.id() + " has ended and has no tile");
        };
    }

    private static Tile starting(Moment moment, Task task) {
        Instant since = moment.view().startingSince(task);
        Duration age = since == null ? Duration.ZERO : Duration.between(since, moment.now());
        long seconds = Math.max(0, age.toSeconds());
        String word = Texts.of(moment.view().zero() == null ? "live.tile.starting" : "live.tile.replacing");
        return new Tile(task.id(), State.REPLACED, word, String.valueOf(seconds), "s", Texts.of("live.tile.not-ready"),
                "", -1, Texts.of("live.tile.starting-tip", task.id(), task.cell(), task.zone(), seconds));
    }

    private static Tile running(Moment moment, Task task) {
        Scope scope = new Scope.Instance(task.id());
        Tally attempts = moment.recent(Standing.series(Observer.ATTEMPT, scope));
        Tally canaries = moment.recent(Standing.series(Observer.CANARY, scope));
        Tally newest = moment.newest(Standing.series(Observer.ATTEMPT, scope));
        double rate = (double) attempts.requests() / Math.max(1, moment.recentSeconds());
        Duration hold = moment.plan() == null
                ? AppConfig.USUAL_HOLD
                : moment.plan().system().work().getOrDefault(task.cell(), AppConfig.USUAL_HOLD);
        double holds = task.slots() * 1000.0 / hold.toMillis();
        boolean failing = Moment.failing(attempts);
        Standing standing = standing(moment, task, attempts, canaries, rate > holds);
        String rates = String.format(Locale.ROOT, "%.1f", rate);
        String p99 = newest.requests() == 0 ? "" : "p99 " + Moment.latency(newest.p99Micros(), newest);
        String percent = String.format(Locale.ROOT, "%.1f",
                100.0 * attempts.failed() / Math.max(1, attempts.requests()));
        String foot = attempts.requests() == 0
                ? Texts.of("live.tile.none")
                : Texts.of("live.tile.asked", rates, String.format(Locale.ROOT, "%.0f", Math.floor(holds)));
        return new Tile(task.id(), standing.state(), standing.words(), failing ? percent : rates,
                Texts.of(failing ? "live.tile.fail" : "live.tile.rate"), p99, foot,
                attempts.requests() == 0 ? -1 : rate / holds,
                Texts.of("live.tile.tip", task.id(), task.cell(), task.zone(), standing.words(),
                        Words.ofTotal(attempts.useful(), attempts.requests()),
                        Words.ofTotal(canaries.useful(), canaries.requests())));
    }

    private static Standing standing(Moment moment, Task task, Tally attempts, Tally canaries, boolean loaded) {
        if (task.state() == Task.State.UNHEALTHY) {
            return new Standing(State.GRAY, Texts.of("live.state.checks-fail"));
        }
        boolean failing = Moment.failing(attempts) || attempts.requests() == 0 && Moment.failing(canaries);
        if (failing && loaded) {
            return new Standing(State.GRAY, Texts.of("live.state.overloaded"));
        }
        if (failing) {
            boolean told = moment.view().alarms().stream().anyMatch(AlarmView::raised);
            return new Standing(State.GRAY, Texts.of(told ? "live.state.failing" : "live.state.gray"));
        }
        // What nobody has asked is not well: its own health check alone makes no green mark.
        return attempts.requests() + canaries.requests() == 0
                ? new Standing(State.UNKNOWN, Texts.of("live.state.no-requests"))
                : new Standing(State.HEALTHY, Texts.of("live.state.healthy"));
    }
}
