package io.gameday.engine;

import io.gameday.experiment.Expectation;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.AlarmsFrom;
import io.gameday.experiment.Experiment.PagesFrom;
import io.gameday.experiment.Impact;
import io.gameday.journal.Event;
import io.gameday.journal.Journal;
import io.gameday.journal.Phase;
import io.gameday.journal.Verdict;
import io.gameday.target.Automation;
import io.gameday.target.Target;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All predictions of a run: sealed before the first fault, judged one by one, journalled once each. Rulings wait
/// until the faults' effects are proven: about a fault that does not bite nothing was learnt.
final class Predictions {

    private final Journal journal;
    private final List<Entry> entries = new ArrayList<>();
    private int effectsAwaited;
    private @Nullable String doubt;

    Predictions(Experiment experiment, Target target, Journal journal) {
        this.journal = journal;
        Impact impact = Impact.of(experiment);
        Experiment.Graded graded = experiment.graded();
        experiment.detect()
                .forEach(e -> add(Phase.DETECT, e.words(), e.decidedInTime(), judge(e, target, impact, graded)));
        experiment.respond()
                .forEach(e -> add(Phase.RESPOND, e.words(), e.decidedInTime(), judge(e, target, impact, graded)));
        var radius = experiment.prepare().blastRadius();
        if (radius.customersPercent() != null) {
            add(Phase.PREPARE, "customers hurt at any time", false,
                    BlastRadiusJudge.customers(radius.customersPercent()));
        }
        if (radius.failedOrdersPercent() != null) {
            add(Phase.PREPARE, target.kind().requests() + " failed", false,
                    BlastRadiusJudge.failedOrders(radius.failedOrdersPercent(), target.kind()));
        }
    }

    private void add(Phase phase, String text, boolean deadline, Judge judge) {
        entries.add(new Entry("p" + (entries.size() + 1), phase, text, deadline, judge));
    }

    private static Judge judge(Expectation expectation, Target target, Impact impact, Experiment.Graded graded) {
        boolean peopleCanAct = target.automation().get().map(Automation::peopleCanAct).orElse(false);
        return switch (expectation) {
            case Expectation.AlarmFires e when graded.alarms() != AlarmsFrom.GAMEDAY ->
                teamAlarms(target, new SinceAsked(e.of(), AlarmJudge.team(e)), Verdict.BROKEN);
            case Expectation.AlarmSilent e when graded.alarms() != AlarmsFrom.GAMEDAY ->
                teamAlarms(target, new SilenceJudge(e), Verdict.HELD);
            case Expectation.PersonPaged e when graded.pages() != PagesFrom.GAMEDAY -> Unobservable.unless(
                    target.teamPages(),
                    new AsRead(new SinceAsked(e.of(), new PageJudge(e)), Set.of(Medium.PAGES), Set.of(Verdict.BROKEN)));
            case Expectation.PageAcknowledged e when graded.pages() != PagesFrom.GAMEDAY -> Unobservable
                    .unless(target.teamPages(), new AsRead(new SinceAsked(e.of(), new AcknowledgementJudge(e, true)),
                            Set.of(Medium.PAGES), Set.of(Verdict.BROKEN)));
            case Expectation.TeamTold e ->
                Unobservable.unless(target.teamPages(), new AsRead(new SinceAsked(e.of(), new TeamToldJudge(e)),
                        Set.of(Medium.PAGES), Set.of(Verdict.HELD, Verdict.BROKEN)));
            case Expectation.AlarmFires e ->
                Unobservable.unless(target.signals(), new SinceAsked(e.of(), AlarmJudge.own(e)));
            case Expectation.AlarmSilent e -> Unobservable.unless(target.signals(), new SilenceJudge(e));
            case Expectation.AutomationActs e ->
                Unobservable.unless(target.automation(), new SinceAsked(e.of(), new AutomationJudge(e)));
            case Expectation.PersonPaged e ->
                Unobservable.unless(target.signals(), new SinceAsked(e.of(), new PageJudge(e)));
            case Expectation.MetricHolds e ->
                Unobservable.unless(target.signals(), new SinceAsked(e.of(), new MetricJudge(e)));
            case Expectation.CustomersUnaffected e ->
                Unobservable.unless(target.signals(), new SinceAsked(e.of(), new UnaffectedJudge(e, impact)));
            case Expectation.DependencyIs e ->
                Unobservable.unless(target.signals(), new SinceAsked(e.of(), DependencyJudge.of(e, impact)));
            case Expectation.PageAcknowledged e -> Unobservable.unless(target.signals(), new SinceAsked(e.of(),
                    new AcknowledgementJudge(e, target.automation().get().isEmpty() || peopleCanAct)));
            case Expectation.Incidents e ->
                Unobservable.unless(target.signals(), new SinceAsked(null, CountJudge.incidents(e)));
            case Expectation.Interventions e -> Unobservable.unless(target.automation(),
                    new SinceAsked(null, CountJudge.interventions(e, peopleCanAct)));
        };
    }

    private static Judge teamAlarms(Target target, Judge judge, Verdict byAbsence) {
        return Unobservable.unless(target.teamAlarms(), new AsRead(judge, Set.of(Medium.ALARMS), Set.of(byAbsence)));
    }

    /// Lines of detect that must come true by a time.
    int deadlines() {
        return (int) entries.stream().filter(e -> e.phase == Phase.DETECT && e.deadline).count();
    }

    void seal(String salt, Vault vault) {
        List<Vault.Sealed> sealed = entries.stream().map(e -> new Vault.Sealed(e.id, e.text + " " + e.judge.wanted(),
                sha256(salt + e.id + e.text + " " + e.judge.wanted()))).toList();
        vault.keep(salt, sealed);
        sealed.forEach(s -> journal.append(new Event.PredictionSealed(s.id(), s.hash())));
    }

    /// One more fault whose effect must be proven before anything is ruled.
    void awaitEffect() {
        effectsAwaited++;
    }

    /// A fault's effect was looked for. @param doubt null when it was proven, else why nothing can be concluded
    void effect(@Nullable String doubt) {
        effectsAwaited--;
        if (doubt != null) {
            doubt(doubt);
        }
        publish();
    }

    /// From now on nothing that is undecided can be decided any more.
    void doubt(String why) {
        doubt = doubt == null ? why : doubt;
        publish();
    }

    void observe(Observed observed) {
        for (Entry entry : entries) {
            if (entry.ruling == null) {
                entry.ruling = entry.judge.observe(observed).orElse(null);
            }
        }
        publish();
    }

    /// Rules what is still undecided as unknown.
    void close(String why) {
        entries.stream().filter(e -> e.ruling == null).forEach(e -> e.ruling = Ruling.unknown(why));
        effectsAwaited = 0;
        publish();
    }

    private void publish() {
        if (effectsAwaited > 0) {
            return;
        }
        for (Entry entry : entries) {
            if (entry.published == null && doubt != null) {
                entry.ruling = Ruling.unknown(doubt);
            }
            if (entry.published == null && entry.ruling != null) {
                entry.published = entry.ruling;
                journal.append(new Event.PredictionJudged(entry.id, entry.phase, entry.deadline, entry.text,
                        entry.ruling.verdict(), entry.judge.wanted(), entry.ruling.value(), entry.ruling.detail()));
            }
        }
    }

    /// True once nothing but what is decided at the very end is open.
    boolean settled() {
        return entries.stream().allMatch(e -> e.ruling != null || !e.deadline && !e.judge.waiting());
    }

    long count(Verdict verdict) {
        return entries.stream().filter(e -> e.published != null && e.published.verdict() == verdict).count();
    }

    int size() {
        return entries.size();
    }

    Optional<String> first(Verdict verdict) {
        return entries.stream().filter(e -> e.published != null && e.published.verdict() == verdict).map(e -> e.text
                + " (wanted " + e.judge.wanted() + ", was " + (e.published == null ? "" : e.published.value()) + ")")
                .findFirst();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static final class Entry {
        private final String id;
        private final Phase phase;
        private final String text;
        private final boolean deadline;
        private final Judge judge;
        private @Nullable Ruling ruling;
        private @Nullable Ruling published;

        Entry(String id, Phase phase, String text, boolean deadline, Judge judge) {
            this.id = id;
            this.phase = phase;
            this.text = text;
            this.deadline = deadline;
            this.judge = judge;
        }
    }
}
