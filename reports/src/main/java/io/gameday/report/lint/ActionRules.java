package io.gameday.report.lint;

import io.gameday.report.lint.Subject.Other;
import io.gameday.report.why.WhyNode;
import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFile.ActionStatus;
import io.gameday.report.words.CoeFile.ActionType;
import io.gameday.report.words.CoeFile.Horizon;
import io.gameday.report.words.CoeFile.Status;
import io.gameday.report.words.CoeQuestion;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Whether something will change: lessons, and actions that are somebody's, dated, and more than good will.
final class ActionRules {

    static final List<Check> ALL = List.of(
            Check.of("COE-A01", Severity.ERROR, "There is at least one lesson.",
                    "What went well, what went wrong, where were we lucky?", ActionRules::lesson),
            Check.of("COE-A02", Severity.WARNING, "Each lesson names an action, or says why none follows.",
                    "Fill in actions, or noActionBecause.", ActionRules::lessonWithoutAction),
            Check.of("COE-A03", Severity.ERROR, "Each action has exactly one owner.",
                    "Name one person; others may help.", ActionRules::owner),
            Check.of("COE-A04", Severity.ERROR,
                    "Each action has a date: not past, within 90 days for immediate ones, "
                            + "within 180 for the others.",
                    "Set due, such as 2027-02-15.", ActionRules::due),
            Check.of("COE-A05", Severity.WARNING,
                    "An action begins with its verb; one that leaves its end open says " + "when it is done.",
                    "Such as: Add alarm: p99 over 200 ms, 3 of 5 datapoints, runbook R7.", ActionRules::title),
            Check.of("COE-A06", Severity.WARNING, "Each action addresses a why or a question.",
                    "Fill in addresses with ids such as W3 or DET-4.", ActionRules::addresses),
            Check.of("COE-A07", Severity.WARNING, "Actions do more than prevent, and more than document and train.",
                    "What would have detected it sooner, or kept it smaller?", ActionRules::mixed),
            Check.of("COE-A08", Severity.WARNING,
                    "There are at most ten actions; where there are none, it is said why.",
                    "Keep those that matter most, or fill in noActionsBecause.", ActionRules::number),
            Check.of("COE-A09", Severity.WARNING, "What is closed was verified by a run.",
                    "Play the experiment again and name the run in verifiedBy.", ActionRules::verified),
            Check.of("COE-A10", Severity.WARNING, "An owner is a person, not a team.",
                    "Name the person in that team who will see to it.", ActionRules::team),
            Check.of("COE-A11", Severity.INFORMATION, "No open action of another COE says the same.",
                    "If it is the same, name that COE in related, and ask why it is still open.", ActionRules::again),
            Check.of("COE-A12", Severity.ERROR, "Where customers were affected, one action at least is a mechanism.",
                    "Add a check, gate, alarm, test or limit, with mechanism: yes.", ActionRules::mechanism),
            Check.of("COE-A13", Severity.WARNING, "No action rests on good intentions.",
                    "What does it instead of a person? Such as: The deploy job drains first.", ActionRules::intention),
            Check.of("COE-A14", Severity.WARNING,
                    "Where it happened before, PRE-3 says why the earlier actions did not " + "help.",
                    "Add what was done then, and what it missed.", ActionRules::recurrence));

    private static final int MOST = 10;
    private static final int IMMEDIATE_DAYS = 90;
    private static final int LATEST_DAYS = 180;
    /// Of the words of both, as many that both have.
    private static final double ALIKE = 0.6;
    private static final Pattern COE = Pattern.compile("COE-[\\w-]*\\d[\\w-]*");

    private ActionRules() {
    }

    private static void lesson(Material m, Findings findings) {
        if (m.file().lessons().stream().allMatch(lesson -> lesson.text().isBlank())) {
            findings.add("lessons", "there is no lesson");
        }
    }

    private static void lessonWithoutAction(Material m, Findings findings) {
        Set<String> known = m.file().actions().stream().map(ActionItem::id).collect(Collectors.toSet());
        m.lessons((place, lesson) -> {
            if (lesson.actions().stream().noneMatch(known::contains) && lesson.noActionBecause().isBlank()) {
                findings.add(place,
                        lesson.actions().isEmpty()
                                ? "nothing follows from it"
                                : "there is no action " + String.join(", ", lesson.actions()));
            }
        });
    }

    private static void owner(Material m, Findings findings) {
        m.actions((place, action) -> {
            int owners = Names.several(action.owner(), m.lexicon()).size();
            if (owners != 1) {
                findings.add(place + ".owner", action.id()
                        + (owners == 0 ? " has no owner" : " has " + owners + " owners: " + action.owner()));
            }
        });
    }

    private static void due(Material m, Findings findings) {
        LocalDate today = m.subject().today();
        m.actions((place, action) -> {
            LocalDate due = action.due();
            String at = place + ".due";
            if (due == null) {
                findings.add(at, action.id() + " has no date");
                return;
            }
            long days = ChronoUnit.DAYS.between(today, due);
            if (action.status() == ActionStatus.OPEN && days < 0) {
                findings.add(Severity.WARNING, at, action.id() + " was due on " + due, "Done, dropped, or due when?");
            } else if (action.horizon() == Horizon.IMMEDIATE && days > IMMEDIATE_DAYS) {
                findings.add(Severity.WARNING, at, action.id() + " is immediate and due in " + days + " days",
                        "Make it smaller, or a roadmap action.");
            } else if (days > LATEST_DAYS) {
                findings.add(Severity.WARNING, at, action.id() + " is due in " + days + " days",
                        "What of it can be there within half a year?");
            }
        });
    }

    private static void title(Material m, Findings findings) {
        m.actions((place, action) -> {
            if (action.title().isBlank()) {
                findings.add(place + ".title", action.id() + " has no title");
            } else if (m.lexicon().led(Vocabulary.OPEN_VERBS, action.title())) {
                if (action.doneWhen().isBlank()) {
                    findings.add(place + ".doneWhen",
                            action.id() + " leaves open when it is done: '" + action.title() + "'",
                            "Fill in doneWhen: how will one see it?");
                }
            } else if (!m.lexicon().led(Vocabulary.VERBS, action.title())) {
                findings.add(place + ".title",
                        action.id() + " does not begin with a verb that the list knows: '" + action.title() + "'");
            }
        });
    }

    private static void addresses(Material m, Findings findings) {
        Set<String> known = m.whys().nodes().stream().map(WhyNode::id).collect(Collectors.toCollection(HashSet::new));
        for (CoeQuestion question : CoeQuestion.values()) {
            known.add(question.id());
        }
        m.actions((place, action) -> {
            if (action.addresses().stream().noneMatch(known::contains)) {
                findings.add(place + ".addresses",
                        action.addresses().isEmpty()
                                ? action.id() + " addresses nothing"
                                : "there is no why and no question " + String.join(", ", action.addresses()));
            }
        });
    }

    private static void mixed(Material m, Findings findings) {
        List<ActionItem> actions = m.actions();
        if (actions.isEmpty()) {
            return;
        }
        if (actions.stream().allMatch(action -> action.type() == ActionType.PREVENT)) {
            findings.add("actions", "every action is of type prevent");
        } else if (actions.stream()
                .allMatch(action -> !action.mechanism() && m.lexicon().has(Vocabulary.DOCUMENTS, action.title()))) {
            findings.add("actions", "every action documents or trains");
        }
    }

    private static void number(Material m, Findings findings) {
        int number = m.actions().size();
        if (number > MOST) {
            findings.add("actions", "there are " + number + " actions");
        } else if (number == 0 && m.file().noActionsBecause().isBlank()) {
            findings.add("actions", "there is no action, and nothing says why");
        }
    }

    /// Every run of Gameday's is an experiment, so there is one to play again. Of an incident there may be none.
    private static void verified(Material m, Findings findings) {
        if (m.card().experiment().target().planned() && m.file().header().status() == Status.CLOSED) {
            m.actions((place, action) -> {
                if (action.status() != ActionStatus.DROPPED && action.verifiedBy().isBlank()) {
                    findings.add(place + ".verifiedBy", "closed, and no run verified " + action.id());
                }
            });
        }
    }

    private static void team(Material m, Findings findings) {
        m.actions((place, action) -> {
            if (Names.team(action.owner(), m.lexicon())) {
                findings.add(place + ".owner", "'" + action.owner() + "' is a team");
            }
        });
    }

    private static void again(Material m, Findings findings) {
        m.actions((place, action) -> {
            for (Other other : m.subject().others()) {
                boolean linked = m.file().related().stream()
                        .anyMatch(related -> related.contains(other.id()) || related.contains(other.folder()));
                other.actions().stream().filter(theirs -> !linked && theirs.status() == ActionStatus.OPEN)
                        .filter(theirs -> alike(action.title(), theirs.title())).findFirst()
                        .ifPresent(theirs -> findings.add(place, action.id() + " is like the open " + theirs.id()
                                + " of " + other.folder() + ": '" + theirs.title() + "'"));
            }
        });
    }

    private static boolean alike(String ours, String theirs) {
        Set<String> both = new HashSet<>(parts(ours));
        both.retainAll(parts(theirs));
        Set<String> all = new HashSet<>(parts(ours));
        all.addAll(parts(theirs));
        return !all.isEmpty() && (double) both.size() / all.size() >= ALIKE;
    }

    /// Words; in Japanese, pairs of letters.
    private static Set<String> parts(String title) {
        return switch (Language.of(title)) {
            case ENGLISH -> Sentence.tokens(title).stream().map(Sentence.Token::word).collect(Collectors.toSet());
            case JAPANESE -> IntStream.range(0, Math.max(0, title.length() - 1))
                    .mapToObj(i -> title.substring(i, i + 2)).collect(Collectors.toSet());
        };
    }

    private static void mechanism(Material m, Findings findings) {
        boolean none = m.actions().isEmpty() && !m.file().noActionsBecause().isBlank();
        if (m.hurt() && !none && m.actions().stream().noneMatch(ActionItem::mechanism)) {
            findings.add("actions", "customers were affected, and no action is a mechanism");
        }
    }

    private static void intention(Material m, Findings findings) {
        m.actions((place, action) -> {
            if (!action.mechanism() && m.lexicon().claimed(Vocabulary.INTENTION, action.title())) {
                findings.add(place + ".title", action.id() + " is an intention: '" + action.title() + "'");
            }
        });
    }

    private static void recurrence(Material m, Findings findings) {
        String answer = m.answer("PRE-3").text();
        boolean earlier = COE.matcher(answer).find();
        String rest = COE.matcher(answer).replaceAll(" ");
        int words = switch (Language.of(rest)) {
            case ENGLISH -> Sentence.tokens(rest).size();
            case JAPANESE -> rest.strip().length() / 2;
        };
        boolean relates = m.file().related().stream().anyMatch(text -> COE.matcher(text).find());
        if (earlier && words < 3) {
            findings.add("answers.PRE-3", "it names an earlier COE, and not why its actions did not help");
        } else if (relates && answer.isBlank()) {
            findings.add("answers.PRE-3", "related names an earlier COE, and PRE-3 is not answered");
        }
    }
}
