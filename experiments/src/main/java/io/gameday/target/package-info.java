/// The one seam to the system under test: a record of ports, each present or absent with a reason.
/// Start with [io.gameday.target.Target].
@NullMarked
package io.gameday.target;

import org.jspecify.annotations.NullMarked;
