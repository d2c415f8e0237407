package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import io.gameday.target.Observation.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Whether zones and tasks answer at all. Pure: the look and the living processes in, the finding out.
final class DarkJudgement {

    private static final String NO_ANSWER = "no longer answers";

    private final Scene scene;
    private final Reach reach;

    DarkJudgement(Scene scene) {
        this.scene = scene;
        reach = scene.reach();
    }

    /// The zone's machine and all its tasks refuse connections; gone when the machine answers.
    Finding power(String zone, Look look) {
        List<Reach.Place> planned = reach.planned();
        long answering = look.count(planned, look::answers);
        String measure = "machine and tasks of " + zone;
        String wish = scene.wish("machine refuses connections, 0 of " + planned.size() + " tasks answer",
                "machine answers and names " + zone);
        Reach.Machine machine = reach.machine(zone).orElse(null);
        if (machine == null) {
            return Finding.blind(scene, measure, "no machine of " + zone + " is known", wish);
        }
        String value = "machine " + look.words(machine.address()) + ", " + answering + " of " + planned.size()
                + " tasks answer";
        boolean dark = look.refuses(machine.address()) && planned.stream().allMatch(place -> down(place, look));
        boolean lit = look.powered(machine) && (!scene.toBite() || answering == planned.size());
        return finding(dark, lit, measure, value, wish, strangers(zone, look, look::refuses, true));
    }

    /// Neither the zone's machine nor any of its tasks answers, and not all of them merely died; gone when the machine
    /// answers and each of its tasks does or has ended.
    Finding partition(String zone, Look look) {
        List<Reach.Place> planned = reach.planned();
        long answering = look.count(planned, look::answers);
        String measure = "machine and tasks of " + zone + " that answer";
        String wish = scene.wish("machine does not answer, 0 of " + planned.size() + " tasks answer",
                "machine answers and names " + zone + ", each task either answers or has ended");
        if (!reach.own().isEmpty()) {
            return partition(zone, planned, answering, look);
        }
        Reach.Machine machine = reach.machine(zone).orElse(null);
        if (machine == null) {
            return Finding.blind(scene, measure, "no machine of " + zone + " is known", wish);
        }
        long ended = planned.stream().filter(place -> dead(place, look)).count();
        String value = "machine " + look.words(machine.address()) + ", " + answering + " of " + planned.size()
                + " tasks answer" + (ended > 0 ? ", " + ended + (ended == 1 ? " has" : " have") + " ended" : "");
        boolean cut = !look.answers(machine.address()) && !asked(look, machine).isEmpty() && answering == 0;
        boolean there = look.powered(machine)
                && planned.stream().allMatch(place -> look.answers(place.address()) || dead(place, look));
        Predicate<String> mute = address -> !look.answers(address);
        return finding(cut, there, measure, value, wish, strangers(zone, look, mute, scene.toBite()));
    }

    /// Of a system of a team's own nothing is known but its places: none answers, and not one of them merely refuses.
    private Finding partition(String zone, List<Reach.Place> planned, long answering, Look look) {
        String measure = "addresses of " + zone + " that answer";
        String value = answering + " of " + planned.size();
        String wish = scene.wish("0 of " + planned.size() + ", and connections lost, not refused",
                planned.size() + " of " + planned.size());
        boolean cut = !planned.isEmpty() && planned.stream().allMatch(place -> look.at(place.address()).lost());
        return finding(cut, answering == planned.size(), measure, value, wish,
                scene.toBite() ? scene.strangers(place -> look.at(place.address()).lost()) : List.of());
    }

    /// What was really asked and kept silent: a look that failed on our side shows nothing.
    private List<String> asked(Look look, Reach.Machine machine) {
        List<String> addresses = new ArrayList<>(reach.planned().stream().map(Reach.Place::address).toList());
        addresses.add(machine.address());
        return addresses.stream().filter(address -> look.at(address).lost()).toList();
    }

    /// Exactly one task refuses, and its process has ended; or answers again, by another process that took its place.
    Finding crash(String cell, String zone, Look look) {
        List<Reach.Place> candidates = candidates();
        long refusing = candidates.stream().filter(place -> down(place, look)).count();
        long answering = look.count(candidates, look::answers);
        long dead = candidates.stream().filter(place -> fell(place, look)).count();
        boolean clear = refusing + answering == candidates.size();
        String measure = "tasks of " + cell + " in " + zone + " that accept connections, of those before";
        String value = answering + " of " + candidates.size() + ", " + dead + " of their processes ended";
        String wish = scene.wish((candidates.size() - 1) + " of " + candidates.size() + ", 1 of their processes ended",
                "each either answers or its process has ended");
        boolean explained = clear
                && candidates.stream().allMatch(place -> look.answers(place.address()) || fell(place, look));
        boolean bites = scene.toBite() && explained && dead == 1;
        boolean nothingLeft = explained && (!scene.toBite() || dead == 0);
        return finding(bites, nothingLeft, measure, value, wish, scene.toBite() ? fallen(look) : List.of());
    }

    /// Exactly one task keeps silent while its process lives; gone when each answers or has ended. The host stops the one
    /// that runs longest, also when it did not answer before, so the end is asked of all that were planned.
    Finding hang(String cell, String zone, Look look) {
        List<Reach.Place> candidates = scene.toBite() ? candidates() : reach.planned();
        long answering = look.count(candidates, look::answers);
        long hung = candidates.stream().filter(place -> hangs(place, look)).count();
        long dead = candidates.stream().filter(place -> over(place, look)).count();
        String measure = "tasks of " + cell + " in " + zone + " that answer"
                + (scene.toBite() ? ", of those before" : "");
        String value = answering + " of " + candidates.size() + ", " + hung + " silent with a living process, " + dead
                + " ended";
        String wish = scene.wish(
                (candidates.size() - 1) + " of " + candidates.size() + ", 1 silent with a living process",
                "each either answers or its process has ended");
        boolean bites = hung == 1 && answering == candidates.size() - 1;
        boolean gone = !reach.planned().isEmpty() && reach.planned().stream()
                .allMatch(place -> look.answers(place.address()) || !scene.toBite() && over(place, look));
        return finding(bites, gone, measure, value, wish, scene.strangers(place -> hangs(place, look)));
    }

    private List<Reach.Place> candidates() {
        return reach.planned().stream().filter(Reach.Place::answered).toList();
    }

    private boolean hangs(Reach.Place place, Look look) {
        return look.at(place.address()) instanceof Sight.Silent silent && silent.lost() && place.process() != null
                && !scene.ended(place);
    }

    /// Refuses; or somebody in between accepts for it and it is known to have ended.
    private boolean down(Reach.Place place, Look look) {
        return look.refuses(place.address())
                || look.at(place.address()) instanceof Sight.BreaksOff && scene.ended(place);
    }

    /// A place whose process nobody named is taken for ended when it refuses connections.
    private boolean dead(Reach.Place place, Look look) {
        return down(place, look) && (place.process() == null || scene.ended(place));
    }

    /// Its process has ended, whatever answers in its place.
    private boolean fell(Reach.Place place, Look look) {
        return dead(place, look) || place.process() != null && look.answers(place.address()) && scene.ended(place);
    }

    /// What has ended does not hang, whoever keeps silent in its place.
    private boolean over(Reach.Place place, Look look) {
        return scene.ended(place) || dead(place, look);
    }

    private List<String> fallen(Look look) {
        return scene.strangers(place -> down(place, look));
    }

    private List<String> strangers(String zone, Look look, Predicate<String> how, boolean tasksToo) {
        List<String> strangers = new ArrayList<>(scene.suspects().machines(zone, reach, how));
        if (tasksToo && scene.wanted() == Presence.BITES) {
            strangers.addAll(scene.strangers(place -> down(place, look) || how.test(place.address())));
        }
        return strangers;
    }

    private Finding finding(boolean bites, boolean gone, String measure, String value, String wish,
            List<String> strangers) {
        return new Finding(bites, gone, measure, value, wish, scene.where(), strangers, NO_ANSWER);
    }
}
