package io.gameday.console.debrief.words;

import io.gameday.report.coe.CoeDocument;
import io.gameday.report.coe.CoeDocument.Question;
import io.gameday.report.coe.CoeDocument.Why;
import java.util.List;

/// What the machine has to say before anybody writes.
///
/// @param experiment the run's
/// @param title      the one that the facts suggest
/// @param whys       the four roots with their questions and drafts
/// @param questions  all of them, with what the journal tells about each
/// @param surprises  sentences; each may become a lesson
public record Suggested(String experiment, String title, List<Why> whys, List<Question> questions,
        List<String> surprises) {

    static final Suggested NOTHING = new Suggested("", "", List.of(), List.of(), List.of());

    /// @param unwritten the document of the run, of which nobody has written a word
    /// @param written   the same with people's words: what they told is among the facts of a question
    public static Suggested of(CoeDocument unwritten, CoeDocument written, List<String> surprises) {
        return new Suggested(unwritten.scorecard().experiment().name(), unwritten.title(), unwritten.whys(),
                written.questions(), surprises);
    }
}
