package io.gameday.engine;

import io.gameday.experiment.Experiment.Escalation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Decides who is paged of one incident, and when. It knows no clock: time comes in, decisions go out.
///
/// ```
/// first alarm ── 0 s ──► on-call ── 5 min, nobody acknowledged ──► incident-manager ──► …
/// ```
///
/// @param steps in the order of their time
record Escalating(List<Escalation> steps) {

    /// Those to page now.
    ///
    /// @param since since the incident began
    /// @param paged how many of the steps were paged already
    List<Escalation> due(Duration since, int paged) {
        return steps.stream().skip(paged).takeWhile(step -> step.after().compareTo(since) <= 0).toList();
    }

    /// How long until somebody is to be paged again; empty when nobody is left.
    Optional<Duration> next(Duration since, int paged) {
        return steps.stream().skip(paged).findFirst().map(step -> step.after().minus(since))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }
}
