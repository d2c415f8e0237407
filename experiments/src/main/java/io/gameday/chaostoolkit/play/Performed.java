package io.gameday.chaostoolkit.play;

import io.gameday.chaostoolkit.Activity;
import io.gameday.chaostoolkit.Json;
import io.gameday.chaostoolkit.Tolerance.Judgement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came of one activity.
///
/// @param start     of the call, after the pause before it
/// @param end       of the call, before the pause after it
/// @param judgement of a probe that was held against a tolerance
public record Performed(Activity activity, Instant start, Instant end, Result result, @Nullable Judgement judgement) {

    public sealed interface Result {
        /// @param output with a status of failure too: Chaos Toolkit counts an answer of 500 as a success
        record Done(Json output) implements Result {
        }

        record Failed(String why) implements Result {
        }

        /// It breaks something, and nobody has allowed that.
        record Withheld() implements Result {
        }
    }

    public boolean held() {
        return judgement instanceof Judgement.Held;
    }

    /// Why it did not hold; empty when it did.
    String why() {
        return switch (judgement) {
            case Judgement.NotHeld(String observation) -> observation;
            case Judgement.Unknown(String why) -> why;
            case Judgement.Held _ -> "";
            case null -> result instanceof Result.Failed(String why) ? why : "it was not asked";
        };
    }

    Performed judged(Judgement by) {
        return new Performed(activity, start, end, result, by);
    }
}
