package io.gameday.report.lint;

import io.gameday.report.lint.Moment.What;
import io.gameday.report.lint.Passage.Section;
import io.gameday.report.text.Figures;
import io.gameday.report.timeline.Disagreement;
import io.gameday.report.words.CoeFile.Told;
import io.gameday.target.TargetKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether the timeline is whole, in order, shown, and free of judgement.
final class TimelineRules {

    static final List<Check> ALL = List.of(
            Check.of("COE-T01", Severity.ERROR,
                    "The timeline has the start of impact, its first detection, what " + "mitigated it, and its end.",
                    "Add the line, with what shows it.", TimelineRules::whole),
            Check.of("COE-T02", Severity.WARNING,
                    "From the beginning to the recovery nothing is silent for more than " + "15 min.",
                    "Add a line of kind gap-explanation: what was waited for?", TimelineRules::gaps),
            Check.of("COE-T03", Severity.ERROR, "The file's timeline is in order of time.",
                    "Move the line, or correct its time.", TimelineRules::order),
            Check.of("COE-T04", Severity.WARNING, "Each line that says what was so has evidence.",
                    "Add evidence, such as J-24 or Fig. 1, or recalled: yes.", TimelineRules::evidence),
            Check.of("COE-T05", Severity.WARNING, "The timeline tells and does not judge.",
                    "Say what could be seen at that moment; what follows from it belongs to the whys.",
                    TimelineRules::judgement),
            Check.of("COE-T06", Severity.WARNING, "Changes that came before are in the timeline.",
                    "Add a line of kind change, at the time of the change.", TimelineRules::changes),
            Check.of("COE-T07", Severity.ERROR, "Times that people give are within 60 s of the journal's.",
                    "Correct the time, or tell what you saw as an observation.", TimelineRules::contradictions),
            Check.of("COE-T08", Severity.INFORMATION, "The steady state was seen again after the last fault.",
                    "Add a line of kind recovered, with what proved it.", TimelineRules::recovered),
            Check.of("COE-T09", Severity.WARNING, "Somebody was engaged, and mitigation has a beginning and an end.",
                    "Add lines of kind engaged, mitigation-start and mitigated.", TimelineRules::engaged));

    private static final Duration LONGEST_GAP = Duration.ofMinutes(15);

    private TimelineRules() {
    }

    private static void whole(Material m, Findings findings) {
        Optional<Moment> start = m.first(What.IMPACT_START);
        if (start.isEmpty()) {
            if (m.hurt() && m.card().faults().isEmpty()) {
                findings.add("timeline", "no line of kind impact-start, and customers were affected");
            }
            return;
        }
        if (m.first(What.ALARM, What.SEEN, What.ENGAGED).isEmpty()) {
            findings.add("timeline", "nothing says how it was detected: no alarm, no observation",
                    "Add who or what noticed it first: alarm, observation.");
        }
        if (m.over() == null) {
            findings.add("timeline", "nothing says when the impact ended", "Add a line of kind impact-end.");
        } else if (m.first(What.MITIGATED, What.FAULT_ENDED, What.BY_HAND).isEmpty()) {
            findings.add("timeline", "nothing says what mitigated it", "Add a line of kind mitigated.");
        }
    }

    private static void gaps(Material m, Findings findings) {
        List<Moment> all = m.moments();
        Optional<Moment> from = m.first(What.FAULT, What.IMPACT_START, What.ALARM);
        Optional<Moment> to = m.last(What.IMPACT_END, What.MITIGATED, What.RECOVERED, What.FAULT_ENDED);
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        Instant known = from.get().at();
        for (Moment next : all) {
            if (next.at().isBefore(from.get().at()) || next.at().isAfter(to.get().at())) {
                continue;
            }
            boolean explained = next.what() == What.GAP_EXPLAINED;
            if (!explained && Duration.between(known, next.at()).compareTo(LONGEST_GAP) > 0) {
                findings.add(next.place(), "nothing is told from " + Figures.second(known) + " to "
                        + Figures.second(next.at()) + " UTC, " + Figures.length(Duration.between(known, next.at())));
            }
            Instant end = next.until().isAfter(next.at()) ? next.until() : next.at();
            known = end.isAfter(known) ? end : known;
        }
    }

    private static void order(Material m, Findings findings) {
        List<Told> told = m.file().timeline();
        for (int i = 1; i < told.size(); i++) {
            if (told.get(i).at().isBefore(told.get(i - 1).at())) {
                findings.add("timeline[" + (i + 1) + "].at",
                        Figures.second(told.get(i).at()) + " UTC stands after " + Figures.second(told.get(i - 1).at()));
            }
        }
    }

    private static void evidence(Material m, Findings findings) {
        m.told((place, told) -> {
            if (told.evidence().isEmpty() && Moment.shown(told.kind())) {
                if (told.recalled()) {
                    findings.add(Severity.INFORMATION, place, "told from memory, with no evidence",
                            "Is there a log, a message or a picture of it?");
                } else {
                    findings.add(place, "no evidence");
                }
            }
        });
    }

    private static void judgement(Material m, Findings findings) {
        for (Passage passage : m.passages(Section.TIMELINE)) {
            passage.sentences().stream().flatMap(sentence -> m.lexicon().hits(Vocabulary.JUDGEMENT, sentence).stream())
                    .map(Lexicon.Hit::text).distinct()
                    .forEach(word -> findings.add(passage.place(), "'" + word + "' judges"));
        }
    }

    private static void changes(Material m, Findings findings) {
        Stream.of("CHG-1", "DIA-4")
                .filter(question -> m.lexicon().claimed(Vocabulary.CHANGES, m.answer(question).text())).findFirst()
                .filter(question -> m.first(What.CHANGE).isEmpty()).ifPresent(question -> findings.add("timeline",
                        question + " tells of a change, and no line of the timeline does"));
    }

    private static void contradictions(Material m, Findings findings) {
        Disagreement.of(m.subject().facts().timeline().rows(), m.file().timeline())
                .forEach(one -> findings.add(one.place(), one.text()));
    }

    private static void recovered(Material m, Findings findings) {
        if (m.first(What.IMPACT_START, What.FAULT).isEmpty()) {
            return;
        }
        Optional<Moment> recovered = m.last(What.RECOVERED);
        Optional<Moment> ended = m.last(What.FAULT_ENDED);
        if (recovered.isEmpty()) {
            findings.add("timeline", "nothing says that the steady state was seen again");
        } else if (ended.isPresent() && recovered.get().at().isBefore(ended.get().at())) {
            findings.add(recovered.get().place(), "recovered before the last fault ended");
        }
    }

    private static void engaged(Material m, Findings findings) {
        if (m.first(What.IMPACT_START).isEmpty()) {
            return;
        }
        boolean nobodyCould = m.card().experiment().target() == TargetKind.SIMULATED;
        if (!nobodyCould && m.first(What.ENGAGED).isEmpty()) {
            findings.add("timeline", "nothing says when somebody was engaged");
        }
        boolean begun = m.first(What.MITIGATION_START, What.AUTOMATION, What.BY_HAND).isPresent();
        boolean done = m.first(What.MITIGATED).isPresent();
        if (done && !begun) {
            findings.add("timeline", "mitigated, and nothing says when that began");
        } else if (!done && m.first(What.MITIGATION_START).isPresent()) {
            findings.add(m.first(What.MITIGATION_START).get().place(),
                    "mitigation began, and nothing says when it was " + "done");
        }
    }
}
