package io.gameday.report.brief;

import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.phrase.OwnWords;
import io.gameday.report.scorecard.Blind;
import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.scorecard.ImpactWindow;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.scorecard.Scorecard.Prediction;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFile.ActionStatus;
import io.gameday.report.words.CoeFile.Lesson;
import io.gameday.report.words.CoeFile.LessonKind;
import io.gameday.report.words.CoeFile.Outcome;
import io.gameday.target.TargetKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One page for those who decide and do not know the system: what customers saw, how long, what we learned, the three
/// actions that press most, the risk left. Its words are templates'; here stand only figures, words of people, and which
/// of them are chosen.
///
/// @param title    people's; empty until somebody writes one
/// @param causes   kinds of what was broken on purpose, such as `zone-power-loss`, each once
/// @param summary  people's; empty until somebody writes it
/// @param lessons  what was a surprise first, then what went wrong, then where we were lucky
/// @param fixes    the three open actions that press most
/// @param done     actions that are done
/// @param noFixesBecause why nothing is to be done
public record ExecutiveSummary(String id, Excerpt title, String origin, TargetKind target, String requests,
        Instant made, String journal, boolean interrupted, boolean faultsLeft, List<String> causes, int zones,
        Seen seen, Lasted lasted, Excerpt summary, long expected, long cameTrue, Few<Learned> lessons, Few<Fix> fixes,
        long done, Excerpt noFixesBecause, Risk risk) implements OwnWords {

    private static final int TOP = 3;

    @Override
    public Set<String> ownWords() {
        return Set.of("id", "journal", "causes");
    }

    /// Whether and how customers were hit.
    public enum What {
        NOT_STARTED, NOT_MEASURED, UNAFFECTED, AFFECTED
    }

    /// @param hurt   customers, of `total`
    /// @param failed requests, of `of`
    /// @param share  `failed` of `of`, 0 to 1
    /// @param lost   confirmed requests that could not be found again, of `confirmed`; null where nobody looked
    /// @param unsure confirmed requests that could not be asked about
    public record Seen(What what, int hurt, int total, long failed, long of, double share, @Nullable Long lost,
            long confirmed, long unsure) {
    }

    /// @param whole    all that customers had less than was promised
    /// @param times    in how many pieces
    /// @param open     it was not over when the measuring ended
    /// @param told     from its beginning to the alarm that told of it; null where none did or it is not known
    /// @param blind    of `whole`, without any alarm
    /// @param unread   whether an alarm told is not known of some of it
    /// @param mitigated from its beginning to when customers were well again, while what was broken was still broken
    /// @param removed   from when it was repaired to when customers were well again; null where they were before
    public record Lasted(Duration whole, int times, boolean open, @Nullable Duration told, Duration blind,
            boolean unread, @Nullable Duration mitigated, @Nullable Duration removed) {
    }

    /// What people learned.
    public record Learned(Outcome outcome, LessonKind kind, boolean surprise, Excerpt text) {
    }

    /// @param written   whether people have written any why, without which nobody can tell of risks
    /// @param flagged   what people called a risk
    /// @param accepted  causes without an action, with the reason
    /// @param undecided causes without an action and without a reason
    /// @param surprises expectations that did not come true and that no action is about
    /// @param unjudged  expectations of which it is not known
    public record Risk(boolean written, Few<Cause> flagged, Few<Cause> accepted, long undecided,
            List<Surprise> surprises, long unjudged) {
    }

    /// @param times predictions about it
    public record Surprise(Topic topic, long times) {
    }

    /// What a prediction is about, for readers who know none of its words.
    public enum Topic {
        SERVED, REACHED, ALARMED, QUIET, CALLED, BY_ITSELF;

        static Topic of(Prediction prediction) {
            String text = prediction.text();
            if (prediction.phase().equals("prepare")) {
                return REACHED;
            }
            if (text.startsWith("alarm ") || text.startsWith("told of ")) {
                return ALARMED;
            }
            if (text.startsWith("silent ") || text.startsWith("incidents ")) {
                return QUIET;
            }
            if (text.startsWith("page ") || text.startsWith("acknowledged by ")) {
                return CALLED;
            }
            return text.startsWith("automation ") || text.startsWith("interventions ") ? BY_ITSELF : SERVED;
        }
    }

    public static ExecutiveSummary of(RunFacts facts, CoeDocument coe, Room room) {
        Scorecard card = coe.scorecard();
        CoeFile words = coe.words();
        List<ActionItem> open = Fix.open(words.actions());
        List<String> causes = facts.all(Event.FaultInjected.class).stream().map(fault -> fault.event().fault().kind())
                .distinct().toList();
        return new ExecutiveSummary(coe.id(), Excerpt.of(words.header().title(), room.title()), coe.origin(),
                card.experiment().target(), coe.requests(), coe.made(), coe.journal(), card.outcome().interrupted(),
                card.faultsGone() != Verdict.HELD, causes, card.experiment().zones().size(), seen(card), lasted(card),
                Excerpt.of(words.summary(), room.passage()), card.predictions().size(), card.predictions(Verdict.HELD),
                lessons(words.lessons(), room), Few.of(open, TOP).map(action -> Fix.of(action, room)),
                words.actions().stream().filter(action -> action.status() == ActionStatus.DONE).count(),
                Excerpt.of(words.noActionsBecause(), room.line()), risk(coe, room));
    }

    private static Seen seen(Scorecard card) {
        What what = card.outcome().notStarted() || card.faults().isEmpty()
                ? What.NOT_STARTED
                : !card.customersMeasured()
                        ? What.NOT_MEASURED
                        : card.customersAffected() ? What.AFFECTED : What.UNAFFECTED;
        Scorecard.ReadBack back = card.readBack();
        long failed = card.orders().failed();
        long of = card.orders().of();
        return new Seen(what, card.customers().hurtEver(), card.customers().total(), failed, of,
                of == 0 ? 0 : (double) failed / of, back == null ? null : back.lostOrders(),
                back == null ? 0 : back.acknowledged(), back == null ? 0 : back.unknownOrders());
    }

    private static Lasted lasted(Scorecard card) {
        List<ImpactWindow> windows = card.impact();
        Duration whole = windows.stream().map(ImpactWindow::length).reduce(Duration.ZERO, Duration::plus);
        Blind blind = card.blind();
        return new Lasted(whole, windows.size(), !windows.isEmpty() && windows.getLast().open(), value(card, "detect"),
                blind.length(), blind.unread() > 0, value(card, "mitigateFromImpact"),
                value(card, "recoveredAfterRemoval"));
    }

    private static @Nullable Duration value(Scorecard card, String name) {
        for (DurationValue duration : card.durations()) {
            if (duration.name().equals(name)) {
                return duration.value();
            }
        }
        return null;
    }

    /// Surprises first: they are what a reader could not have guessed.
    private static Few<Learned> lessons(List<Lesson> all, Room room) {
        List<Outcome> order = List.of(Outcome.WRONG, Outcome.LUCKY, Outcome.WELL);
        List<Lesson> sorted = all.stream().sorted(Comparator.comparing((Lesson lesson) -> !lesson.surprise())
                .thenComparing(lesson -> order.indexOf(lesson.outcome()))).toList();
        return Few.of(sorted, TOP).map(lesson -> new Learned(lesson.outcome(), lesson.kind(), lesson.surprise(),
                Excerpt.of(lesson.text(), room.line())));
    }

    private static Risk risk(CoeDocument coe, Room room) {
        Causes causes = new Causes(coe, room);
        List<Prediction> surprises = unanswered(coe);
        return new Risk(!coe.words().whys().isEmpty(), causes.risks(), causes.accepted(), causes.undecided(),
                Arrays.stream(Topic.values())
                        .map(topic -> new Surprise(topic,
                                surprises.stream().filter(prediction -> Topic.of(prediction) == topic).count()))
                        .filter(surprise -> surprise.times() > 0).toList(),
                coe.scorecard().predictions(Verdict.UNKNOWN));
    }

    /// Broken predictions that no action is about. One is, when it is proved by this experiment, which judges each
    /// prediction anew, or addresses a why with the prediction's entry of the journal as evidence.
    private static List<Prediction> unanswered(CoeDocument coe) {
        List<ActionItem> actions = coe.words().actions().stream()
                .filter(action -> action.status() != ActionStatus.DROPPED).toList();
        String experiment = coe.scorecard().experiment().name();
        if (actions.stream().anyMatch(action -> action.provedBy().equals(experiment))) {
            return List.of();
        }
        Set<String> addressed = actions.stream().flatMap(action -> action.addresses().stream())
                .collect(Collectors.toSet());
        List<String> evidence = coe.words().whys().stream().filter(why -> addressed.contains(why.id()))
                .flatMap(why -> why.evidence().stream()).toList();
        return coe.scorecard().predictions().stream().filter(prediction -> prediction.verdict() == Verdict.BROKEN)
                .filter(prediction -> !evidence.contains("J-" + prediction.seq())).toList();
    }
}
