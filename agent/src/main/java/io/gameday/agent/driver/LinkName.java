package io.gameday.agent.driver;

import io.gameday.observability.Scope;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the name of a link's proxy says: `gameday.az1.machine`, `gameday.az1.cell-1.database`,
/// `gameday.az1.cell-1.orders-7.service`.
///
/// @param zone of the end that is in a zone
/// @param cell null for what all cells share
/// @param end  `service`, `management`, `database`, `machine`, or the name of a dependency
record LinkName(String zone, @Nullable String cell, String end) {

    private static final Pattern NAME = Pattern.compile("gameday\\.([^.]+)(?:\\.([^.]+))?(?:\\.[^.]+)?\\.([^.]+)");

    /// Empty for a proxy that is none of the app's links.
    static Optional<LinkName> parse(String proxy) {
        Matcher matcher = NAME.matcher(proxy);
        return matcher.matches()
                ? Optional.of(new LinkName(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    boolean in(Scope scope) {
        return cell == null ? scope.equals(new Scope.Zone(zone)) : scope.covers(cell, zone);
    }
}
