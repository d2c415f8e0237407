package io.gameday.target;

import org.jspecify.annotations.Nullable;

/// A place of a system of a team's own as it was found before a fault: how it is asked, and by what it is broken and
/// mended. Whoever takes the fault away needs nothing else.
///
/// @param request     what its customers ask for
/// @param entry       where they come in; null where they go to the places themselves
/// @param leases      whether the proxy server in front ends a fault by its lease; false of a Toxiproxy
/// @param chaosMonkey the settings that were found, as JSON; null where they are not touched
public record OwnPlace(OwnSystem.Place place, OwnSystem.Request request, @Nullable WebAddress entry, boolean leases,
        @Nullable String chaosMonkey) {
}
