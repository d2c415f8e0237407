package io.gameday.report;

import io.gameday.report.scorecard.Scorecard;
import java.nio.file.Path;
import java.util.List;

/// What was written for a run.
///
/// @param files    in a fixed order
/// @param problems formats that could not be made, with the reason; the others are there all the same
/// @param unread   what is wrong with people's words; where there is anything the COE was not made, and an earlier one
///                 was left as it is
public record Reports(Scorecard scorecard, List<Path> files, List<Problem> problems,
        List<io.gameday.yaml.Problem> unread) {

    public record Problem(String file, String reason) {
    }
}
