package io.gameday.report.words;

import io.gameday.report.why.WhyNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What only people can say about an incident or a game day. Facts are not here: they come from the journal each time, so
/// that making a document again never touches this file.
///
/// @param summary          in the customers' words; empty until somebody writes it, last of all
/// @param timeline         what people saw and did and no machine knew, in the file's order
/// @param answers          by [CoeQuestion#id()], such as `DET-3`
/// @param debrief          what was said in the hot debrief, in the order in which it stands in the file
/// @param noActionsBecause why nothing is to be done; empty where there are actions
/// @param related          earlier COEs, runs, tickets
public record CoeFile(Header header, String summary, Affected impact, List<Told> timeline, Map<String, Answer> answers,
        List<Said> debrief, List<WhyNode> whys, List<Lesson> lessons, List<ActionItem> actions, String noActionsBecause,
        List<String> related, List<Accepted> accepted) {

    /// Of which nobody has written a word.
    public static final CoeFile BLANK = new CoeFile(
            new Header("", Status.DRAFT, null, "", "", List.of(), List.of(), ZoneOffset.UTC, ""), "",
            new Affected(null, List.of(), List.of(), null, DataLoss.NOT_SAID), List.of(), Map.of(), List.of(),
            List.of(), List.of(), List.of(), "", List.of(), List.of());

    public enum Status {
        DRAFT, IN_REVIEW, ACTIONS_OPEN, CLOSED
    }

    /// Why there is a COE at all.
    public enum Trigger {
        CUSTOMER_IMPACT, PROCEDURAL_GAP, MISUSE_CASE, NEAR_MISS, GAME_DAY_FINDING
    }

    /// @param title    empty for the one that the facts suggest
    /// @param trigger  null until somebody says
    /// @param severity on the team's own scale
    /// @param owner    one person or role, who drives the document
    /// @param timeZone in which times without one are meant
    /// @param language of the documents, such as `ja`; empty until somebody says
    public record Header(String title, Status status, @Nullable Trigger trigger, String severity, String owner,
            List<String> reviewers, List<String> tags, ZoneId timeZone, String language) {
    }

    public enum DataLoss {
        NOT_SAID, NONE, SUSPECTED, CONFIRMED
    }

    /// How a number was come by.
    public enum Method {
        MEASURED, ESTIMATED, NOT_MEASURED
    }

    /// @param customers    how many were affected, where a person knows it better than the figures; null for none
    /// @param couldNot     `customers could not …`
    /// @param supportCases null until somebody says
    public record Affected(@Nullable Customers customers, List<String> couldNot, List<String> notAffected,
            @Nullable Integer supportCases, DataLoss dataLoss) {
    }

    public record Customers(long value, long total, Method method) {
    }

    /// What a line of the timeline is about.
    public enum Kind {
        CHANGE, IMPACT_START, ALARM, PAGE, ACKNOWLEDGED, ENGAGED, OBSERVATION, HYPOTHESIS, DECISION, ACTION, COMMUNICATION, MITIGATION_START, MITIGATED, IMPACT_END, ROLLBACK, RECOVERED, GAP_EXPLANATION, NOTE
    }

    /// One line that a person adds to the timeline.
    ///
    /// @param end      null unless it is about a span of time
    /// @param role     of whoever saw or did it; never a name
    /// @param right    of a hypothesis: it turned out right
    /// @param recalled told from memory, so the instant may be off
    public record Told(Instant at, @Nullable Instant end, Kind kind, String role, String text, List<String> evidence,
            boolean right, boolean recalled) {
    }

    /// @param halving one idea that would have halved the time or the reach
    /// @param actions ids of actions that came of it
    public record Answer(String text, String halving, List<String> actions) {
    }

    /// Something that was said in the hot debrief, right after the run.
    ///
    /// @param question as it was asked
    /// @param role     of whoever said it; never a name, and empty for the room
    /// @param answer   empty until there is one
    public record Said(String question, String role, String answer) {
    }

    public enum LessonKind {
        TECHNICAL, PROCESS, OPERATIONAL, CULTURAL
    }

    public enum Outcome {
        WELL, WRONG, LUCKY
    }

    /// @param forWhom         who else should know; empty for nobody in particular
    /// @param noActionBecause why nothing follows from it; empty where something does
    public record Lesson(String text, LessonKind kind, Outcome outcome, boolean surprise, String forWhom,
            List<String> actions, String noActionBecause) {
    }

    public enum Horizon {
        IMMEDIATE, ROADMAP
    }

    public enum ActionType {
        PREVENT, DETECT, DIAGNOSE, MITIGATE, REDUCE_BLAST_RADIUS, PROCESS
    }

    public enum ActionStatus {
        OPEN, DONE, DROPPED
    }

    /// @param id        such as `A1`
    /// @param owner     exactly one person
    /// @param due       null until somebody says
    /// @param mechanism a check, gate, alarm, test or limit, rather than somebody who remembers
    /// @param addresses ids of whys and questions, such as `W3`, `DET-4`
    /// @param doneWhen  the test for done
    /// @param provedBy  the experiment that proves it
    /// @param ticket    where it is worked on; may be empty
    /// @param verifiedBy the run that proved it; empty until one has
    public record ActionItem(String id, String title, String owner, @Nullable LocalDate due, @Nullable Horizon horizon,
            @Nullable ActionType type, boolean mechanism, String priority, List<String> addresses, String doneWhen,
            String provedBy, String ticket, ActionStatus status, String verifiedBy) {
    }

    /// A finding of the linter that somebody lets stand.
    ///
    /// @param place as the linter names it, such as `actions[2].due`; empty for all of that rule
    public record Accepted(String rule, String place, String reason) {
    }
}
