package io.gameday.aws.fis.local;

import io.gameday.target.Fidelity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an action becomes here.
///
/// @param steps each as an experiment file has it, without `name` and `at`; empty for a wait and for what is unsupported
public record Mapped(List<Map<String, String>> steps, Fidelity fidelity) {

    static final Mapped NOTHING = new Mapped(List.of(), new Fidelity.Equal());

    public Mapped {
        steps = List.copyOf(steps);
    }

    static Mapped unsupported(String why) {
        return new Mapped(List.of(), new Fidelity.Unsupported(why));
    }

    static Mapped approximated(List<Map<String, String>> steps, String how) {
        return new Mapped(steps, new Fidelity.Approximated(how));
    }

    /// @param fields names and values, in turn
    static Map<String, String> step(String... fields) {
        Map<String, String> step = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            step.put(fields[i], fields[i + 1]);
        }
        return Collections.unmodifiableMap(step);
    }
}
