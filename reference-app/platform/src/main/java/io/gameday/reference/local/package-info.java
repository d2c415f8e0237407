/// The reference app as seen by whoever starts it and breaks it: its start and end, and its ports of the target.
/// Start with [io.gameday.reference.local.LocalApp].
@NullMarked
package io.gameday.reference.local;

import org.jspecify.annotations.NullMarked;
