package io.gameday.report;

import io.gameday.report.scorecard.Scorecard;
import java.nio.file.Path;
import java.util.List;

/// What was written for a run.
///
/// @param files    in a fixed order
/// @param problems formats that could not be made, with the reason; the others are there all the same
public record Reports(Scorecard scorecard, List<Path> files, List<Problem> problems) {

    public record Problem(String file, String reason) {
    }
}
