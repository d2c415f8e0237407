package io.gameday.chaostoolkit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the output of a probe has to be. Whether it is, [ToleranceCheck] says, by the rules of Chaos Toolkit.
public sealed interface Tolerance {

    /// One that needs nothing but the output.
    sealed interface OfOutput extends Tolerance {
    }

    /// A truth, a whole number or a text. A whole number is held against the status of an output that has one.
    record Equal(Json expected) implements OfOutput {
    }

    /// A list. An output with a status has to have one of these; of every other, a list of two gives the lowest and the
    /// highest value, and one of any other length the values themselves.
    record In(List<Json> allowed) implements OfOutput {
        public In {
            allowed = List.copyOf(allowed);
        }
    }

    /// @param lower  included
    /// @param upper  included
    /// @param target key of the output to look at; the whole output when it is null or there is no such key
    record Range(BigDecimal lower, BigDecimal upper, @Nullable String target) implements OfOutput {
    }

    /// @param pattern of Python, to be found anywhere
    record Regex(String pattern, @Nullable String target) implements OfOutput {
    }

    /// @param expect what it has to find; null for anything
    /// @param count  how many it has to find, where nothing is expected
    record JsonPath(String path, @Nullable Json expect, @Nullable Integer count,
            @Nullable String target) implements OfOutput {
    }

    /// Another probe decides: it is called with the output as its argument `value`.
    record ProbeCall(Activity probe) implements Tolerance {

        /// The probe with the output of another as its argument `value`; only functions take arguments.
        public Activity with(Json output) {
            return probe.provider() instanceof Provider.Python python
                    ? probe.calling(python.with("value", output))
                    : probe;
        }

        /// @param answer empty when it failed
        public Judgement judge(Optional<Json> answer) {
            return answer.map(
                    it -> Judgement.of(it.truthy(), "probe '" + probe.name() + "' said " + ToleranceCheck.shown(it)))
                    .orElseGet(() -> new Judgement.NotHeld("probe '" + probe.name() + "' failed"));
        }
    }

    /// Of what is written without fields; empty for what is none, such as a decimal.
    static Optional<OfOutput> of(Json written) {
        return switch (written) {
            case Json.Truth _,Json.Text _ -> Optional.of(new Equal(written));
            case Json.Number(var _, boolean whole) -> whole ? Optional.of(new Equal(written)) : Optional.empty();
            case Json.Items(List<Json> items) -> Optional.of(new In(items));
            case Json.Null _,Json.Group _ -> Optional.empty();
        };
    }

    /// What was concluded from an output.
    sealed interface Judgement {
        record Held() implements Judgement {
        }

        record NotHeld(String observation) implements Judgement {
        }

        /// It could not be told: Chaos Toolkit breaks off here, which never counts as held.
        record Unknown(String why) implements Judgement {
        }

        static Judgement of(boolean held, String observation) {
            return held ? new Held() : new NotHeld(observation);
        }
    }

    /// The part of an output that `target` names; empty when it cannot have parts.
    static Optional<Json> part(Json output, @Nullable String target) {
        if (target == null || target.isEmpty()) {
            return Optional.of(output);
        }
        return output instanceof Json.Group(Map<String, Json> fields)
                ? Optional.of(fields.getOrDefault(target, output))
                : Optional.empty();
    }
}
