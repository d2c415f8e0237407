package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Fault;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What a look means for a fault. Pure: the look and the living processes in, the observation out.
final class Judgement {

    private final Reach reach;
    private final Suspects suspects;
    private final Presence wanted;
    private final Predicate<ProcessIdentity> alive;

    /// @param wanted [Presence#BITES] after an injection, [Presence#GONE] after a revert
    /// @param alive  whether exactly this process lives
    Judgement(Reach reach, Suspects suspects, Presence wanted, Predicate<ProcessIdentity> alive) {
        this.reach = reach;
        this.suspects = suspects;
        this.wanted = wanted;
        this.alive = alive;
    }

    Observation of(Fault fault, Look look) {
        return switch (fault) {
            case Fault.ZonePowerLoss(String zone) -> power(zone, look);
            case Fault.TaskCrash(String cell, String zone) -> crash(cell, zone, look);
            default -> new Observation(Presence.UNKNOWN, "effect of " + fault.kind(), "not looked at",
                    "a look for this kind is not built yet");
        };
    }

    private Observation power(String zone, Look look) {
        List<Reach.Place> planned = reach.planned();
        long answering = look.count(planned, look::answers);
        long refusing = look.count(planned, look::refuses);
        String measure = "machine and tasks of " + zone;
        String wish = wanted == Presence.BITES
                ? "machine refuses connections, 0 of " + planned.size() + " tasks answer"
                : "machine answers and names " + zone;
        Reach.Machine machine = reach.machine(zone).orElse(null);
        if (machine == null) {
            return new Observation(Presence.UNKNOWN, measure, "no machine of " + zone + " is known", wish);
        }
        String value = "machine " + look.words(machine.address()) + ", " + answering + " of " + planned.size()
                + " tasks answer";
        boolean dark = look.refuses(machine.address()) && refusing == planned.size();
        boolean lit = look.powered(machine) && (wanted == Presence.GONE || answering == planned.size());
        List<String> strangers = new ArrayList<>(suspects.machines(Set.of(zone), reach, look));
        if (wanted == Presence.BITES) {
            strangers.addAll(suspects.tasks(reach, look));
        }
        return observation(strangers, zone, dark, lit, measure, value, wish);
    }

    private Observation crash(String cell, String zone, Look look) {
        List<Reach.Place> candidates = reach.planned().stream().filter(Reach.Place::answered).toList();
        long refusing = look.count(candidates, look::refuses);
        long answering = look.count(candidates, look::answers);
        long dead = candidates.stream().filter(place -> look.refuses(place.address()) && ended(place)).count();
        boolean clear = refusing + answering == candidates.size();
        String measure = "tasks of " + cell + " in " + zone + " that accept connections, of those before";
        String value = answering + " of " + candidates.size() + ", " + dead + " of their processes ended";
        String wish = wanted == Presence.BITES
                ? (candidates.size() - 1) + " of " + candidates.size() + ", 1 of their processes ended"
                : "each either answers or its process has ended";
        boolean bites = clear && refusing == 1 && dead == 1;
        boolean nothingLeft = clear && refusing == dead && (wanted == Presence.GONE || refusing == 0);
        List<String> strangers = wanted == Presence.BITES ? suspects.tasks(reach, look) : List.of();
        return wanted == Presence.GONE
                ? observation(strangers, zone, false, nothingLeft, measure, value, wish)
                : observation(strangers, zone, bites, nothingLeft, measure, value, wish);
    }

    /// A place whose process nobody named is taken for ended when it refuses connections.
    private boolean ended(Reach.Place place) {
        return place.process() == null || !alive.test(place.process());
    }

    private static Observation observation(List<String> strangers, String zone, boolean bites, boolean gone,
            String measure, String value, String wish) {
        if (!strangers.isEmpty()) {
            return new Observation(
                    Presence.UNKNOWN, measure, value + "; hit outside the plan: planned " + zone + ", but "
                            + String.join(", ", strangers) + " no longer answers",
                    wish + ", nothing outside " + zone + " hit");
        }
        Presence presence = bites ? Presence.BITES : gone ? Presence.GONE : Presence.UNKNOWN;
        return new Observation(presence, measure, value, wish);
    }
}
