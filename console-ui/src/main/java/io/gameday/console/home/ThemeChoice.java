package io.gameday.console.home;

import java.util.Optional;

/// One chip of the catalog's filter. @param theme empty for all of them
record ThemeChoice(Optional<Theme> theme, String title, int count) {
}
