package io.gameday.report.history;

import io.gameday.journal.Verdict;
import io.gameday.report.history.PastRun.Judged;
import io.gameday.report.history.PastRun.Settings;
import io.gameday.report.history.PastRun.Value;
import io.gameday.report.text.Figures;
import io.gameday.target.TargetKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Past runs by hand, an hour apart from 10:00 on.
public final class Runs {

    public static final Instant BEGIN = Instant.parse("2026-11-21T10:00:00Z");
    static final Quantity DETECT = Quantity.duration("detect", "tD − t0");

    private final List<PastRun> runs = new ArrayList<>();

    /// @param detect in seconds; null where nobody detected it
    public Runs run(int hour, String experiment, TargetKind target, int exitCode, @Nullable Double detect) {
        Value value = detect == null
                ? new Value(DETECT, null, false, "not detected (> 4" + hour + ".0 s)")
                : new Value(DETECT, detect, false, Figures.seconds(Duration.ofMillis(Math.round(detect * 1000))));
        return add(hour, experiment, target, exitCode, value);
    }

    public Runs add(int hour, String experiment, TargetKind target, int exitCode, Value detect) {
        Verdict verdict = exitCode == 0 ? Verdict.HELD : exitCode == 3 ? Verdict.BROKEN : Verdict.UNKNOWN;
        boolean scaled = !experiment.endsWith("unscaled");
        String name = "2026-11-21T" + (10 + hour) + "-00-00Z-" + experiment;
        runs.add(new PastRun(name, name, BEGIN.plusSeconds(3600L * hour), experiment, "Lose a zone", target,
                new Settings(scaled ? 150 : 100, 40, 120, 0.999), 7, verdict, exitCode, false,
                List.of(detect, new Value(Quantity.HURT, scaled ? 0.0 : 1.0, false, scaled ? "0 of 40" : "40 of 40")),
                List.of(new Judged("p1", "alarm zone-impact az1", "≤ 15 s", Verdict.HELD),
                        new Judged("p2", "availability ≥ 99.9 % for 20 s", "≤ 10 s", verdict))));
        return this;
    }

    public PastRuns past(PastRuns.Unread... unread) {
        return new PastRuns(runs.stream().sorted(Comparator.comparing(PastRun::at)).toList(), List.of(unread));
    }
}
