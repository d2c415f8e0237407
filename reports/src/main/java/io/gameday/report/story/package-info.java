/// What a talk tells of, played twice: as it was, and with what was changed since.
@NullMarked
package io.gameday.report.story;

import org.jspecify.annotations.NullMarked;
