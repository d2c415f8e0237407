package io.gameday.cli.prove;

import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.Task;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Several lanes side by side, each with one fault at a time, until enough were injected, time is up, or somebody stops
/// it. Belongs to the loop.
final class Campaign {

    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration APART = Duration.ofMillis(700);
    /// Lanes that find no place for this long are over: the system does not get well.
    private static final Duration NO_PLACE = Duration.ofSeconds(60);

    private final int lanes;
    private final int faults;
    private final long lastBegin;
    private final Dice dice;
    private final Starter starter;
    private final Clock clock;
    private final Consumer<Proof> proofs;
    private final Consumer<String> over;
    private final List<Fault> inForce = new ArrayList<>();
    private final Set<Attempt> underWay = new HashSet<>();
    private int begun;
    /// Begun, but never injected: the place was lost meanwhile. Others come for them, up to as many again.
    private int missed;
    private int lanesOver;
    private long progress;
    private String endedBy = "all faults";

    /// @param lanes     how many faults may be there at the same time
    /// @param faults    how many in all
    /// @param lastBegin in ticks of the clock; after that no fault is begun
    /// @param proofs    told each fault's
    /// @param over      told once why it ended, when nothing is under way any more
    Campaign(int lanes, int faults, long lastBegin, Dice dice, Starter starter, Clock clock, Consumer<Proof> proofs,
            Consumer<String> over) {
        this.lanes = lanes;
        this.faults = faults;
        this.lastBegin = lastBegin;
        this.dice = dice;
        this.starter = starter;
        this.clock = clock;
        this.proofs = proofs;
        this.over = over;
        progress = clock.ticks();
    }

    void start() {
        for (int i = 0; i < lanes; i++) {
            clock.at(APART.multipliedBy(i), this::next);
        }
    }

    /// No fault is begun any more, and those under way are ended in order.
    void stop(String by) {
        if (lanesOver < lanes) {
            endedBy = by;
            List.copyOf(underWay).forEach(Attempt::stop);
        }
    }

    private boolean stopped() {
        return !endedBy.equals("all faults");
    }

    private boolean enough() {
        return begun - missed >= faults || begun >= 2 * faults;
    }

    private void next() {
        if (!stopped() && !enough() && clock.ticks() - lastBegin > 0) {
            endedBy = "time";
        }
        if (stopped() || enough()) {
            laneOver();
            return;
        }
        starter.healthy(answer -> {
            Optional<Draw> draw = answer instanceof Answer.Ok<List<Task>>(List<Task> healthy)
                    ? dice.next(inForce, healthy)
                    : Optional.empty();
            if (stopped() || enough()) {
                laneOver();
            } else if (draw.isPresent()) {
                begin(draw.get());
            } else if (underWay.isEmpty() && clock.ticks() - progress > NO_PLACE.toNanos()) {
                endedBy = "no place for another fault: the app did not get well";
                laneOver();
            } else {
                clock.at(AGAIN, this::next);
            }
        });
    }

    private void begin(Draw draw) {
        begun++;
        inForce.add(draw.fault());
        Attempt[] self = new Attempt[1];
        self[0] = starter.start(begun, draw, proof -> {
            inForce.remove(draw.fault());
            underWay.remove(self[0]);
            progress = clock.ticks();
            if (!proof.wasInjected()) {
                missed++;
            }
            proofs.accept(proof);
            next();
        });
        underWay.add(self[0]);
    }

    private void laneOver() {
        lanesOver++;
        if (lanesOver == lanes) {
            over.accept(endedBy);
        }
    }
}
