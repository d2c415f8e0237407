package io.gameday.agent.prober;

import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import java.util.List;

/// What one look means.
///
/// @param bites     the effect is there
/// @param gone      it is not there at all
/// @param value     with its unit
/// @param wish      what the value had to be
/// @param where     what was planned to be hit, in words
/// @param strangers what is hit the same way outside the plan, in words
/// @param how       what happened to the strangers, in words
record Finding(boolean bites, boolean gone, String measure, String value, String wish, String where,
        List<String> strangers, String how) {

    /// A look that could not be made; proves nothing either way.
    static Finding blind(Scene scene, String measure, String why, String wish) {
        return new Finding(false, false, measure, why, wish, scene.where(), List.of(), "");
    }

    /// Both at once.
    Finding and(Finding other) {
        return new Finding(bites && other.bites, gone && other.gone, measure + "; " + other.measure,
                value + "; " + other.value, wish + "; " + other.wish, where, strangers, how);
    }

    /// As it is told, with those strangers that are certain.
    Observation observation(List<String> certain) {
        if (!certain.isEmpty()) {
            return new Observation(Presence.UNKNOWN, measure, value + "; hit outside the plan: planned " + where
                    + ", but " + String.join(", ", certain) + " " + how, wish + ", nothing outside " + where + " hit");
        }
        return new Observation(bites ? Presence.BITES : gone ? Presence.GONE : Presence.UNKNOWN, measure, value, wish);
    }
}
