/// How soon a zone's fault is found and how often one is found that is none: our detector beside those others have
/// published, over the same seeded traces. Start with [io.gameday.benchmark.detection.DetectionFigures].
@NullMarked
package io.gameday.benchmark.detection;

import org.jspecify.annotations.NullMarked;
