package io.gameday.report.facts;

import io.gameday.experiment.Impact;
import io.gameday.journal.Event;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import java.util.Optional;

/// How one slice of the system lies to another, and whether what is said of one is about the customers of the other.
public final class Place {

    private Place() {
    }

    /// Whether all of `part` lies in `whole`.
    public static boolean within(Scope part, Scope whole) {
        return part.equals(whole) || switch (part) {
            case Scope.CellZone(String cell, String zone) -> whole.covers(cell, zone);
            case Scope.Zone _,Scope.Cell _ -> whole instanceof Scope.Site;
            case Scope.Site _,Scope.Instance _ -> false;
        };
    }

    /// Whether what is said of `told` is about what customers of `place` suffer in that second: `told` holds all of it, or
    /// the part that they share is where requests failed. A zone that went dark says nothing of customers who are hurt
    /// in the others.
    public static boolean about(Scope told, Scope place, Event.SecondMeasured second, Impact impact) {
        return within(place, told) || shared(told, place).map(part -> failing(part, second, impact)).orElse(false);
    }

    private static Optional<Scope> shared(Scope told, Scope place) {
        if (within(told, place)) {
            return Optional.of(told);
        }
        if (told instanceof Scope.Zone(String zone) && place instanceof Scope.Cell(String cell)) {
            return Optional.of(new Scope.CellZone(cell, zone));
        }
        if (told instanceof Scope.Cell(String cell) && place instanceof Scope.Zone(String zone)) {
            return Optional.of(new Scope.CellZone(cell, zone));
        }
        return Optional.empty();
    }

    /// By the answers that customers got from there, or by the attempts at it that they waited for.
    private static boolean failing(Scope part, Event.SecondMeasured second, Impact impact) {
        return impact.bad(SeriesName.tally(second, Observer.CUSTOMER, part))
                || impact.bad(SeriesName.tally(second, Observer.ATTEMPT, part));
    }
}
