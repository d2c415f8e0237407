package io.gameday.chaostoolkit.play;

import io.gameday.chaostoolkit.Json;
import io.gameday.chaostoolkit.Provider;
import io.gameday.chaostoolkit.Substitution;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts the values of an experiment into what it calls.
final class Filled {

    private Filled() {
    }

    static Provider in(Provider provider, Substitution values) {
        return switch (provider) {
            case Provider.Http http -> {
                Map<String, Json> headers = new LinkedHashMap<>();
                http.headers().forEach((name, value) -> headers.put(name, values.in(value)));
                yield new Provider.Http(values.in(http.url()).inWords(), http.method(), headers,
                        values.in(http.arguments()), in(http.timeout(), values), values.in(http.verifyTls()),
                        values.in(http.maxRetries()));
            }
            case Provider.Process process -> new Provider.Process(values.in(process.path()).inWords(),
                    values.in(process.arguments()), in(process.timeout(), values));
            case Provider.Python python -> new Provider.Python(python.module(), python.function(),
                    values.in(python.arguments()) instanceof Json.Group group ? group : python.arguments());
        };
    }

    private static @Nullable Json in(@Nullable Json value, Substitution values) {
        return value == null ? null : values.in(value);
    }
}
