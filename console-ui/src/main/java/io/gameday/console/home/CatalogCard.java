package io.gameday.console.home;

import java.nio.file.Path;
import java.util.Optional;

/// One experiment of the catalog as Home shows it.
///
/// @param name    as the command line knows it
/// @param length  such as `about 1 min 15 s`; empty for a file with problems
/// @param lastRun the newest of its runs among those that were read
/// @param noRun   said where there is none
/// @param problem of a file that cannot be played; else empty
record CatalogCard(Path path, String name, String title, String hypothesis, Theme theme, String length,
        Optional<RunRow> lastRun, String noRun, String problem) {
}
