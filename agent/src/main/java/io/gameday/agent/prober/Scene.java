package io.gameday.agent.prober;

import io.gameday.agent.ledger.Before;
import io.gameday.agent.ledger.Reach;
import io.gameday.observability.Scope;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Observation.Presence;
import io.gameday.target.TargetKind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What every judgement needs to know besides what was seen.
///
/// @param where  what was planned to be hit, in words
/// @param wanted [Presence#BITES] after an injection, [Presence#GONE] after a revert
/// @param alive  whether exactly this process lives
record Scene(String where, Reach reach, Suspects suspects, Presence wanted, Predicate<ProcessIdentity> alive) {

    static Scene of(Scope scope, Reach reach, Suspects suspects, Presence wanted) {
        String where = switch (scope) {
            case Scope.Zone(String zone) -> zone;
            case Scope.CellZone(String _, String zone) -> zone;
            case Scope.Site _,Scope.Cell _,Scope.Instance _ -> scope.toString();
        };
        return new Scene(where, reach, suspects, wanted, ProcessIdentity::alive);
    }

    Scene with(Reach now) {
        return new Scene(where, now, suspects, wanted, alive);
    }

    boolean toBite() {
        return wanted == Presence.BITES;
    }

    /// What is asked of the places in words, as a person calls it.
    String requests() {
        return (reach.own().isEmpty() ? TargetKind.LOCAL : TargetKind.HTTP).requests();
    }

    String wish(String bites, String gone) {
        return toBite() ? bites : gone;
    }

    /// A place whose process nobody named is not known to have ended.
    boolean ended(Reach.Place place) {
        return place.process() != null && !alive.test(place.process());
    }

    /// Planned, and not known to have ended.
    List<Reach.Place> standing() {
        return reach.planned().stream().filter(place -> !ended(place)).toList();
    }

    /// Tasks out of reach that were well before, are not excused, and are hit by `how`, in words.
    List<String> strangers(Predicate<Reach.Place> hit) {
        return bystanders().filter(hit).map(Scene::name).toList();
    }

    private static String name(Reach.Place place) {
        return place.task() + " in " + (place.cell() == null ? "" : place.cell() + " ") + place.zone();
    }

    Stream<Reach.Place> bystanders() {
        return reach.places().stream().filter(place -> place.answered() && !place.planned() && !suspects.excuse(place));
    }

    /// The usual time of an order at a place before the injection. For one that started since it is that of its
    /// neighbours.
    Optional<Duration> before(Reach.Place place) {
        Before own = place.before();
        return own != null && own.median() != null ? Optional.of(own.median()) : usual();
    }

    private Optional<Duration> usual() {
        return Samples.middle(reach.places().stream().map(Reach.Place::before).filter(Objects::nonNull)
                .map(Before::median).filter(Objects::nonNull).toList());
    }

    static String names(List<Reach.Place> places) {
        return String.join(", ", places.stream().map(Reach.Place::task).toList());
    }
}
