package io.gameday.report.coe;

import io.gameday.journal.Event;
import io.gameday.journal.PersonAct;
import io.gameday.journal.Verdict;
import io.gameday.report.chart.Chart.Bound;
import io.gameday.report.chart.Charts;
import io.gameday.report.chart.Lanes;
import io.gameday.report.coe.CoeDocument.Field;
import io.gameday.report.coe.CoeDocument.Figure;
import io.gameday.report.coe.CoeDocument.ImpactRow;
import io.gameday.report.coe.CoeDocument.Why;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.gray.Moment.Observed;
import io.gameday.report.receipt.Receipt;
import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.scorecard.FaultReceipt;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.scorecard.Scorecard.Prediction;
import io.gameday.report.text.Figures;
import io.gameday.report.timeline.Timeline;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.Customers;
import io.gameday.report.words.CoeFile.Status;
import io.gameday.report.words.CoeFileReader;
import io.gameday.report.words.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Puts one document together.
final class CoeWriting {

    /// More would push the supporting part beyond four pages.
    private static final int TIMELINE_ROWS = 24;

    private static final String BY_STEPS = "It shows the worst of them; full is 100 %, × is no traffic.";

    private final RunFacts facts;
    private final Scorecard card;
    private final CoeFile words;
    private final Lines lines;
    private final EventWords wording;

    CoeWriting(RunFacts facts, Scorecard scorecard, CoeFile words, Lines lines) {
        this.facts = facts;
        this.card = scorecard;
        this.words = words;
        this.lines = lines;
        wording = EventWords.of(facts, scorecard);
    }

    CoeDocument document(String sha256) {
        List<Why> suggested = new Drafts(card).whys();
        Whys whys = new Whys(suggested, words);
        List<Figure> figures = figures();
        List<DurationValue> durations = new PeopleDurations(card.durations(), words).all();
        String title = words.header().title();
        return new CoeDocument(CoeDocument.VERSION, "COE-" + Figures.stamp(card.begun()),
                title.isEmpty() ? wording.title() : title, card.experiment().origin(), wording.originText(), warnings(),
                new Contradictions(facts, card, words, lines).all(suggested, figures.size()), edition(), card.ended(),
                card.run(), sha256, header(), wording.summary(), rows(), wording.couldNot(), wording.notAffected(),
                Timeline.of(facts, card).with(words, card).shortened(TIMELINE_ROWS), figures,
                durations.stream().filter(duration -> wording.tells(duration.name())).toList(), missed(), held(),
                heldWords(), new Questions(facts, card, durations, words).all(), whys.all(), whys.flagged(), wentWell(),
                surprises(), receipt(), response(), wording.labels(), card.experiment().target().requests(),
                card.experiment().target().oneRequest(), words, card);
    }

    private String edition() {
        String status = plain(words.header().status());
        return status + (words.header().status() == Status.DRAFT ? " of " : ", facts of ") + Figures.date(card.ended());
    }

    /// `in review`.
    private static String plain(Enum<?> word) {
        return CoeFileReader.word(word).replace('-', ' ');
    }

    private List<ImpactRow> rows() {
        List<ImpactRow> rows = new ArrayList<>(wording.rows());
        Customers customers = words.impact().customers();
        if (customers != null) {
            rows.addFirst(new ImpactRow("Customers affected, as told", Figures.count(customers.value()),
                    Figures.count(customers.total()), Figures.percent(customers.value(), customers.total()), "",
                    plain(customers.method()) + ", by people", true));
        }
        return List.copyOf(rows);
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(wording.warnings());
        if (card.outcome().interrupted()) {
            warnings.add("INTERRUPTED: " + Figures.sentence(card.outcome().reason())
                    + " What happened afterwards is not known, and what was not judged by then is unknown.");
        }
        if (card.outcome().notStarted()) {
            warnings.add("NOT STARTED: " + Figures.sentence(card.outcome().reason()));
        }
        for (FaultReceipt fault : card.faults()) {
            if (fault.gone() != Verdict.HELD) {
                warnings.add("NOT SEEN GONE: " + fault.name() + ". To take it away by hand: " + fault.undo());
            }
        }
        for (Scorecard.FailedInjection failed : card.failedInjections()) {
            warnings.add("INJECTION FAILED: " + failed.name() + ": " + Figures.sentence(failed.why())
                    + (failed.gone() == Verdict.HELD
                            ? " Nothing was left of it."
                            : " Whether anything is left was not seen. To take it away by hand: " + failed.undo()));
        }
        return List.copyOf(warnings);
    }

    private List<Field> header() {
        CoeFile.Header told = words.header();
        String owner = told.owner().isEmpty() ? card.experiment().owner() : told.owner();
        List<Field> fields = new ArrayList<>(List.of(
                new Field("Owner", owner, owner.isEmpty() || !told.owner().isEmpty()),
                new Field("Status", plain(told.status()) + ", " + wording.because(), false),
                new Field("Reviewers", String.join(", ", told.reviewers()), true), wording.subject(),
                new Field("Severity", told.severity(), true), new Field("System", wording.system(), false),
                new Field("Trigger", told.trigger() == null ? "" : plain(told.trigger()), told.trigger() == null)));
        if (!told.tags().isEmpty()) {
            fields.add(new Field("Tags", String.join(", ", told.tags()), true));
        }
        return List.copyOf(fields);
    }

    private List<Figure> figures() {
        Charts charts = new Charts(facts, card);
        List<Figure> figures = new ArrayList<>();
        String objective = Figures.percent(card.objective());
        charts.felt().ifPresent(chart -> figures.add(new Figure(1, "What customers felt, by the team’s own metric",
                "one point is " + Figures.length(chart.point()) + "; dotted line: objective, " + card.objectiveWords()
                        + ". Hatched: what customers missed; dark: no value.",
                chart.bound() == Bound.AT_LEAST ? BY_STEPS : "It shows the worst of them; × is no value.", chart)));
        charts.byZone().ifPresent(chart -> figures.add(new Figure(1, "Availability by zone as customers saw it",
                "useful answers ÷ requests, 0–100 %, per second"
                        + (chart.step() == 1 ? "" : ", the worst of each " + chart.step()) + "; dotted line: objective "
                        + objective
                        + ". Hatched: what customers missed; dark: zone without traffic. Violet: fault in force. Baseline "
                        + baseline() + leftOut(chart.leftOut(), "zone"),
                BY_STEPS, chart)));
        charts.byCell().ifPresent(chart -> figures.add(new Figure(figures.size() + 1, "Availability by cell",
                "drawn as above" + leftOut(chart.leftOut(), "cell"), BY_STEPS, chart)));
        charts.square().ifPresent(lanes -> figures.add(new Figure(figures.size() + 1,
                "Customers against alarms and health checks",
                "per second. Upper band, customers: yellow where they were below the objective, dark where they asked for "
                        + "nothing. Lower band: red where an alarm or a health check said so. Hatched: gray, hurt and "
                        + "nothing said so. Orange: overload, hurt by refusals"
                        + (notRead(lanes) ? ". Lower band dark: the tool whose alarms are graded was not read" : "")
                        + leftOut(lanes.leftOut(), "place"),
                "G gray, " + (notRead(lanes) ? "? not known, " : "")
                        + "O overload, D detected, m masked or false alarm, · healthy, × no traffic.",
                lanes)));
        return figures;
    }

    private static boolean notRead(Lanes lanes) {
        return lanes.lanes().stream().flatMap(lane -> lane.moments().stream())
                .anyMatch(moment -> moment.observers() == Observed.UNREAD);
    }

    private static String leftOut(int n, String what) {
        return n == 0 ? "." : "; " + Figures.many(n, what) + " with less to show not drawn.";
    }

    private String baseline() {
        Scorecard.Baseline b = card.orders().baseline();
        return b.of() == 0 ? "not measured" : Figures.of(b.of() - b.failed(), b.of());
    }

    private List<Prediction> missed() {
        return card.predictions().stream().filter(p -> p.verdict() != Verdict.HELD).toList();
    }

    private List<Prediction> held() {
        return card.predictions().stream().filter(p -> p.verdict() == Verdict.HELD).toList();
    }

    private String heldWords() {
        int held = held().size();
        int all = card.predictions().size();
        if (held == 0) {
            return "None held.";
        }
        return (held == all ? "All " + Figures.count(all) : Figures.count(held) + " of " + Figures.count(all))
                + " held; each stands in the appendix, with its evidence.";
    }

    private List<String> wentWell() {
        return held().stream().map(CoeWriting::told).toList();
    }

    private List<String> surprises() {
        return Stream.concat(missed().stream()
                .map(p -> (p.verdict() == Verdict.UNKNOWN ? wording.labels().notKnown() : wording.labels().notSo())
                        + told(p)),
                guessed()).toList();
    }

    /// What people predicted before the run and did not see come, without who did.
    private Stream<String> guessed() {
        return facts.all(Event.PersonActed.class).stream().map(acted -> acted.event().act())
                .filter(PersonAct.Opened.class::isInstance).map(PersonAct.Opened.class::cast)
                .filter(opened -> opened.outcome() == PersonAct.Opened.Outcome.MISS)
                .map(opened -> wording.labels().notSo() + opened.text() + " (" + opened.seen() + ")");
    }

    private String receipt() {
        Receipt files = card.receipt();
        long injected = files == null ? card.faults().size() : files.injected();
        if (!card.experiment().target().planned()) {
            return "";
        }
        if (injected == 0) {
            return "No fault was injected.";
        }
        long gone = files == null
                ? card.faults().stream().filter(f -> f.gone() == Verdict.HELD).count()
                : files.seenGone();
        return Figures.many(injected, "fault") + " injected, " + Figures.count(gone) + " seen gone" + (gone == injected
                ? "."
                : "; " + Figures.count(injected - gone) + " NOT seen gone: take it away by hand, as said above.");
    }

    private String response() {
        return Figures.capital(Questions.acted(card, " sent")) + ".";
    }

    private static String told(Prediction p) {
        String text = p.text().isEmpty() ? p.id() : p.text();
        String value = p.value().isEmpty() ? p.detail() : p.value();
        String wanted = p.wanted().isEmpty() ? "" : ", wanted " + p.wanted();
        return text + " (" + value + wanted + ")";
    }
}
