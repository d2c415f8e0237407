/// The rules of docs/architecture.md as tests, each with its reason and a guard against checking nothing.
/// Start with [io.gameday.architecture.ArrowsTest].
@NullMarked
package io.gameday.architecture;

import org.jspecify.annotations.NullMarked;
