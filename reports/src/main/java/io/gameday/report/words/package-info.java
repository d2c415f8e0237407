/// What people write of a COE: the file `coe.yaml` that lies beside the journal.
/// Start with [io.gameday.report.words.CoeFile] and [io.gameday.report.words.CoeFileReader].
@NullMarked
package io.gameday.report.words;

import org.jspecify.annotations.NullMarked;
