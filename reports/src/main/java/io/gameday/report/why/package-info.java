/// The why-graph of a COE: what contributed to what, under four roots, and how it is told as a tree or as one path.
/// Start with [io.gameday.report.why.WhyGraph].
@NullMarked
package io.gameday.report.why;

import org.jspecify.annotations.NullMarked;
