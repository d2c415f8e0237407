/// Charts of availability per second: what is drawn, and the drawing as SVG.
/// Start with [io.gameday.report.chart.Chart].
@NullMarked
package io.gameday.report.chart;

import org.jspecify.annotations.NullMarked;
