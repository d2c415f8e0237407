package io.gameday.chaostoolkit;

import io.gameday.yaml.Problems;
import java.util.Optional;

/// Takes values from the environment, as far as the operator allows it, and tells what is missing in the words of Chaos
/// Toolkit.
final class EnvironmentReader {

    private final Given given;
    private final Problems problems;
    private final Problems notes;
    private final String missing;

    /// @param missing the message, up to the key
    EnvironmentReader(Given given, Problems problems, Problems notes, String missing) {
        this.given = given;
        this.problems = problems;
        this.notes = notes;
        this.missing = missing;
    }

    /// Empty when there is no value, and that has been told.
    ///
    /// @param path of the setting, for messages
    Optional<Json> value(String path, Setting.Env env) {
        String key = env.key();
        if (!given.allowed().contains(key)) {
            String unread = path + " reads " + key + " of the environment, which was not allowed";
            if (env.otherwise() == null) {
                problems.add(env.place(),
                        unread + "; allow it with --allow-env " + key + ", or give the value with --var NAME=VALUE");
                return Optional.empty();
            }
            notes.add(env.place(), unread + ", so it gets its default");
        }
        Json found = given.read(key).map(Json::text).orElse(env.otherwise());
        if (found == null) {
            problems.add(env.place(), missing + key);
            return Optional.empty();
        }
        Optional<Json> value = env.type().of(found);
        if (value.isEmpty()) {
            // The value may be a secret, so the message does not repeat it.
            problems.add(env.place(),
                    path + " gets from " + key + " what is not of its type; allowed: " + env.type().allowed());
        }
        return value;
    }
}
