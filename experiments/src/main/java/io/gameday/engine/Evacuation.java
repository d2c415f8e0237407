package io.gameday.engine;

import io.gameday.experiment.Experiment;
import io.gameday.journal.Event;
import io.gameday.journal.Event.EvacuationProven.Part;
import io.gameday.journal.Journal;
import io.gameday.journal.Verdict;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Second;
import io.gameday.target.Answer;
import io.gameday.target.Operation;
import io.gameday.target.Operations;
import io.gameday.time.Clock;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Customers leave a zone before it is broken, and come back when it is well: what breaks there meets canaries alone.
///
/// ```
/// leave ─ no request reaches the zone ─► [broken, under canaries] ─ well ─ come back ─ its share reaches it ─► over
/// ```
final class Evacuation {

    /// So many seconds in a row prove that the zone is empty, well, or has its share.
    private static final int PROOF = 3;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// After the last step, for what is proven then; the shift ends by itself when nobody takes it back.
    private static final Duration SLACK = Duration.ofMinutes(15);

    private enum State {
        AT_HOME, LEAVING, AWAY, WELL, COMING, OVER
    }

    private final String zone;
    private final int zones;
    private final Duration longest;
    private final Operations operations;
    private final Clock clock;
    private final Journal journal;
    private State state = State.AT_HOME;
    private int inARow;
    private long strays;
    private long elsewhere;
    private long since;

    Evacuation(String zone, Experiment experiment, Operations operations, Clock clock, Journal journal) {
        this.zone = zone;
        this.zones = experiment.system().zones().size();
        this.operations = operations;
        this.clock = clock;
        this.journal = journal;
        longest = Stream.concat(
                experiment.steps().stream().map(s -> s.at().plus(s.lasts() == null ? Duration.ZERO : s.lasts())),
                experiment.operations().stream().map(o -> o.at().plus(o.lasts() == null ? Duration.ZERO : o.lasts())))
                .max(Duration::compareTo).orElse(Duration.ZERO).plus(SLACK);
    }

    /// What a second brought.
    sealed interface Standing {
        record Waiting() implements Standing {
        }

        record Proven() implements Standing {
        }

        record Failed(String why) implements Standing {
        }
    }

    /// @param refused told why the system does not do it
    void leave(Consumer<String> refused) {
        enter(State.LEAVING);
        Asking.<Operations.Done>ask(clock, "leaving " + zone, PATIENCE,
                asked -> operations.begin(new Operation.Shift(zone), longest, asked), answer -> {
                    switch (answer) {
                        case Answer.Ok<Operations.Done>(Operations.Done(String text)) ->
                            journal.append(new Event.EvacuationProven(zone, Part.LEFT, Verdict.HELD, text));
                        case Answer.Failed<Operations.Done>(String why) -> {
                            enter(State.OVER);
                            refused.accept(why);
                        }
                    }
                });
    }

    /// While customers leave: whether none of them reached the zone for some seconds.
    Standing emptying(Second second) {
        long reached = reached(second);
        inARow = reached == 0 && requests(second) > 0 ? inARow + 1 : 0;
        if (inARow == PROOF) {
            proven(Part.EMPTY, "0 requests of customers reach " + zone + " for " + PROOF + " s");
            enter(State.AWAY);
            return new Standing.Proven();
        }
        return late("customers still reach " + zone + ": " + reached + " requests in the last second");
    }

    /// While the zone is broken.
    void away(Second second) {
        strays += reached(second);
        elsewhere += requests(second);
    }

    /// Whether everything in the zone answered its canaries for some seconds, after which customers come back.
    Standing recovering(Second second) {
        if (state == State.AWAY) {
            Verdict none = strays == 0 ? Verdict.HELD : Verdict.BROKEN;
            journal.append(new Event.EvacuationProven(zone, Part.SPARED, none,
                    strays + " of " + elsewhere + " requests of customers reached " + zone + " meanwhile"));
            enter(State.WELL);
        }
        return switch (state) {
            case WELL -> well(second);
            case COMING -> coming(second);
            case AT_HOME, LEAVING, AWAY, OVER -> new Standing.Proven();
        };
    }

    private Standing well(Second second) {
        var canaries = second.tally(Observer.CANARY, new Scope.Zone(zone));
        inARow = canaries.requests() > 0 && canaries.useful() == canaries.requests() ? inARow + 1 : 0;
        if (inARow < PROOF) {
            return late(zone + " is not well: " + canaries.useful() + " of " + canaries.requests()
                    + " canaries in the last second");
        }
        proven(Part.WELL, "every canary in " + zone + " is answered for " + PROOF + " s");
        enter(State.COMING);
        takeBack();
        return new Standing.Waiting();
    }

    private Standing coming(Second second) {
        long all = requests(second);
        long reached = second.tally(Observer.CUSTOMER, new Scope.Zone(zone)).requests();
        // Half of an even share: chance and a router's choice move it, a zone that is left out has none.
        inARow = all > 0 && reached * 2 * zones >= all ? inARow + 1 : 0;
        String share = String.format(Locale.ROOT, "%.0f %% of the requests", all == 0 ? 0 : 100.0 * reached / all);
        if (inARow < PROOF) {
            return late(zone + " has not got its share back: " + share);
        }
        proven(Part.SPREAD, share + " reach " + zone + " again");
        enter(State.OVER);
        return new Standing.Proven();
    }

    /// Customers come back also where nothing more is proven. Without effect when they are back.
    void abandon() {
        if (state == State.LEAVING || state == State.AWAY || state == State.WELL) {
            enter(State.OVER);
            takeBack();
        }
    }

    private void takeBack() {
        Asking.<Operations.Done>ask(clock, "coming back to " + zone, PATIENCE,
                asked -> operations.takeBack(new Operation.Shift(zone), asked),
                answer -> journal.append(switch (answer) {
                    case Answer.Ok<Operations.Done>(Operations.Done(String text)) ->
                        new Event.EvacuationProven(zone, Part.BACK, Verdict.HELD, text);
                    case Answer.Failed<Operations.Done>(String why) ->
                        new Event.EvacuationProven(zone, Part.BACK, Verdict.UNKNOWN, why);
                }));
    }

    private long reached(Second second) {
        Scope place = new Scope.Zone(zone);
        return Math.max(second.tally(Observer.CUSTOMER, place).requests(),
                second.tally(Observer.ATTEMPT, place).requests());
    }

    private static long requests(Second second) {
        return second.tally(Observer.CUSTOMER, Scope.SITE).requests();
    }

    private Standing late(String why) {
        if (clock.ticks() - since <= LIMIT.toNanos()) {
            return new Standing.Waiting();
        }
        return new Standing.Failed(why + ", after " + Units.words(LIMIT));
    }

    private void proven(Part part, String value) {
        journal.append(new Event.EvacuationProven(zone, part, Verdict.HELD, value));
    }

    private void enter(State next) {
        state = next;
        inARow = 0;
        since = clock.ticks();
    }

    static Optional<Evacuation> of(Experiment experiment, Optional<Operations> operations, Clock clock,
            Journal journal) {
        String zone = experiment.prepare().evacuate();
        return zone == null
                ? Optional.empty()
                : operations.map(means -> new Evacuation(zone, experiment, means, clock, journal));
    }
}
