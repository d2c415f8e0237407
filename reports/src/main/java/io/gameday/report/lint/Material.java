package io.gameday.report.lint;

import io.gameday.report.lint.Moment.What;
import io.gameday.report.lint.Passage.Section;
import io.gameday.report.scorecard.ImpactWindow;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.why.WhyGraph;
import io.gameday.report.why.WhyNode;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFile.ActionStatus;
import io.gameday.report.words.CoeFile.Answer;
import io.gameday.report.words.CoeFile.Customers;
import io.gameday.report.words.CoeFile.Lesson;
import io.gameday.report.words.CoeFile.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A document as rules want it: its running texts, both timelines as one, the why-graph.
final class Material {

    private static final Answer NO_ANSWER = new Answer("", "", List.of());

    private final Subject subject;
    private final Lexicon lexicon;
    private final List<Passage> passages;
    private final List<Moment> moments;
    private final WhyGraph whys;

    Material(Subject subject, Lexicon lexicon) {
        this.subject = subject;
        this.lexicon = lexicon;
        passages = passages(subject.file());
        moments = Moment.merged(subject.facts().timeline().rows(), subject.file().timeline());
        whys = new WhyGraph(subject.file().whys());
    }

    Subject subject() {
        return subject;
    }

    CoeFile file() {
        return subject.file();
    }

    Scorecard card() {
        return subject.facts().scorecard();
    }

    Lexicon lexicon() {
        return lexicon;
    }

    WhyGraph whys() {
        return whys;
    }

    List<Moment> moments() {
        return moments;
    }

    Optional<Moment> first(What... what) {
        Set<What> wanted = EnumSet.copyOf(List.of(what));
        return moments.stream().filter(moment -> wanted.contains(moment.what())).findFirst();
    }

    Optional<Moment> last(What... what) {
        Set<What> wanted = EnumSet.copyOf(List.of(what));
        return moments.reversed().stream().filter(moment -> wanted.contains(moment.what())).findFirst();
    }

    /// Whether customers were affected, by the journal or by what people say.
    boolean hurt() {
        Customers customers = file().impact().customers();
        return card().customersAffected() || customers != null && customers.value() > 0;
    }

    /// Null where an end of it is missing.
    @Nullable
    Duration duration(String name) {
        return card().durations().stream().filter(duration -> duration.name().equals(name)).findFirst()
                .map(duration -> duration.value()).orElse(null);
    }

    List<ImpactWindow> blindWindows() {
        return card().impact().stream().filter(ImpactWindow::blind).toList();
    }

    Answer answer(String question) {
        return file().answers().getOrDefault(question, NO_ANSWER);
    }

    /// Actions that somebody still means to do, or has done.
    List<ActionItem> actions() {
        return file().actions().stream().filter(action -> action.status() != ActionStatus.DROPPED).toList();
    }

    /// Every action with its place.
    void actions(BiConsumer<String, ActionItem> each) {
        each("actions", file().actions(), each);
    }

    void nodes(BiConsumer<String, WhyNode> each) {
        each("whys", file().whys(), each);
    }

    void lessons(BiConsumer<String, Lesson> each) {
        each("lessons", file().lessons(), each);
    }

    void told(BiConsumer<String, Told> each) {
        each("timeline", file().timeline(), each);
    }

    private static <T> void each(String list, List<T> items, BiConsumer<String, T> each) {
        for (int i = 0; i < items.size(); i++) {
            each.accept(list + "[" + (i + 1) + "]", items.get(i));
        }
    }

    /// Texts of some sections.
    List<Passage> passages(Section first, Section... others) {
        Set<Section> wanted = EnumSet.of(first, others);
        return passages.stream().filter(passage -> wanted.contains(passage.section())).toList();
    }

    /// Every text but the roles, in the order of the document.
    List<Passage> prose() {
        return passages.stream().filter(passage -> passage.section() != Section.ROLE).toList();
    }

    List<Passage> passages() {
        return passages;
    }

    /// When the last of what happened to customers was over; null while it is not, or nothing happened.
    @Nullable
    Instant over() {
        return last(What.IMPACT_END, What.MITIGATED).map(Moment::at)
                .filter(at -> first(What.IMPACT_START).filter(start -> !start.at().isAfter(at)).isPresent())
                .filter(at -> card().impact().isEmpty() || !card().impact().getLast().open()).orElse(null);
    }

    private static List<Passage> passages(CoeFile file) {
        List<Passage> all = new ArrayList<>();
        add(all, Section.TITLE, "title", file.header().title());
        add(all, Section.SUMMARY, "summary", file.summary());
        each("impact.couldNot", file.impact().couldNot(), (place, text) -> add(all, Section.IMPACT, place, text));
        each("impact.notAffected", file.impact().notAffected(), (place, text) -> add(all, Section.IMPACT, place, text));
        each("timeline", file.timeline(), (place, told) -> {
            add(all, Section.ROLE, place + ".role", told.role());
            add(all, Section.TIMELINE, place + ".text", told.text());
        });
        file.answers().forEach((id, answer) -> {
            add(all, Section.ANSWER, "answers." + id + ".text", answer.text());
            add(all, Section.HALVING, "answers." + id + ".halving", answer.halving());
        });
        each("debrief", file.debrief(), (place, said) -> {
            add(all, Section.ROLE, place + ".role", said.role());
            add(all, Section.DEBRIEF, place + ".answer", said.answer());
        });
        each("whys", file.whys(), (place, why) -> {
            add(all, Section.WHY, place + ".statement", why.statement());
            add(all, Section.WHY, place + ".notAddressed", why.notAddressed());
        });
        each("lessons", file.lessons(), (place, lesson) -> {
            add(all, Section.LESSON, place + ".text", lesson.text());
            add(all, Section.LESSON, place + ".noActionBecause", lesson.noActionBecause());
        });
        each("actions", file.actions(), (place, action) -> {
            add(all, Section.ACTION, place + ".title", action.title());
            add(all, Section.ACTION, place + ".doneWhen", action.doneWhen());
        });
        add(all, Section.ACTION, "noActionsBecause", file.noActionsBecause());
        return List.copyOf(all);
    }

    private static void add(List<Passage> all, Section section, String place, String text) {
        if (!text.isBlank()) {
            all.add(Passage.of(section, place, text));
        }
    }
}
