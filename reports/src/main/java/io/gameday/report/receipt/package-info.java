/// What can be shown for the faults of a run, with the hashes of the files that show it. Start with
/// [io.gameday.report.receipt.Receipt].
@NullMarked
package io.gameday.report.receipt;

import org.jspecify.annotations.NullMarked;
