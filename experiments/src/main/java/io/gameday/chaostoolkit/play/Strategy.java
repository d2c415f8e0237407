package io.gameday.chaostoolkit.play;

import io.gameday.chaostoolkit.ToolkitFile.HypothesisStrategy;
import io.gameday.chaostoolkit.ToolkitFile.RollbackStrategy;
import java.time.Duration;

/// When the steady state is looked at and rollbacks are run: by the file, or by the operator in its place.
///
/// @param every    between two looks beside the method; positive, at most an hour (1 s in Chaos Toolkit)
/// @param failFast whether the method ends with the first look beside it that is not met
public record Strategy(HypothesisStrategy hypothesis, RollbackStrategy rollbacks, Duration every, boolean failFast) {

    public static final Duration USUAL = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    public Strategy {
        if (!every.isPositive() || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "hypothesis frequency is " + every.toMillis() / 1000.0 + " s; allowed: above 0 to 3600");
        }
    }

    boolean before() {
        return switch (hypothesis) {
            case DEFAULT, BEFORE_METHOD_ONLY, CONTINUOUSLY -> true;
            case AFTER_METHOD_ONLY, DURING_METHOD_ONLY, SKIP -> false;
        };
    }

    boolean during() {
        return switch (hypothesis) {
            case DURING_METHOD_ONLY, CONTINUOUSLY -> true;
            case DEFAULT, BEFORE_METHOD_ONLY, AFTER_METHOD_ONLY, SKIP -> false;
        };
    }

    boolean after() {
        return switch (hypothesis) {
            case DEFAULT, AFTER_METHOD_ONLY, CONTINUOUSLY -> true;
            case BEFORE_METHOD_ONLY, DURING_METHOD_ONLY, SKIP -> false;
        };
    }
}
