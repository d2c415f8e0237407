package io.gameday.chaostoolkit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An experiment of Chaos Toolkit, as it is written: references to activities are followed, everything else is not.
///
/// @param secrets       by scope and name; the scope of those without one is an empty text
/// @param hypothesis    null when the file has none
/// @param contributions what it says of which matter: high, medium, low or none
/// @param extensions    free in form
public record ToolkitFile(String title, String description, List<String> tags, Map<String, Setting> configuration,
        Map<String, Map<String, Setting>> secrets, @Nullable Hypothesis hypothesis, List<Activity> method,
        List<Activity> rollbacks, List<Control> controls, Map<String, String> contributions, List<Json> extensions,
        Runtime runtime) {

    public ToolkitFile {
        tags = List.copyOf(tags);
        configuration = ordered(configuration);
        secrets = ordered(secrets);
        method = List.copyOf(method);
        rollbacks = List.copyOf(rollbacks);
        controls = List.copyOf(controls);
        contributions = ordered(contributions);
        extensions = List.copyOf(extensions);
    }

    /// The steady state: its probes are asked in their order, up to the first that is out of its tolerance.
    public record Hypothesis(String title, List<Activity> probes, List<Control> controls) {
        public Hypothesis {
            probes = List.copyOf(probes);
            controls = List.copyOf(controls);
        }
    }

    /// How the file wants to be run.
    public record Runtime(HypothesisStrategy hypothesis, RollbackStrategy rollbacks) {
    }

    /// When the steady state is looked at.
    public enum HypothesisStrategy {
        DEFAULT, BEFORE_METHOD_ONLY, AFTER_METHOD_ONLY, DURING_METHOD_ONLY, CONTINUOUSLY, SKIP;

        static final Map<String, HypothesisStrategy> WORDS = Map.of("default", DEFAULT, "before-method-only",
                BEFORE_METHOD_ONLY, "after-method-only", AFTER_METHOD_ONLY, "during-method-only", DURING_METHOD_ONLY,
                "continuously", CONTINUOUSLY,
                // Misspelt, and accepted by Chaos Toolkit.
                "continously", CONTINUOUSLY, "skip", SKIP);

        /// @param field how a message names it
        /// @throws IllegalArgumentException that says what is allowed
        public static HypothesisStrategy of(String field, String word) {
            return known(field, word, WORDS);
        }
    }

    /// When the rollbacks are run.
    public enum RollbackStrategy {
        DEFAULT, ALWAYS, NEVER, DEVIATED;

        static final Map<String, RollbackStrategy> WORDS = Map.of("default", DEFAULT, "always", ALWAYS, "never", NEVER,
                "deviated", DEVIATED);

        /// @param field how a message names it
        /// @throws IllegalArgumentException that says what is allowed
        public static RollbackStrategy of(String field, String word) {
            return known(field, word, WORDS);
        }
    }

    /// What has to hold for a run to go on.
    public List<Safeguard> safeguards() {
        return controls.stream().flatMap(control -> control.safeguards().stream()).toList();
    }

    private static <T> T known(String field, String word, Map<String, T> words) {
        T known = words.get(word);
        if (known == null) {
            throw new IllegalArgumentException(field + " is '" + word + "'; allowed: "
                    + String.join(", ", words.keySet().stream().sorted().toList()));
        }
        return known;
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
