package io.gameday.chaostoolkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an activity calls.
public sealed interface Provider {

    /// @param method    in capital letters
    /// @param arguments of the query for GET, else the body; null-valued when there are none
    /// @param timeout   seconds, or those to connect and those to read, or a `${name}`; null when none is set
    /// @param verifyTls a truth or a `${name}`
    record Http(String url, String method, Map<String, Json> headers, Json arguments, @Nullable Json timeout,
            Json verifyTls, Json maxRetries) implements Provider {
        private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

        public Http {
            headers = Map.copyOf(headers);
        }

        /// Whether its method changes nothing by the meaning that HTTP gives it.
        boolean reads() {
            return READING.contains(method);
        }
    }

    /// @param arguments a list; a text, which goes through a shell; a group, which is the old form; or nothing
    record Process(String path, Json arguments, @Nullable Json timeout) implements Provider {
    }

    record Python(String module, String function, Json.Group arguments) implements Provider {

        /// As messages name it.
        public String name() {
            return module + "." + function;
        }

        /// The same call with one more argument.
        Python with(String argument, Json value) {
            Map<String, Json> all = new LinkedHashMap<>(arguments.fields());
            all.put(argument, value);
            return new Python(module, function, new Json.Group(all));
        }
    }
}
