/// Several runs that were played together, as those read them who look at a build: JUnit XML, a summary in Markdown,
/// annotations. Start with [io.gameday.report.batch.BatchRun].
@NullMarked
package io.gameday.report.batch;

import org.jspecify.annotations.NullMarked;
