package io.gameday.report.words;

import io.gameday.report.why.WhyKind;
import io.gameday.report.why.WhyNode.Confidence;
import io.gameday.report.why.WhyNode.Flag;
import io.gameday.report.words.CoeFile.ActionStatus;
import io.gameday.report.words.CoeFile.ActionType;
import io.gameday.report.words.CoeFile.DataLoss;
import io.gameday.report.words.CoeFile.Horizon;
import io.gameday.report.words.CoeFile.Kind;
import io.gameday.report.words.CoeFile.LessonKind;
import io.gameday.report.words.CoeFile.Method;
import io.gameday.report.words.CoeFile.Outcome;
import io.gameday.report.words.CoeFile.Status;
import io.gameday.report.words.CoeFile.Trigger;
import io.gameday.yaml.Quantity;
import java.util.List;

/// `coe.yaml` as editors see it: the shape from which its JSON Schema is made. [CoeFileReader] is what decides; a test
/// keeps the two alike.
record CoeShape(@Quantity(required = true, says = "The version of this shape, 1.") int coe,
        @Quantity(says = "Empty for the one that the facts suggest.") String title, Status status,
        @Quantity(says = "Why there is a document at all.") Trigger trigger,
        @Quantity(says = "On the team's own scale.") String severity,
        @Quantity(says = "One person, who drives the document.") String owner, List<String> reviewers,
        List<String> tags, @Quantity(says = "Of times without an offset; UTC unless said.") String timeZone,
        @Quantity(pattern = "^\\s*([a-z]{2,3})?\\s*$", says = "Of the documents: en unless said, ja, or another that there are phrases for.") String language,
        @Quantity(says = "In the customers' words, at most 200, written last.") String summary, Impact impact,
        @Quantity(says = "What people saw and did and no machine knew.") List<Told> timeline,
        @Quantity(says = "By question, such as DET-3.") Answers answers,
        @Quantity(says = "What was said in the hot debrief, right after the run.") List<Said> debrief, List<Why> whys,
        List<Lesson> lessons, List<Action> actions,
        @Quantity(says = "Why nothing is to be done, where there are no actions.") String noActionsBecause,
        @Quantity(says = "Earlier documents, runs, tickets.") List<String> related,
        @Quantity(says = "Findings of the linter that may stand.") List<Accepted> accepted) {

    record Impact(@Quantity(says = "Where a person knows it better than the figures.") Customers customers,
            @Quantity(says = "Customers could not …") List<String> couldNot, List<String> notAffected,
            Integer supportCases, Loss dataLoss) {
    }

    record Customers(@Quantity(required = true) int affected, @Quantity(required = true) int of, Method method) {
    }

    /// What may be said of data loss; that nothing was said is an empty field.
    record Loss() {
    }

    record Told(@Quantity(required = true, says = "Such as 2026-11-22 14:05:10, in timeZone.") String at,
            @Quantity(says = "The end of a span of time.") String until, Kind kind,
            @Quantity(says = "Never a name.") String role, @Quantity(required = true) String text,
            @Quantity(says = "Such as J-24, Fig. 1, or a link.") List<String> evidence,
            @Quantity(says = "Of a hypothesis: it turned out right.") Yes right,
            @Quantity(says = "Told from memory.") Yes recalled) {
    }

    /// `yes` or `no`.
    record Yes() {
    }

    /// One group for each question.
    record Answers() {
    }

    record Answer(String text, @Quantity(says = "One idea that would have halved it.") String halving,
            @Quantity(says = "Ids of actions.") List<String> actions) {
    }

    record Said(@Quantity(required = true, says = "As it was asked.") String question,
            @Quantity(says = "Never a name; empty for the room.") String role, String answer) {
    }

    record Why(@Quantity(required = true, says = "Such as W3.") String id,
            @Quantity(says = "impact, detection, response, blast-radius, or ids of other whys.") List<String> under,
            WhyKind kind, @Quantity(says = "A fact, without blame.") String statement, List<String> evidence,
            Confidence confidence, List<Flag> flags,
            @Quantity(says = "Why no action addresses it.") String notAddressed,
            @Quantity(says = "A draft of the machine's, such as D2.") String accepts) {
    }

    record Lesson(String text, LessonKind kind, Outcome outcome, Yes surprise, String forWhom, List<String> actions,
            String noActionBecause) {
    }

    record Action(@Quantity(required = true, says = "Such as A1.") String id,
            @Quantity(says = "Begins with a verb.") String title, @Quantity(says = "One person.") String owner,
            @Quantity(pattern = "^\\s*\\d{4}-\\d{2}-\\d{2}\\s*$") String due, Horizon horizon, ActionType type,
            @Quantity(says = "A check, gate, alarm, test or limit.") Yes mechanism, String priority,
            @Quantity(says = "Ids of whys and questions.") List<String> addresses, String doneWhen,
            @Quantity(says = "The experiment that proves it.") String provedBy, String ticket, ActionStatus status,
            @Quantity(says = "The run that proved it.") String verifiedBy) {
    }

    record Accepted(@Quantity(required = true) String rule, String place, @Quantity(required = true) String reason) {
    }

    /// How loss of data stands in the file.
    static List<String> losses() {
        return List.of(DataLoss.values()).stream().filter(loss -> loss != DataLoss.NOT_SAID).map(CoeFileReader::word)
                .toList();
    }
}
