package io.gameday.report.coe;

import io.gameday.report.chart.Picture;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.timeline.Timeline;
import java.time.Instant;
import java.util.List;

/// One document, for every format. Facts are here; what only people can say is a prompt, never an invented answer.
///
/// @param id        `COE-20261119-140132`, from the run's first instant
/// @param origin    `EXPERIMENT`, `SIMULATION` or `GAME DAY`, printed on every page so that nobody takes it for an event
///                  that nobody planned
/// @param warnings  that the run was interrupted or not started, that a fault was not seen gone
/// @param made      the journal's last instant
/// @param sha256    of the journal file as it was read, hexadecimal
/// @param summary   sentences made of figures, as the customers saw it
/// @param receipt   how many faults were injected, and how many were seen gone
/// @param response  what automation and people did, in a sentence
/// @param requests  as the target calls them, such as `orders`; `oneRequest` is one of them, such as `an order`
/// @param scorecard the figures behind all of it
public record CoeDocument(String id, String title, String origin, String originText, List<String> warnings,
        Instant made, String journal, String sha256, List<Field> header, List<String> summary, List<ImpactRow> impact,
        String couldNot, String notAffected, Timeline timeline, List<Figure> figures, List<Question> questions,
        List<Why> whys, List<String> wentWell, List<String> surprises, String receipt, String response, String requests,
        String oneRequest, Scorecard scorecard) {

    /// @param byPeople true where a person has to fill it in
    public record Field(String name, String value, boolean byPeople) {
    }

    /// @param planned at most
    public record ImpactRow(String what, String affected, String ofAll, String share, String planned, String measured) {
    }

    /// @param title in bold before the caption
    /// @param key   how it reads where it is drawn with letters
    public record Figure(int number, String title, String caption, String key, Picture chart) {
    }

    /// @param facts what the journal tells about it; the answer is a person's
    public record Question(String id, String text, String facts) {
    }

    /// One of the four roots of the why-graph.
    public record Why(String root, String question, List<Draft> drafts) {
    }

    /// A condition that the figures suggest. A draft until a person accepts it.
    ///
    /// @param kind     such as `trigger`, `condition`, `missing signal`
    /// @param evidence entry of the journal or figure
    public record Draft(String statement, String kind, String evidence) {
    }

    /// @param sha256 of the journal file, hexadecimal
    public static CoeDocument of(RunFacts facts, Scorecard scorecard, String sha256) {
        return new CoeWriting(facts, scorecard).document(sha256);
    }
}
