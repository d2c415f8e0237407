package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What one knock at each address of a reach showed, all at about the same time.
///
/// @param sights by address
record Look(Map<String, Sight> sights) {

    Sight at(String address) {
        return sights.getOrDefault(address, new Sight.Silent("was not asked", Duration.ZERO));
    }

    boolean answers(String address) {
        return at(address) instanceof Sight.Answers;
    }

    boolean refuses(String address) {
        return at(address) instanceof Sight.Refuses;
    }

    /// The machine answers and is the one of its zone.
    boolean powered(Reach.Machine machine) {
        return at(machine.address()) instanceof Sight.Answers(int status, String body, Duration _) && status == 200
                && body.contains("\"" + machine.zone() + "\"");
    }

    long count(List<Reach.Place> places, Predicate<String> what) {
        return places.stream().filter(place -> what.test(place.address())).count();
    }

    String words(String address) {
        return switch (at(address)) {
            case Sight.Answers(int status, String _, Duration _) -> "answers " + status;
            case Sight.Refuses() -> "refuses connections";
            case Sight.BreaksOff(String why) -> "breaks off (" + why + ")";
            case Sight.Silent(String why, Duration _) -> "does not answer (" + why + ")";
        };
    }
}
