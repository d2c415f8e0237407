package io.gameday.report.lint;

import io.gameday.report.lint.Moment.What;
import io.gameday.report.text.Figures;
import io.gameday.report.why.Root;
import io.gameday.report.words.CoeFile.ActionType;
import io.gameday.report.words.CoeFile.Answer;
import io.gameday.report.words.CoeQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether what was learnt about detection and diagnosis is written down.
final class DetectionRules {

    private static final Duration TARGET = Duration.ofMinutes(5);

    static final List<Check> ALL = List.of(
            Check.of("COE-D01", Severity.WARNING, "Where detection took more than 5 min, DET-3 has an idea.",
                    "What one thing would have halved it?", DetectionRules::slow),
            Check.of("COE-D02", Severity.WARNING,
                    "Where people noticed before an alarm did, the whys ask about " + "detection.",
                    "Add a node under detection: which signal existed then, and who could see it?",
                    DetectionRules::people),
            Check.of("COE-D03", Severity.WARNING, "Impact that no alarm told of has an action of type detect.",
                    "Add one: alarm on what, at which limit?", DetectionRules::blind),
            Check.of("COE-D04", Severity.WARNING,
                    "The halving questions DET-3, DIA-2, MIT-3 and BLA-1 have an idea " + "each.",
                    "One idea is enough, also one that will not be built.", DetectionRules::halving),
            Check.of("COE-D05", Severity.INFORMATION,
                    "Where mitigating took longer than detecting, the whys ask about " + "the response.",
                    "Add a node under response: what was waited for?", DetectionRules::response));

    private DetectionRules() {
    }

    /// Also where nothing told of it at all.
    private static boolean late(Material m) {
        Duration detect = m.duration("detect");
        return detect == null ? !m.blindWindows().isEmpty() : detect.compareTo(TARGET) > 0;
    }

    private static boolean idea(Material m, String question) {
        Answer answer = m.answer(question);
        return Stream.of(answer.halving(), answer.text()).anyMatch(text -> !text.isBlank()
                && !m.lexicon().whole(Vocabulary.NO_IDEA, text) && !m.lexicon().whole(Vocabulary.PLACEHOLDER, text));
    }

    private static void slow(Material m, Findings findings) {
        if (late(m) && !idea(m, "DET-3")) {
            Duration detect = m.duration("detect");
            findings.add("answers.DET-3.halving",
                    detect == null ? "it was not detected" : "detected after " + Figures.length(detect));
        }
    }

    private static void people(Material m, Findings findings) {
        Optional<Moment> alarm = m.first(What.ALARM);
        Optional<Moment> impact = m.first(What.IMPACT_START);
        Optional<Moment> seen = m.moments().stream().filter(moment -> moment.what() == What.SEEN)
                .filter(moment -> impact.isPresent() && !moment.at().isBefore(impact.get().at())).findFirst();
        boolean before = alarm.isPresent() && seen.isPresent() && seen.get().at().isBefore(alarm.get().at());
        String first = m.answer("DET-1").text();
        boolean said = !m.lexicon().claimed(Vocabulary.SIGNALS, first)
                && (m.lexicon().claimed(Vocabulary.CUSTOMERS, first) || m.lexicon().claimed(Vocabulary.PERSONS, first));
        if ((before || said && alarm.isPresent()) && m.whys().under(Root.DETECTION).isEmpty()) {
            findings.add("whys", "people noticed it before an alarm told, and nothing stands under detection");
        }
    }

    private static void blind(Material m, Findings findings) {
        boolean acts = m.actions().stream().anyMatch(action -> action.type() == ActionType.DETECT);
        if (!acts) {
            m.blindWindows()
                    .forEach(window -> findings.add("actions",
                            "no alarm told of the impact from " + Figures.second(window.from()) + " to "
                                    + Figures.second(window.to()) + " UTC, and no action detects"));
        }
    }

    private static void halving(Material m, Findings findings) {
        if (!m.hurt()) {
            return;
        }
        for (CoeQuestion question : CoeQuestion.values()) {
            boolean toldAlready = question == CoeQuestion.DET_3 && late(m);
            if (question.halving() && !toldAlready && !idea(m, question.id())) {
                findings.add("answers." + question.id() + ".halving", "no idea: " + question.text());
            }
        }
    }

    private static void response(Material m, Findings findings) {
        Duration detect = m.duration("detect");
        Optional<Moment> known = m.first(What.RIGHT_IDEA);
        Instant over = m.over();
        if (detect == null || known.isEmpty() || over == null || !m.whys().under(Root.RESPONSE).isEmpty()) {
            return;
        }
        Duration mitigating = Duration.between(known.get().at(), over);
        if (mitigating.compareTo(detect) > 0) {
            findings.add("whys", "from diagnosis to the end it took " + Figures.length(mitigating) + ", to detect "
                    + Figures.length(detect) + ", and nothing stands under response");
        }
    }
}
