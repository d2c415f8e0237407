package io.gameday.chaostoolkit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A probe that has to hold for a run to go on, of the control `chaosaddons.controls.safeguards`.
///
/// @param every      between two looks; positive; null for one look
/// @param background whether its one look is made beside the run instead of before it
public record Safeguard(Activity probe, @Nullable Duration every, boolean background) {

    /// The module of the control.
    static final String MODULE = "chaosaddons.controls.safeguards";

    /// Whether nothing begins before it held.
    public boolean first() {
        return every == null && !background;
    }
}
