package io.gameday.chaostoolkit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What an operator hands to an experiment.
///
/// @param variables   take the place of configuration and secrets of their names, and come on top
/// @param allowed     the keys of the environment that the experiment may read
/// @param environment asked for allowed keys only
public record Given(Map<String, Json> variables, Set<String> allowed, Function<String, Optional<String>> environment) {

    public Given {
        variables = Map.copyOf(variables);
        allowed = Set.copyOf(allowed);
    }

    /// Neither variables nor environment.
    public static final Given NOTHING = new Given(Map.of(), Set.of(), key -> Optional.empty());

    Optional<String> read(String key) {
        return allowed.contains(key) ? environment.apply(key) : Optional.empty();
    }
}
