package io.gameday.chaostoolkit;

import io.gameday.yaml.Node.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A module of Python that looks on and may interfere, such as the safeguards.
///
/// @param scope     before or after; null for both
/// @param automatic whether it looks on everywhere below the place where it stands
/// @param safeguards of the one of that name, where it stands on the experiment itself; of others none
public record Control(String name, String module, Json.Group arguments, @Nullable String scope, boolean automatic,
        List<Safeguard> safeguards, Place place) {

    public Control {
        safeguards = List.copyOf(safeguards);
    }
}
