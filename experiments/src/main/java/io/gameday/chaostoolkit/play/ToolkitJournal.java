package io.gameday.chaostoolkit.play;

import io.gameday.chaostoolkit.Json;
import io.gameday.chaostoolkit.PlannedActivity.Section;
import io.gameday.chaostoolkit.Written;
import io.gameday.chaostoolkit.play.Looked.When;
import io.gameday.chaostoolkit.play.Performed.Result;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The journal of a run as Chaos Toolkit writes one, so that its tools can read it; and what we made of it under `gameday`.
/// It can be asked for at any time: what is not over yet counts as aborted, which is what a run that was killed is.
public final class ToolkitJournal implements Follower {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx")
            .withZone(ZoneOffset.UTC);

    private final Written written;
    private final String version;
    private final String node;
    private final Instant start;
    private final Map<Integer, Performed> method = new TreeMap<>();
    private final Map<Integer, Performed> rollbacks = new TreeMap<>();
    private final List<Looked> looks = new ArrayList<>();

    /// @param version of Gameday
    /// @param node    the machine's name
    public ToolkitJournal(Written written, String version, String node, Instant start) {
        this.written = written;
        this.version = version;
        this.node = node;
        this.start = start;
    }

    @Override
    public void performed(Section section, int index, Performed performed) {
        switch (section) {
            case METHOD -> method.put(index, performed);
            case ROLLBACKS -> rollbacks.put(index, performed);
            case CONFIGURATION, SAFEGUARDS, STEADY_STATE -> {
                // Chaos Toolkit keeps no entry of these.
            }
        }
    }

    @Override
    public void looked(Looked looked) {
        looks.add(looked);
    }

    /// @param end     until now
    /// @param outcome null while it runs
    public Json.Group json(Instant end, @Nullable Outcome outcome) {
        Map<String, Json> journal = new LinkedHashMap<>();
        journal.put("chaoslib-version", Json.text("gameday " + version));
        journal.put("platform", Json.text(System.getProperty("os.name") + "-" + System.getProperty("os.version")));
        journal.put("node", Json.text(node));
        journal.put("experiment", written.experiment());
        journal.put("start", time(start));
        journal.put("status", Json.text(outcome == null ? "aborted" : word(outcome.status())));
        journal.put("deviated", Json.truth(outcome != null && outcome.deviated()));
        journal.put("steady_states", states());
        journal.put("run", entries(method));
        journal.put("rollbacks", entries(rollbacks));
        journal.put("end", time(end));
        journal.put("duration", seconds(start, end));
        journal.put("gameday", ours(outcome));
        return new Json.Group(journal);
    }

    private Json ours(@Nullable Outcome outcome) {
        Map<String, Json> ours = new LinkedHashMap<>();
        ours.put("verdict", Json.text(outcome == null ? "not over" : outcome.code().name().toLowerCase(Locale.ROOT)));
        if (outcome != null) {
            ours.put("exit_code", Json.number(outcome.code().code()));
            ours.put("reasons", new Json.Items(outcome.reasons().stream().map(Json::text).toList()));
        }
        last(When.PROOF).ifPresent(proof -> ours.put("after_rollbacks", state(proof)));
        return new Json.Group(ours);
    }

    private Json states() {
        Map<String, Json> states = new LinkedHashMap<>();
        states.put("before", last(When.BEFORE).map(this::state).orElse(Json.NULL));
        states.put("after", last(When.AFTER).map(this::state).orElse(Json.NULL));
        states.put("during",
                new Json.Items(looks.stream().filter(look -> look.when() == When.DURING).map(this::state).toList()));
        return new Json.Group(states);
    }

    private Optional<Looked> last(When when) {
        return looks.stream().filter(look -> look.when() == when).reduce((earlier, later) -> later);
    }

    private Json state(Looked looked) {
        Map<String, Json> state = new LinkedHashMap<>();
        state.put("steady_state_met", Json.truth(looked.met()));
        state.put("probes", new Json.Items(looked.probes().stream().map(probe -> {
            Map<String, Json> entry = entry(probe);
            entry.put("tolerance_met", Json.truth(probe.held()));
            return (Json) new Json.Group(entry);
        }).toList()));
        return new Json.Group(state);
    }

    private Json entries(Map<Integer, Performed> performed) {
        return new Json.Items(performed.values().stream().map(one -> (Json) new Json.Group(entry(one))).toList());
    }

    private Map<String, Json> entry(Performed performed) {
        Map<String, Json> entry = new LinkedHashMap<>();
        entry.put("activity", written.of(performed.activity()));
        switch (performed.result()) {
            case Result.Done(Json output) -> {
                entry.put("output", output);
                entry.put("status", Json.text("succeeded"));
            }
            case Result.Failed(String why) -> {
                entry.put("output", Json.NULL);
                entry.put("status", Json.text("failed"));
                entry.put("exception", Json.items(Json.text(why)));
            }
            case Result.Withheld _ -> {
                entry.put("output", Json.NULL);
                entry.put("status", Json.text("withheld"));
            }
        }
        entry.put("start", time(performed.start()));
        entry.put("end", time(performed.end()));
        entry.put("duration", seconds(performed.start(), performed.end()));
        return entry;
    }

    private static Json time(Instant instant) {
        return Json.text(TIME.format(instant));
    }

    private static Json seconds(Instant from, Instant to) {
        return new Json.Number(BigDecimal.valueOf(Duration.between(from, to).toMillis()).movePointLeft(3), false);
    }

    private static String word(Outcome.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
