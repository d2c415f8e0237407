/// Keeps the documents complete and true where a program can tell.
/// Start with [io.gameday.docs.FactsTest].
@NullMarked
package io.gameday.docs;

import org.jspecify.annotations.NullMarked;
