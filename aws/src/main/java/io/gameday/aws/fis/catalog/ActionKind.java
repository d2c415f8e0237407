package io.gameday.aws.fis.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One action that FIS offers.
///
/// @param id         such as `aws:ecs:stop-task`
/// @param slot       the name that a template gives its target under; null when it has none
/// @param type       of the resources it is aimed at; null when it has none
/// @param parameters by name, in the order of the reference
/// @param length     the parameter that says how long it goes on; null when it is over at once
/// @param bound      the parameter that says how long it may go on at most; null when nothing does
public record ActionKind(String id, @Nullable String slot, @Nullable String type, Map<String, Parameter> parameters,
        @Nullable String length, @Nullable String bound) {

    public ActionKind {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /// What a parameter is, in a template that has `given`: empty when it neither says so, nor AWS takes a value of its
    /// own.
    public Optional<String> value(String parameter, Map<String, String> given) {
        return Optional.ofNullable(given.get(parameter)).or(() -> Optional.ofNullable(parameters.get(parameter))
                .flatMap(known -> Optional.ofNullable(known.preset())));
    }
}
