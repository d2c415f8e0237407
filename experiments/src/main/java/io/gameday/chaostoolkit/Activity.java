package io.gameday.chaostoolkit;

import io.gameday.yaml.Node.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One probe or action.
///
/// @param tolerance  of a probe that has one
/// @param background whether the method goes on while it runs
/// @param controls   its own, besides those of the experiment
/// @param secrets    the scopes that it wants
/// @param place      where it is asked for: of a reference, where that stands
public record Activity(Kind kind, String name, Provider provider, @Nullable Tolerance tolerance, boolean background,
        Pauses pauses, List<Control> controls, List<String> secrets, Place place) {

    public Activity {
        controls = List.copyOf(controls);
        secrets = List.copyOf(secrets);
    }

    public enum Kind {
        PROBE, ACTION
    }

    /// Seconds to wait, each a number or exactly one `${name}`.
    public record Pauses(Json before, Json after) {
        public static final Pauses NONE = new Pauses(Json.number(0), Json.number(0));
    }

    /// Whether it may change something: an action, or a call that does not only read. What it does cannot be told from here.
    public boolean mayBreak() {
        return kind == Kind.ACTION || provider instanceof Provider.Http http && !http.reads();
    }

    Activity calling(Provider other) {
        return new Activity(kind, name, other, tolerance, background, pauses, controls, secrets, place);
    }

    Activity at(Place other) {
        return new Activity(kind, name, provider, tolerance, background, pauses, controls, secrets, other);
    }
}
