/// The correction-of-errors document as a model: what the machine knows, and where people are to write. Every format
/// is made from it. Start with [io.gameday.report.coe.CoeDocument].
@NullMarked
package io.gameday.report.coe;

import org.jspecify.annotations.NullMarked;
