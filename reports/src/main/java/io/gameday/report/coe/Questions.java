package io.gameday.report.coe;

import io.gameday.journal.Event;
import io.gameday.report.coe.CoeDocument.Question;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.scorecard.ImpactWindow;
import io.gameday.report.scorecard.Response;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.Answer;
import io.gameday.report.words.CoeFile.Kind;
import io.gameday.report.words.CoeFile.Told;
import io.gameday.report.words.CoeQuestion;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static io.gameday.report.text.Figures.clock;
import static io.gameday.report.text.Figures.count;
import static io.gameday.report.text.Figures.many;

/// Questions for people, each beside what the journal says about it.
final class Questions {

    /// Those that every run should answer.
    private static final Set<CoeQuestion> ALWAYS = Set.of(CoeQuestion.DET_1, CoeQuestion.DET_3, CoeQuestion.DIA_1,
            CoeQuestion.MIT_1, CoeQuestion.MIT_3, CoeQuestion.MIT_4, CoeQuestion.BLA_1, CoeQuestion.BLA_2);

    private static final Answer NONE = new Answer("", "", List.of());

    private final RunFacts facts;
    private final Scorecard card;
    private final List<DurationValue> durations;
    private final CoeFile words;

    /// @param durations of journal and people
    Questions(RunFacts facts, Scorecard card, List<DurationValue> durations, CoeFile words) {
        this.facts = facts;
        this.card = card;
        this.durations = durations;
        this.words = words;
    }

    List<Question> all() {
        return Stream.of(CoeQuestion.values()).map(this::question).toList();
    }

    private Question question(CoeQuestion question) {
        Answer answer = words.answers().getOrDefault(question.id(), NONE);
        return new Question(question.id(), question.text(), facts(question), answer.text(), answer.halving(),
                question.halving() ? "an idea" : "", answer.actions(),
                ALWAYS.contains(question) || !answer.equals(NONE));
    }

    private String facts(CoeQuestion question) {
        return switch (question) {
            case DET_1 -> first();
            case DET_2 -> predicted();
            case DET_3 -> "detect " + words("detect") + (planned() ? "; alarm latency " + words("alarmLatency") : "");
            case DET_4 -> windows();
            case DIA_1 -> many(facts.all(Event.NoteTaken.class).size(), "note")
                    + (planned() ? " taken during the run" : " pasted") + hypotheses();
            case DIA_2 -> "diagnose " + words("diagnose");
            case DIA_3 -> told(Kind.HYPOTHESIS).filter(told -> !told.right()).map(Questions::line)
                    .collect(Collectors.joining("; "));
            case DIA_4,
                    CHG_1 ->
                Stream.concat(
                        card.faults().stream()
                                .map(fault -> "injected " + clock(fault.injectedAt()) + ": " + fault.name()),
                        told(Kind.CHANGE).map(Questions::line)).collect(Collectors.joining("; "));
            case MIT_1 -> acted(card, "");
            case MIT_3 -> mitigated();
            case MIT_4 -> proof();
            case MIT_5 -> escalation();
            case CHG_2 -> rollbacks();
            case PRE_4 -> !planned() ? "" : "this run is " + card.experiment().name() + ", made for it";
            case BLA_1 -> reach();
            case BLA_2 -> !planned()
                    ? "not measured"
                    : "below the objective: cells " + Figures.list(card.reach().hitCells()) + "; zones "
                            + Figures.list(card.reach().hitZones()) + "; planned zones "
                            + Figures.list(card.reach().plannedZones());
            case TEA_1 -> roles();
            // Only people know of runbooks, tests, backlogs and earlier documents.
            case MIT_2, CHG_3, PRE_1, PRE_2, PRE_3 -> "";
        };
    }

    private boolean planned() {
        return card.experiment().target().planned();
    }

    private Stream<Told> told(Kind kind) {
        return words.timeline().stream().filter(told -> told.kind() == kind);
    }

    private static String line(Told told) {
        return clock(told.at()) + " " + told.text();
    }

    private String predicted() {
        List<Scorecard.Prediction> detect = card.predictions().stream().filter(p -> p.phase().equals("detect"))
                .toList();
        return detect.isEmpty()
                ? planned() ? "nothing was predicted of it" : "no alarm was named that had to ring"
                : detect.stream()
                        .map(p -> p.verdict().name().toLowerCase(Locale.ROOT) + ": "
                                + (p.text().isEmpty() ? p.id() : p.text()) + ", wanted " + p.wanted() + ", seen "
                                + p.value())
                        .collect(Collectors.joining("; "));
    }

    private String windows() {
        return card.impact().isEmpty()
                ? noImpact()
                : card.impact().stream()
                        .map(w -> "impact " + clock(w.from()) + ": "
                                + (w.told() != null
                                        ? w.told().words()
                                        : w.unread() != null ? "not known" : "nobody told of it"))
                        .collect(Collectors.joining("; "));
    }

    private String hypotheses() {
        long all = told(Kind.HYPOTHESIS).count();
        return all == 0
                ? ""
                : "; " + (all == 1 ? "1 hypothesis" : all + " hypotheses") + " told, "
                        + told(Kind.HYPOTHESIS).filter(Told::right).count() + " right";
    }

    private String escalation() {
        Stream<String> pages = card.response().pages().stream()
                .map(page -> "page to " + page.to() + " " + clock(page.at()));
        Stream<String> acknowledged = facts.all(Event.PageAcknowledged.class).stream()
                .map(a -> "acknowledged " + clock(a.event().when() == null ? a.at() : a.event().when()));
        String all = Stream.of(pages, acknowledged, told(Kind.ENGAGED).map(told -> "engaged " + line(told)))
                .flatMap(each -> each).collect(Collectors.joining("; "));
        return all.isEmpty() ? card.response().pagesKnown() ? "no page was sent" : "who was paged was not read" : all;
    }

    private String rollbacks() {
        return Stream
                .concat(facts.all(Event.AutomationActed.class).stream().map(Stamped::event)
                        .filter(act -> act.name().contains("rollback"))
                        .map(act -> act.name() + " " + clock(act.when())), told(Kind.ROLLBACK).map(Questions::line))
                .collect(Collectors.joining("; "));
    }

    private String roles() {
        return Stream
                .of(facts.all(Event.NoteTaken.class).stream().map(n -> n.event().role()),
                        facts.all(Event.PageAcknowledged.class).stream().map(a -> a.event().by()),
                        words.timeline().stream().map(Told::role))
                .flatMap(each -> each).filter(role -> !role.isBlank()).distinct().collect(Collectors.joining(", "));
    }

    private String first() {
        String alarm = durations.stream().filter(d -> d.name().equals("alarmLatency")).map(DurationValue::to)
                .filter(to -> to.at() != null).map(to -> "first alarm " + clock(to.at())).findFirst()
                .orElse("no alarm");
        String windows = card.impact().isEmpty()
                ? noImpact()
                : "impact " + clock(card.impact().getFirst().from()) + "; flying blind " + card.blind().words();
        return alarm + "; " + windows;
    }

    private String mitigated() {
        boolean late = durations.stream().anyMatch(d -> d.name().equals("recoveredAfterRemoval") && d.value() != null);
        return "mitigated: " + words("mitigateFromImpact")
                + (late ? "; well again " + words("recoveredAfterRemoval") + " after the fault was taken away" : "");
    }

    private String noImpact() {
        return card.customersMeasured() ? "no impact" : "impact not measured";
    }

    private String reach() {
        return card.customersCounted()
                ? Figures.of(card.customers().hurtEver(), card.customers().total(), "customers") + " in "
                        + count(card.reach().hitCells().size()) + " of "
                        + many(card.experiment().cells().size(), "cell")
                : "not measured";
    }

    private String words(String name) {
        return durations.stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow().words();
    }

    /// What the system and people did, as far as anybody told.
    ///
    /// @param sent a word after the number of pages
    static String acted(Scorecard card, String sent) {
        Response r = card.response();
        if (card.experiment().target().hasOthersCustomers()) {
            return "what automation and people did was not told to Gameday, "
                    + (r.pagesKnown() ? many(r.pages().size(), "page") + sent : "and who was paged was not read");
        }
        String people = r.interventionsKnown()
                ? many(r.interventions().size(), "intervention") + " by people" + r.who()
                : "no person could intervene in a simulation";
        return many(card.response().sinceZero(), "action") + " of automation, " + people + ", "
                + many(r.pages().size(), "page") + sent;
    }

    private String proof() {
        String over = card.impact().isEmpty()
                ? noImpact()
                : card.impact().getLast().open()
                        ? "the impact was not over in the journal"
                        : "customers’ metric within the objective from " + over(card.impact().getLast());
        String steady = card.steadyStates().stream().filter(s -> s.when().equals("after"))
                .map(s -> "; steady state " + s.verdict().name().toLowerCase(Locale.ROOT) + ": " + s.value())
                .reduce((a, b) -> b).orElse(planned() ? "; steady state afterwards not measured" : "");
        return over + steady;
    }

    private static String over(ImpactWindow w) {
        return clock(w.to());
    }
}
