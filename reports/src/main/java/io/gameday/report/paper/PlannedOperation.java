package io.gameday.report.paper;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.Doing;
import io.gameday.report.phrase.OwnWords;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A step that is taken by the operators' means, with its times. They count from the first injection, so that what is done
/// before it has a negative time.
///
/// @param step  what predictions name
/// @param kind  as the file calls it, such as `shift`
/// @param words for people, such as `zonal shift away from az1`
/// @param lasts null where it stays until it is changed again, and where nothing stays
/// @param ends  when it is taken back; null where it is not
public record PlannedOperation(String step, String kind, String words, Duration at, @Nullable Duration lasts,
        @Nullable Duration ends) implements OwnWords {

    @Override
    public Set<String> ownWords() {
        return Set.of("step", "kind");
    }

    /// In the order in which they are begun.
    static List<PlannedOperation> of(Experiment experiment) {
        Duration zero = PlannedFault.zero(experiment);
        return experiment.operations().stream().map(step -> of(step, zero))
                .sorted(Comparator.comparing(PlannedOperation::at)).toList();
    }

    private static PlannedOperation of(Doing step, Duration zero) {
        Duration at = step.at().minus(zero);
        Duration lasts = step.lasts();
        return new PlannedOperation(step.name(), step.operation().kind(), step.operation().words(), at, lasts,
                lasts == null ? null : at.plus(lasts));
    }
}
