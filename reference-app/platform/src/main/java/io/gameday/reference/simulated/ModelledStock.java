package io.gameday.reference.simulated;

import io.gameday.reference.host.TaskOrder;
import io.gameday.reference.policy.InventoryCalls;
import io.gameday.reference.policy.RetryBudget;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// How one task asks inventory, over the links of its zone: by the rules that the real task is given.
final class ModelledStock {

    private final TaskOrder task;
    private final InventoryCalls rules;
    private final ModelledInventory inventory;
    private final Conditions conditions;
    private final Clock clock;
    private final RandomGenerator random;
    private final RetryBudget budget;
    private int underWay;

    ModelledStock(TaskOrder task, InventoryCalls rules, ModelledInventory inventory, Conditions conditions, Clock clock,
            RandomGenerator random) {
        this.task = task;
        this.rules = rules;
        this.inventory = inventory;
        this.conditions = conditions;
        this.clock = clock;
        this.random = random;
        budget = new RetryBudget(rules.budgetPercent());
    }

    /// @param then told whether inventory said anything, at once where nothing is slow
    void ask(Consumer<Boolean> then) {
        if (underWay >= rules.atOnce()) {
            then.accept(false);
            return;
        }
        underWay++;
        budget.asked();
        attempt(1, known -> {
            underWay--;
            then.accept(known);
        });
    }

    /// Whether an order fails without an answer.
    boolean needed() {
        return inventory.needed();
    }

    /// What is read before the task is ready: as much at once as the rules allow. @param then run when all of it was
    /// answered or given up
    void readAll(Runnable then) {
        if (!inventory.limited()) {
            then.run();
            return;
        }
        new Reading(then).begin();
    }

    private void attempt(int number, Consumer<Boolean> then) {
        if (conditions.refusesStock(task.cell(), task.zone())) {
            failed(number, rules.limit(), then);
            return;
        }
        OptionalLong work = inventory.ask(task.cell(), task.zone(), clock.ticks());
        if (work.isEmpty()) {
            failed(number, rules.limit(), then);
            return;
        }
        Duration answer = conditions.stockLate(task.cell(), task.zone()).plusNanos(work.getAsLong());
        if (answer.isZero()) {
            then.accept(true);
        } else if (answer.compareTo(rules.limit()) < 0) {
            clock.at(answer, () -> then.accept(true));
        } else {
            clock.at(rules.limit(), () -> failed(number, Duration.ZERO, then));
        }
    }

    /// @param left of the try's time
    private void failed(int number, Duration left, Consumer<Boolean> then) {
        if (number >= rules.tries() || !budget.spend()) {
            then.accept(false);
            return;
        }
        long whole = rules.pause().toNanos();
        Duration pause = whole == 0 ? left : Duration.ofNanos(whole / 2 + random.nextLong(whole / 2 + 1));
        clock.at(pause, () -> attempt(number + 1, then));
    }

    /// A few lanes of calls, one after the other.
    private final class Reading {
        private final Runnable then;
        private int asked;
        private int answered;

        Reading(Runnable then) {
            this.then = then;
        }

        void begin() {
            int lanes = Math.min(InventoryCalls.READ_AT_START, rules.atOnce());
            for (int lane = 0; lane < lanes; lane++) {
                next();
            }
        }

        private void next() {
            if (asked < InventoryCalls.READ_AT_START) {
                asked++;
                ask(known -> {
                    answered++;
                    if (answered == InventoryCalls.READ_AT_START) {
                        then.run();
                    } else {
                        next();
                    }
                });
            }
        }
    }
}
