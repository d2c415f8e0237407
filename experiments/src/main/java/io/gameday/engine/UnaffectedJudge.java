package io.gameday.engine;

import io.gameday.experiment.Expectation.CustomersUnaffected;
import io.gameday.experiment.Impact;
import io.gameday.observability.Observer;
import io.gameday.observability.Tally;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What customers suffer from a step must be over, for good, within a time that counts from its first bad second. Held
/// only at the end of the run: until then it may return. Impact that was there when the fault was taken away and went
/// with it says nothing about the time it would have lasted: unknown.
///
/// ```
///  injected   impact begins                 over     returns  over for good
///     │ ok  ok  │ bad bad bad bad bad bad bad │ ok ok ok │ bad bad │ ok ok …
///               └──────────────────── within ─────────────────────┘
/// ```
final class UnaffectedJudge implements Judge {

    private final CustomersUnaffected expected;
    private final Impact impact;
    private @Nullable Duration injected;
    /// Another step was injected since: what begins from here on is that one's.
    private boolean anothersTurn;
    private boolean measured;
    private @Nullable Duration from;
    private @Nullable Duration to;
    private boolean wellSince;
    /// How long the fault had lasted when it was taken away with customers affected.
    private @Nullable Duration takenAway;

    UnaffectedJudge(CustomersUnaffected expected, Impact impact) {
        this.expected = expected;
        this.impact = impact;
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        switch (observed) {
            case Observed.Injected(Duration at, var _, String step) -> {
                anothersTurn = injected != null;
                injected = injected == null && mine(step) ? at : injected;
            }
            case Observed.FaultEnding(Duration at, String step) when injected != null && mine(step) && affected() ->
                takenAway = at.minus(injected);
            case Observed.Measured(Duration begin, Duration end, var second) when injected != null
                    && end.compareTo(injected) > 0 -> {
                measured(begin.compareTo(injected) < 0 ? injected : begin, end,
                        second.tally(Observer.CUSTOMER, expected.scope()));
                return tooLong();
            }
            case Observed.Closed _ when injected != null -> {
                return Optional.of(atTheEnd(injected));
            }
            default -> {
                // Nothing else bears on what customers suffer.
            }
        }
        return Optional.empty();
    }

    private boolean mine(String step) {
        return expected.of() == null || expected.of().equals(step);
    }

    private boolean affected() {
        return to != null && !wellSince;
    }

    private void measured(Duration begin, Duration end, Tally tally) {
        measured |= tally.requests() > 0;
        if (impact.bad(tally)) {
            boolean goesOn = to != null && begin.minus(to).compareTo(Impact.JOIN) <= 0;
            if (goesOn || !anothersTurn) {
                from = from == null ? begin : from;
                to = end;
                wellSince = false;
            }
        } else if (tally.requests() > 0) {
            wellSince = true;
        }
    }

    private Optional<Ruling> tooLong() {
        if (from == null || to == null || injected == null || to.minus(from).compareTo(expected.within()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Ruling.broken("> " + Units.words(expected.within()), span(from, to, injected)));
    }

    private Ruling atTheEnd(Duration zero) {
        if (!measured) {
            return Ruling.unknown("there were no requests after the injection");
        }
        if (from == null || to == null) {
            return Ruling.held("not affected", "no second was below the objective");
        }
        String least = Units.words(to.minus(from));
        if (!wellSince) {
            return Ruling.unknown("customers were affected for " + least + " when they were last measured");
        }
        if (takenAway != null) {
            return Ruling
                    .unknown("customers were affected for " + least + " and not well while the fault lasted, which "
                            + "was " + Units.words(takenAway) + ": too short to tell; let it last longer");
        }
        return Ruling.held("after " + least, span(from, to, zero));
    }

    private static String span(Duration from, Duration to, Duration zero) {
        return "affected from +" + Units.words(from.minus(zero)) + " to +" + Units.words(to.minus(zero))
                + " after the injection";
    }

    @Override
    public String wanted() {
        return "≤ " + Units.words(expected.within());
    }
}
