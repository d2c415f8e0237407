package io.gameday.report.scorecard;

import io.gameday.report.facts.RunFacts;
import io.gameday.report.scorecard.DurationValue.End;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

import static io.gameday.report.text.Figures.seconds;

/// The durations of a run. A missing instant gives "not measured", never zero.
final class Durations {

    private static final String NOT_MEASURED = "not measured";
    private static final String NO_IMPACT = "no impact";
    private static final String NO_FAULT = "nothing was injected";

    private final RunFacts facts;
    private final Milestones at;
    private final List<ImpactWindow> windows;

    Durations(RunFacts facts, Milestones milestones, List<ImpactWindow> windows) {
        this.facts = facts;
        this.at = milestones;
        this.windows = windows;
    }

    List<DurationValue> all() {
        End impact = new End("impact", at.impactStart());
        End alarm = new End("first alarm", at.firstAlarm());
        End injected = new End("fault injected", at.injected());
        return List.of(
                between("detect", "tD − t0", impact, new End("alarm told of it", told()), ifMissing(undetected())),
                between("alarmLatency", "tA − tF", injected, alarm, planned() ? NOT_MEASURED : NO_FAULT),
                between("engage", "tE − tA", alarm, new End("page acknowledged", at.engaged()),
                        Objects.requireNonNullElse(facts.started().answersUnknown(), NOT_MEASURED)),
                between("mitigateFromImpact", "tM − t0", impact, new End("mitigated", at.mitigated()),
                        ifMissing(unmitigated())),
                removal(),
                between("recover", "tR − t0", impact, new End("recovered", at.recovered()), ifMissing(NOT_MEASURED)),
                total());
    }

    /// Another alarm may have come earlier, but not about those who were hurt.
    private @Nullable Instant told() {
        return windows.stream().map(ImpactWindow::told).filter(Objects::nonNull).map(ImpactWindow.Told::at)
                .min(Comparator.naturalOrder()).orElse(null);
    }

    private boolean planned() {
        return facts.started().target().planned();
    }

    private String ifMissing(String otherwise) {
        return at.impactStart() != null ? otherwise : facts.measured() ? NO_IMPACT : NOT_MEASURED;
    }

    private String undetected() {
        Instant start = at.impactStart();
        String unread = windows.stream().map(ImpactWindow::unread).filter(Objects::nonNull).findFirst().orElse(null);
        if (unread != null) {
            return "not known: " + unread;
        }
        return start == null ? NO_IMPACT : "not detected (> " + seconds(Duration.between(start, facts.last())) + ")";
    }

    private String unmitigated() {
        Instant start = at.impactStart();
        Instant ended = at.faultsEnded() == null ? facts.measuredUntil() : at.faultsEnded();
        if (start == null || ended == null || ended.isBefore(start)) {
            return NOT_MEASURED;
        }
        String least = seconds(Duration.between(start, ended));
        return at.faultsEnded() == null
                ? "not over when the journal ended (> " + least + ")"
                : "not while the fault lasted (> " + least + ")";
    }

    private DurationValue removal() {
        End from = new End("last fault taken away", at.faultsEnded());
        boolean late = at.mitigated() == null && at.faultsEnded() != null;
        End to = new End("back within the objective", late ? at.impactOver() : null);
        String otherwise = !planned()
                ? NO_FAULT
                : at.mitigated() != null ? "mitigated before" : ifMissing(NOT_MEASURED);
        return between("recoveredAfterRemoval", "tM − fault ended", from, to, otherwise);
    }

    private DurationValue total() {
        Duration sum = windows.stream().map(ImpactWindow::length).reduce(Duration.ZERO, Duration::plus);
        End from = new End("window starts", windows.isEmpty() ? null : windows.getFirst().from());
        End to = new End("window ends", windows.isEmpty() ? null : windows.getLast().to());
        if (windows.isEmpty()) {
            return new DurationValue("impactTotal", "Σ impact windows", from, to, null, ifMissing(NOT_MEASURED));
        }
        String atLeast = windows.getLast().open() ? "≥ " : "";
        return new DurationValue("impactTotal", "Σ impact windows", from, to, sum, atLeast + seconds(sum));
    }

    private static DurationValue between(String name, String formula, End from, End to, String otherwise) {
        @Nullable
        Instant begin = from.at();
        @Nullable
        Instant end = to.at();
        if (begin == null || end == null) {
            return new DurationValue(name, formula, from, to, null, otherwise);
        }
        Duration value = Duration.between(begin, end);
        return new DurationValue(name, formula, from, to, value, seconds(value));
    }
}
