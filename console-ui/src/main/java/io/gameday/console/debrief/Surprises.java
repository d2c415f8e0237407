package io.gameday.console.debrief;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.Event;
import io.gameday.journal.PersonAct;
import io.gameday.journal.Verdict;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import io.gameday.report.scorecard.ImpactWindow;
import io.gameday.report.scorecard.Reach;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Computes what was a surprise: predictions that did not come true, impact that no alarm told of, a blast radius
/// passed that no prediction speaks of, and what people had sealed and did not see come.
final class Surprises {

    private final RunFacts facts;
    private final Scorecard card;

    private Surprises(RunFacts facts, Scorecard card) {
        this.facts = facts;
        this.card = card;
    }

    static List<Surprise> of(RunFacts facts, Scorecard card) {
        return new Surprises(facts, card).all();
    }

    private List<Surprise> all() {
        List<Surprise> all = new ArrayList<>();
        card.predictions().stream().filter(p -> p.verdict() == Verdict.BROKEN).map(this::broken).forEach(all::add);
        card.impact().stream().filter(ImpactWindow::blind).map(this::blind).forEach(all::add);
        facts.all(Event.BlastRadiusPassed.class).stream().filter(passed -> !judged(passed.event())).map(this::passed)
                .forEach(all::add);
        facts.all(Event.PersonActed.class).stream().map(this::missed).flatMap(Optional::stream).forEach(all::add);
        all.sort(Comparator.comparing(Surprise::at));
        card.predictions().stream().filter(p -> p.verdict() == Verdict.UNKNOWN).map(this::unknown).forEach(all::add);
        return List.copyOf(all);
    }

    private Surprise broken(Scorecard.Prediction p) {
        return new Surprise(State.BROKEN, Texts.said(p.text()),
                Texts.of("debrief.surprise.broken", p.value(), p.wanted()), Texts.said(p.detail()), when(p));
    }

    /// What somebody had sealed and what did not come; nobody is told who.
    private Optional<Surprise> missed(Stamped<Event.PersonActed> acted) {
        return acted.event().act() instanceof PersonAct.Opened guess && guess.outcome() == PersonAct.Opened.Outcome.MISS
                ? Optional.of(new Surprise(State.BROKEN, guess.text(),
                        Texts.of("debrief.guess.missed", Texts.own(guess.seen())), "", acted.at()))
                : Optional.empty();
    }

    private Surprise unknown(Scorecard.Prediction p) {
        return new Surprise(State.UNKNOWN, Texts.of("debrief.surprise.unknown", p.text().isEmpty() ? p.id() : p.text()),
                Texts.said(p.detail()), "", when(p));
    }

    /// When it was passed, for a blast radius; else when it was judged.
    private Instant when(Scorecard.Prediction p) {
        if (p.phase().equals("prepare")) {
            for (Stamped<Event.BlastRadiusPassed> passed : facts.all(Event.BlastRadiusPassed.class)) {
                if (about(p.text(), passed.event().what())) {
                    return passed.at();
                }
            }
        }
        @Nullable
        Long seq = p.seq();
        return facts.entries().stream().filter(e -> seq != null && e.seq() == seq).findFirst().map(e -> e.at())
                .orElse(facts.last());
    }

    private static boolean about(String text, String what) {
        return text.toLowerCase(Locale.ROOT).contains("customer") == what.equals("customers");
    }

    private boolean judged(Event.BlastRadiusPassed passed) {
        return card.predictions().stream().anyMatch(p -> p.phase().equals("prepare") && about(p.text(), passed.what()));
    }

    private Surprise blind(ImpactWindow window) {
        return new Surprise(State.GRAY, Texts.of("debrief.surprise.blind", Figures.seconds(window.length())),
                window.of() == 0
                        ? Texts.of("debrief.impact.uncounted", window.worst())
                        : Texts.of("debrief.impact.failed", window.failedWords(card.experiment().target().requests()),
                                window.worst()),
                window.couldHave(), window.from());
    }

    private Surprise passed(Stamped<Event.BlastRadiusPassed> passed) {
        return new Surprise(State.GRAY,
                Texts.of("debrief.surprise.passed", Reach.words(passed.event().what(), card.experiment().target()),
                        passed.event().value()),
                Texts.of("debrief.surprise.limit", passed.event().limit()), "", passed.at());
    }
}
