package io.gameday.chaostoolkit;

import io.gameday.yaml.Node.Place;
import org.jspecify.annotations.Nullable;

/// Where a value of the configuration, or a secret, comes from.
public sealed interface Setting {

    Place place();

    record Inline(Json value, Place place) implements Setting {
    }

    /// @param key       of the environment
    /// @param otherwise when the environment does not have it; null when it has to
    record Env(String key, @Nullable Json otherwise, ValueType type, Place place) implements Setting {
    }

    /// The output of a probe that is called once, before everything else. Configuration only.
    record Probe(Activity probe, Place place) implements Setting {
    }

    /// Kept in HashiCorp Vault, which we do not read. Secrets only.
    record Vault(String path, Place place) implements Setting {
    }
}
