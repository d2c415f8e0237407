package io.gameday.cli;

import io.gameday.experiment.Expectation;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.BlastRadius;
import io.gameday.journal.view.Words;
import io.gameday.target.Fault;
import io.gameday.target.OwnSystem;
import io.gameday.traffic.Canaries;
import io.gameday.yaml.Units;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a run would do to a system of a team's own, in words that somebody approves. The hash is of these words, so that
/// nothing can be done that was not read.
///
/// @param lines to be shown
record OwnPlan(List<String> lines) {

    private static final int HASH_DIGITS = 16;

    /// @param experiment of `app: http`
    static OwnPlan of(Experiment experiment) {
        OwnSystem own = Objects.requireNonNull(experiment.system().own());
        List<String> lines = new ArrayList<>();
        lines.add("  system      " + many(own.cells().size(), "cell") + ", " + many(own.zones().size(), "zone") + ", "
                + own.places().size() + " addresses of your own");
        own.places().forEach(place -> lines.add("    " + place + ": " + place.url() + ", health " + place.health()
                + (place.toxiproxy() == null ? "" : ", toxiproxy " + place.toxiproxy() + " proxy " + place.proxy())
                + (place.actuator() == null ? "" : ", actuator " + place.actuator())));
        lines.add("  customers   " + experiment.traffic().customers() + ", together "
                + rate(experiment.traffic().rate()) + ": " + own.request()
                + (own.entry() == null ? " at the zones of each one's cell in turn" : " through " + own.entry()));
        lines.add("  canaries    " + own.request() + " at each of the " + own.places().size() + " addresses, "
                + rate(1000.0 / Canaries.EVERY.toMillis()) + " each");
        lines.add("  steps       " + experiment.steps().size());
        experiment.steps().forEach(step -> {
            lines.add("    " + Words.name(step.fault()) + details(step.fault()) + ", " + Units.words(step.at())
                    + " after the steady state" + (step.lasts() == null ? "" : ", for " + Units.words(step.lasts())));
            List<OwnSystem.Place> hit = own.in(step.fault().scope());
            lines.add("      " + many(hit.size(), "target") + ": "
                    + hit.stream().map(place -> by(step.fault(), own, place)).collect(Collectors.joining(", ")));
        });
        lines.add("  at most     " + radius(experiment.prepare().blastRadius()));
        lines.add("  stops when  " + stops(experiment));
        unseen(experiment, own).forEach(line -> lines.add("  not seen    " + line));
        return new OwnPlan(List.copyOf(lines));
    }

    /// The first digits of a SHA-256.
    String hash() {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// Why what was approved may not be played; empty where it may.
    Optional<String> refusal(String approved) {
        return approved.equals(hash())
                ? Optional.empty()
                : Optional.of("--unleashed is " + approved + ", but the plan of this file is " + hash()
                        + ": it is not the one that was approved, so nothing was started. Read the plan, and approve "
                        + "it with: --unleashed " + hash());
    }

    private static String by(Fault fault, OwnSystem own, OwnSystem.Place place) {
        return place + switch (fault) {
            case Fault.ZoneLatency _,Fault.ZoneLoss _,Fault.ZonePartition _ ->
                " by proxy " + place.proxy() + " at " + place.toxiproxy();
            case Fault.TaskLatency _,Fault.TaskErrors _ -> " by Chaos Monkey at " + place.actuator();
            case Fault.Surge _ -> " by requests" + (own.entry() == null ? "" : " through " + own.entry());
            default -> " by whoever is asked";
        };
    }

    static String details(Fault fault) {
        return switch (fault) {
            case Fault.ZoneLatency slow -> ", " + Units.words(slow.delay()) + " later"
                    + (slow.jitter().isZero() ? "" : " give or take " + Units.words(slow.jitter()));
            case Fault.ZoneLoss loss -> ", " + percent(loss.sharePercent()) + " of the requests";
            case Fault.TaskLatency slow -> ", " + Units.words(slow.delay()) + " later";
            case Fault.TaskErrors errors -> ", " + percent(errors.sharePercent()) + " of the requests";
            case Fault.Surge surge -> ", " + rate(surge.rate()) + " on top";
            case Fault.External external -> ": " + external.what();
            default -> "";
        };
    }

    static String radius(BlastRadius radius) {
        String limits = Stream
                .of(whole(radius.zones(), "zone"), whole(radius.cells(), "cell"), whole(radius.tasks(), "task"),
                        limit(radius.customersPercent(), " % of the customers, else it is stopped"),
                        limit(radius.failedOrdersPercent(), " % of the requests failed, else it is stopped"))
                .flatMap(Optional::stream).collect(Collectors.joining(", "));
        return limits.isEmpty() ? "no limit" : limits;
    }

    private static Optional<String> whole(@Nullable Integer limit, String what) {
        return Optional.ofNullable(limit).map(most -> many(most, what));
    }

    private static Optional<String> limit(@Nullable Double limit, String what) {
        return Optional.ofNullable(limit).map(most -> number(most) + what);
    }

    private static String many(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    static String stops(Experiment experiment) {
        String conditions = experiment.prepare().stopWhen().stream().map(condition -> condition.words())
                .collect(Collectors.joining("; "));
        return conditions.isEmpty() ? "somebody stops it; the experiment names no condition" : conditions;
    }

    private static List<String> unseen(Experiment experiment, OwnSystem own) {
        List<String> unseen = new ArrayList<>();
        if (own.entry() != null) {
            unseen.add(behindEntry("zone", own.zoneHeader()));
        }
        if (own.entry() != null && own.cells().size() > 1) {
            unseen.add(behindEntry("cell", own.cellHeader()));
        }
        unseen.add("whether what was acknowledged is kept: nothing is read back");
        new TreeSet<>(Stream.concat(experiment.detect().stream(), experiment.respond().stream())
                .filter(line -> line instanceof Expectation.AutomationActs || line instanceof Expectation.Interventions)
                .map(Expectation::words).toList())
                .forEach(line -> unseen.add(line + ": what your system does by itself is not told to Gameday"));
        return unseen;
    }

    private static String behindEntry(String place, @Nullable String header) {
        return header == null
                ? "the " + place + " of a customer's request: give system." + place
                        + "Header for those that are answered, or leave system.entry out"
                : "the " + place + " of a customer's request that gets no answer, so no bound is on one " + place
                        + "'s customers: leave system.entry out for that";
    }

    static String percent(double share) {
        return number(share) + " %";
    }

    static String rate(double perSecond) {
        return number(perSecond) + "/s";
    }

    private static String number(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.format(Locale.ROOT, "%s", number);
    }
}
