/// Live with many cells: a box for each cell in each zone instead of tiles, and a list of the cells that are worst off.
/// Start at [FleetModel].
@NullMarked
package io.gameday.console.live.fleet;

import org.jspecify.annotations.NullMarked;
