package io.gameday.chaostoolkit.play;

import io.gameday.chaostoolkit.Tolerance.Judgement;
import java.util.List;
import java.util.Optional;

/// One look at the steady state.
///
/// @param probes up to the first that is not met: those behind it were not asked
public record Looked(When when, List<Performed> probes) {

    /// Before the method, beside it, after it; and after the rollbacks, where Chaos Toolkit does not look.
    public enum When {
        BEFORE, DURING, AFTER, PROOF
    }

    public Looked {
        probes = List.copyOf(probes);
    }

    public boolean met() {
        return probes.stream().allMatch(Performed::held);
    }

    /// Whether it could not be told, because a probe failed or its output could not be judged.
    boolean unreadable() {
        return last().filter(probe -> !(probe.judgement() instanceof Judgement.NotHeld)).isPresent() && !met();
    }

    /// Why it is not met; empty when it is.
    public String why() {
        if (met()) {
            return "";
        }
        return last().map(probe -> "'" + probe.activity().name() + "': " + probe.why()).orElse("");
    }

    private Optional<Performed> last() {
        return probes.isEmpty() ? Optional.empty() : Optional.of(probes.getLast());
    }
}
