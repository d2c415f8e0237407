package io.gameday.report.coe;

import io.gameday.report.coe.CoeDocument.Draft;
import io.gameday.report.coe.CoeDocument.Path;
import io.gameday.report.coe.CoeDocument.Why;
import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.scorecard.FaultReceipt;
import io.gameday.report.scorecard.ImpactWindow;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import io.gameday.report.why.Root;
import io.gameday.report.why.WhyKind;
import io.gameday.report.words.CoeFileReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the figures suggest under each of the four roots. Conditions and triggers only: never a person's act.
final class Drafts {

    private final Scorecard card;
    private int made;

    Drafts(Scorecard card) {
        this.card = card;
    }

    List<Why> whys() {
        return List.of(why(Root.IMPACT, impactQuestion(), impact()),
                why(Root.DETECTION, "Why was it not seen sooner?", detection()),
                why(Root.RESPONSE, "Why did mitigation take as long as it did?", response()),
                why(Root.BLAST_RADIUS, blastRadiusQuestion(), blastRadius()));
    }

    private static Why why(Root root, String question, List<Draft> drafts) {
        return new Why(root.name().replace('_', ' '), CoeFileReader.word(root), question, drafts, List.of(),
                new Path(List.of(), 0));
    }

    /// Numbered in the order in which they are made, which the journal alone decides.
    private Draft draft(String statement, WhyKind kind, String evidence) {
        return new Draft("D" + ++made, statement, kind, evidence);
    }

    private String blastRadiusQuestion() {
        if (!card.experiment().target().planned()) {
            return "Why did it reach as many customers as it did?";
        }
        return card.customersAffected()
                ? "Why did it reach " + Figures.count(card.customers().hurtEver()) + " of "
                        + Figures.many(card.customers().total(), "customer") + "?"
                : "What kept it from reaching customers?";
    }

    private String impactQuestion() {
        if (!card.experiment().target().planned()) {
            return "Why did it happen?";
        }
        String requests = card.experiment().target().requests();
        return card.customersAffected() ? "Why did " + requests + " fail?" : "What kept " + requests + " from failing?";
    }

    private List<Draft> impact() {
        List<Draft> drafts = new ArrayList<>();
        for (FaultReceipt f : card.faults()) {
            drafts.add(draft(f.words(), WhyKind.TRIGGER, "J-" + f.seq()));
        }
        for (ImpactWindow w : card.impact()) {
            Instant ended = ended();
            if (ended != null && !w.from().isBefore(ended)) {
                drafts.add(draft("Impact window " + w.number() + " began "
                        + Figures.seconds(Duration.between(ended, w.from())) + " after the fault was taken away",
                        WhyKind.CONDITION, "Fig. 1"));
            }
        }
        int zones = card.experiment().zones().size();
        int lost = card.reach().plannedZones().size();
        int headroom = card.experiment().headroom();
        boolean known = headroom > 0;
        if (known && !card.faults().isEmpty() && lost > 0 && lost < zones) {
            long needed = Math.ceilDiv(100L * zones, zones - lost);
            drafts.add(draft(
                    "The system was scaled to " + headroom + " % of its peak; " + (zones - lost) + " of " + zones
                            + " zones carry the whole peak from " + needed + " % on",
                    headroom < needed ? WhyKind.CAPACITY_LIMIT : WhyKind.CONDITION, "J-1"));
        }
        return drafts;
    }

    private @Nullable Instant ended() {
        return duration("recoveredAfterRemoval").from().at();
    }

    private List<Draft> detection() {
        List<Draft> drafts = new ArrayList<>();
        for (ImpactWindow w : card.impact()) {
            ImpactWindow.Told told = w.told();
            if (told == null && w.unread() != null) {
                drafts.add(draft(
                        "Whether an alarm was raised for impact window " + w.number() + " is not known: " + w.unread(),
                        WhyKind.MISSING_SIGNAL, "Fig. 1"));
            } else if (told == null) {
                drafts.add(draft(
                        "No alarm was raised for impact window " + w.number() + " (" + Figures.clock(w.from()) + ", "
                                + Figures.seconds(w.length()) + ")"
                                + (w.couldHave().isEmpty() ? "" : "; " + w.couldHave()),
                        WhyKind.MISSING_SIGNAL, "Fig. 1"));
            } else if (!told.standing()) {
                drafts.add(draft(told.alarm() + " was raised " + Figures.seconds(told.after()) + " after window "
                        + w.number() + " began", WhyKind.CONDITION, "J-" + told.seq()));
            }
        }
        return drafts;
    }

    private List<Draft> response() {
        DurationValue mitigated = duration("mitigateFromImpact");
        DurationValue late = duration("recoveredAfterRemoval");
        List<Draft> drafts = new ArrayList<>();
        if (late.value() != null) {
            drafts.add(draft("Customers were well only after the fault was gone: nothing that acted during the fault "
                    + "was enough", WhyKind.CONDITION, "Fig. 1"));
        } else if (mitigated.value() != null) {
            drafts.add(draft("Customers were well after " + mitigated.words()
                    + (card.experiment().target().planned()
                            ? ", with " + Figures.many(card.response().sinceZero(), "action") + " of automation and "
                                    + Figures.many(card.response().interventions().size(), "intervention")
                            : ""),
                    WhyKind.CONDITION, "Fig. 1"));
        }
        return drafts;
    }

    private DurationValue duration(String name) {
        return card.durations().stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow();
    }

    private List<Draft> blastRadius() {
        int cells = card.reach().plannedCells().size();
        if (cells == 0) {
            return List.of();
        }
        return List.of(draft(Figures.count(cells) + " of " + Figures.many(card.experiment().cells().size(), "cell")
                + " had tasks in " + Figures.list(card.reach().plannedZones()), WhyKind.CONDITION, "Fig. 2"));
    }
}
