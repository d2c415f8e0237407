package io.gameday.report.coe;

import io.gameday.report.chart.Picture;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.phrase.OwnWords;
import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.scorecard.Scorecard.Prediction;
import io.gameday.report.timeline.Timeline;
import io.gameday.report.why.WhyKind;
import io.gameday.report.why.WhyNode.Confidence;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.Lines;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// One document, for every format: the facts of the journal, and beside them the words of people. What nobody has said
/// yet is a prompt, never an invented answer.
///
/// @param version        of this shape; raised when something in it comes to mean something else
/// @param id             `COE-20261119-140132`, from the run's first instant
/// @param origin         `EXPERIMENT`, `SIMULATION`, `GAME DAY` or `REAL INCIDENT`, printed on every page so that nobody takes it for an
///                       event that nobody planned
/// @param warnings       that the run was interrupted or not started, that a fault was not seen gone
/// @param contradictions where people's words and the journal differ
/// @param edition        `draft of 19 November 2026`: how far people are, and the day of the facts
/// @param made           the journal's last instant
/// @param sha256         of the journal file as it was read, hexadecimal
/// @param summary        sentences made of figures, as the customers saw it; people's summary is in `words`
/// @param couldNot       in a sentence made of figures, as is `notAffected`
/// @param timeline       of journal and people, in one order of time
/// @param questions      all of them
/// @param whys           the four roots, and nodes under none of them where there are such
/// @param missed         predictions that were broken or are unknown; those that held are in `held`
/// @param heldWords      how many held, and where they stand
/// @param flagged        the lists of contributors, mitigators and risks that have anything in them
/// @param receipt        how many faults were injected, and how many were seen gone; empty of an incident that nobody
///                       planned
/// @param response       what automation and people did, in a sentence
/// @param labels         words that a run and an incident do not share
/// @param requests       as the target calls them, such as `orders`; `oneRequest` is one of them, such as `an order`
/// @param durations      of the scorecard and of what people told
/// @param words          what people wrote, as it stands in their file
/// @param scorecard      the figures behind all of it
public record CoeDocument(int version, String id, String title, String origin, String originText, List<String> warnings,
        List<Contradiction> contradictions, String edition, Instant made, String journal, String sha256,
        List<Field> header, List<String> summary, List<ImpactRow> impact, String couldNot, String notAffected,
        Timeline timeline, List<Figure> figures, List<DurationValue> durations, List<Prediction> missed,
        List<Prediction> held, String heldWords, List<Question> questions, List<Why> whys, List<Flagged> flagged,
        List<String> wentWell, List<String> surprises, String receipt, String response, Labels labels, String requests,
        String oneRequest, CoeFile words, Scorecard scorecard) implements OwnWords {

    @Override
    public Set<String> ownWords() {
        return Set.of("id", "journal", "sha256", "words");
    }

    static final int VERSION = 1;

    /// Words that a run, which was planned, and an incident do not share.
    ///
    /// @param predictions   heading of what had to happen
    /// @param prediction    one of these
    /// @param noPredictions where nothing had to
    /// @param noSurprise    where nothing was a surprise
    /// @param asPredicted   before what happened as it had to
    /// @param notSo         before what did not
    /// @param notKnown      before what may have
    /// @param worst         what stands under each window as the worst of it
    /// @param noFigures     where there is nothing to draw
    /// @param exactness     of instants of impact; empty where there are none
    /// @param appendix      heading of the appendix
    /// @param provenance    what all of it was made from
    /// @param proof         what proves an action, before the command that does
    public record Labels(String predictions, String prediction, String noPredictions, String noSurprise,
            String asPredicted, String notSo, String notKnown, String worst, String noFigures, String exactness,
            String appendix, String provenance, String proof, String proofCommand) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("proofCommand");
        }
    }

    /// @param place in the file of words, such as `timeline[2].at`
    /// @param line  of that file
    /// @param text  file, line and what stands in either
    public record Contradiction(String place, int line, String text) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("place");
        }

    }

    /// @param value    empty where a person has to fill it in
    /// @param byPeople true when the words are, or have to be, a person's
    public record Field(String name, String value, boolean byPeople) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return byPeople ? Set.of("value") : Set.of();
        }

    }

    /// @param planned  at most
    /// @param byPeople true when the numbers are a person's
    public record ImpactRow(String what, String affected, String ofAll, String share, String planned, String measured,
            boolean byPeople) {

        /// A row that was measured.
        ImpactRow(String what, String affected, String ofAll, String share, String planned, String measured) {
            this(what, affected, ofAll, share, planned, measured, false);
        }
    }

    /// @param title in bold before the caption
    /// @param key   how it reads where it is drawn with letters
    public record Figure(int number, String title, String caption, String key, Picture chart) {
    }

    /// @param facts   what the journal tells about it; empty when it tells nothing
    /// @param answer  a person's; empty until there is one
    /// @param halving the one idea that the question wants; empty where it wants none or nobody had one
    /// @param wants   `an idea` where it wants one that halves something; else empty
    /// @param actions ids of what came of it
    /// @param printed whether the documents show it: it is answered, or one of those that every run should answer
    public record Question(String id, String text, String facts, String answer, String halving, String wants,
            List<String> actions, boolean printed) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("id", "answer", "halving", "actions");
        }

    }

    /// One of the four roots of the why-graph.
    ///
    /// @param root   as a heading: `BLAST RADIUS`
    /// @param word   as people write it: `blast-radius`; empty for nodes that are under no root
    /// @param drafts those that nobody has accepted
    /// @param tree   what people wrote, in the order of the tree
    /// @param path   the classic five whys; empty when nothing is there
    public record Why(String root, String word, String question, List<Draft> drafts, List<Node> tree,
            Path path) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("word");
        }

    }

    /// A condition that the figures suggest. A draft until a person accepts it.
    ///
    /// @param id       `D1`, the same for the same journal
    /// @param evidence entry of the journal or figure
    public record Draft(String id, String statement, WhyKind kind, String evidence) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("id");
        }

    }

    /// One line of the tree.
    ///
    /// @param depth        from 1 under the root
    /// @param statement    the draft's where the node accepts one and has none of its own, as is the evidence
    /// @param confidence   a hypothesis wherever there is no evidence
    /// @param again        it stands elsewhere already, and what is under it is not repeated
    /// @param addressedBy  ids of actions
    /// @param notAddressed why no action addresses it; empty where nobody has said
    /// @param prompt       what to ask next; empty where nothing has to be asked
    /// @param draft        id of the draft that it accepts; empty for none
    public record Node(int depth, String id, String statement, WhyKind kind, Confidence confidence,
            List<String> evidence, boolean again, List<String> addressedBy, String notAddressed, String prompt,
            String draft) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("id", "addressedBy", "notAddressed", "draft");
        }

    }

    /// One way from the root to a leaf.
    ///
    /// @param of how many ways there are
    public record Path(List<Node> nodes, int of) {
    }

    /// @param list `Contributors`, `Mitigators` or `Risks`
    public record Flagged(String list, List<Node> nodes) {
    }

    /// @param words  what people wrote; [CoeFile#BLANK] when nobody has
    /// @param sha256 of the journal file, hexadecimal
    public static CoeDocument of(RunFacts facts, Scorecard scorecard, CoeFile words, String sha256) {
        return of(facts, scorecard, words, Lines.NONE, sha256);
    }

    /// @param lines where the words stand in their file, for what is said about them
    public static CoeDocument of(RunFacts facts, Scorecard scorecard, CoeFile words, Lines lines, String sha256) {
        return new CoeWriting(facts, scorecard, words, lines).document(sha256);
    }
}
