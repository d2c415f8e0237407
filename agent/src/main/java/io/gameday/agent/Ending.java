package io.gameday.agent;

import io.gameday.agent.driver.Driver;
import io.gameday.agent.driver.DriverAnswer;
import io.gameday.agent.ledger.LedgerEntry;
import io.gameday.agent.ledger.Standing;
import io.gameday.agent.prober.Prober;
import io.gameday.agent.prober.Suspects;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Takes one fault away for good: asks the driver, lets the prober prove it, and asks again until it is proven, its
/// target is gone, or patience is over. Each step is in the ledger.
final class Ending {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Driver driver;
    private final Prober prober;
    private final Clock clock;
    private final Executor loop;
    private final Consumer<LedgerEntry> ledger;

    Ending(Driver driver, Prober prober, Clock clock, Executor loop, Consumer<LedgerEntry> ledger) {
        this.driver = driver;
        this.prober = prober;
        this.clock = clock;
        this.loop = loop;
        this.ledger = ledger;
    }

    /// How it ended.
    sealed interface Ended {
        record Gone(Observation seen) implements Ended {
        }

        record GoneWithTarget(String why) implements Ended {
        }

        record NotProven(String why) implements Ended {
        }
    }

    /// @param why      noted in the ledger
    /// @param patience for all tries together; the last one is finished
    void of(Standing fault, Suspects suspects, String why, Duration patience, Consumer<Ended> then) {
        ledger.accept(new LedgerEntry.Reverting(fault.id(), why));
        attempt(fault, suspects, clock.ticks() + patience.toNanos(), then);
    }

    private void attempt(Standing fault, Suspects suspects, long deadline, Consumer<Ended> then) {
        driver.revert(Drivers.injection(fault), answer -> loop.execute(() -> {
            String said = switch (answer) {
                case DriverAnswer.Done(String detail) -> detail;
                case DriverAnswer.NotInForce(String none) -> none;
                case DriverAnswer.NotDone(String refused) -> refused;
                case DriverAnswer.InDoubt(String doubt) -> doubt;
            };
            boolean done = answer instanceof DriverAnswer.Done || answer instanceof DriverAnswer.NotInForce;
            ledger.accept(new LedgerEntry.Reverted(fault.id(), done, said));
            prober.confirmGone(fault.fault(), fault.intent().reach(), suspects,
                    seen -> judge(fault, suspects, deadline, seen, done ? "" : said, then));
        }));
    }

    private void judge(Standing fault, Suspects suspects, long deadline, Observation seen, String trouble,
            Consumer<Ended> then) {
        if (seen.presence() == Presence.GONE) {
            ledger.accept(new LedgerEntry.ConfirmedGone(fault.id(), seen.measure(), seen.value()));
            then.accept(new Ended.Gone(seen));
            return;
        }
        prober.deserted(fault.intent().reach(), fault.intent().host(), deserted -> {
            if (deserted) {
                String why = "nothing of the app is left: its host, machines and tasks refuse connections";
                ledger.accept(new LedgerEntry.GoneWithTarget(fault.id(), why));
                then.accept(new Ended.GoneWithTarget(why));
            } else if (clock.ticks() - deadline >= 0) {
                then.accept(new Ended.NotProven((trouble.isEmpty() ? "" : trouble + "; ") + seen.measure() + ": "
                        + seen.value() + "; wanted: " + seen.wanted()));
            } else {
                clock.at(PAUSE, () -> attempt(fault, suspects, deadline, then));
            }
        });
    }
}
