package io.gameday.console.debrief.words;

import io.gameday.console.control.State;
import io.gameday.console.debrief.words.FormViewModel.Entry;
import io.gameday.console.debrief.words.Place.Part;
import io.gameday.console.text.Texts;
import io.gameday.report.words.CoeEdit;
import io.gameday.report.words.CoeEdit.Edited;
import io.gameday.report.words.CoeFile.Lesson;
import io.gameday.report.words.CoeFile.LessonKind;
import io.gameday.report.words.CoeFile.Outcome;
import io.gameday.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What was learned; the machine's surprises stand below as drafts.
final class Lessons implements Listed<Lesson> {

    private final Fields fields;

    Lessons(WordsViewModel words) {
        fields = new Fields(words, name());
    }

    @Override
    public String name() {
        return "lessons";
    }

    @Override
    public List<Line<Lesson>> lines(Contents now, Suggested suggested) {
        List<Line<Lesson>> lines = new ArrayList<>();
        List<Lesson> lessons = now.file().lessons();
        for (int i = 0; i < lessons.size(); i++) {
            lines.add(line(lessons.get(i), new Place(Part.LESSONS, now.lessons().get(i))));
        }
        Set<String> told = lessons.stream().map(Lesson::text).collect(Collectors.toSet());
        suggested.surprises().stream().distinct().filter(surprise -> !told.contains(surprise))
                .map(surprise -> new Line<Lesson>(null, new Place(Part.LESSONS, "draft " + surprise), "", surprise,
                        Texts.of("words.lessons.draft"), State.UNKNOWN, Texts.of("words.draft"), false, ""))
                .forEach(lines::add);
        return lines;
    }

    private static Line<Lesson> line(Lesson lesson, Place place) {
        boolean open = lesson.actions().isEmpty() && lesson.noActionBecause().isEmpty();
        String follows = !lesson.actions().isEmpty()
                ? Fields.several(lesson.actions())
                : open
                        ? Texts.of("words.lessons.open")
                        : Texts.of("words.lessons.noaction", Texts.own(lesson.noActionBecause()));
        return new Line<>(lesson, place, "", lesson.text().isEmpty() ? Texts.of("words.lessons.empty") : lesson.text(),
                Fields.word(lesson.kind()) + (lesson.surprise() ? ", " + Texts.of("words.lessons.surprising") : "")
                        + " · " + follows,
                State.PLAIN, Fields.word(lesson.outcome()), open, "");
    }

    @Override
    public List<Entry<Lesson>> entries() {
        return List.of(fields.field("text", new Allowed.Lines(4), Lesson::text),
                fields.field("outcome", Allowed.oneOf(Outcome.class), lesson -> Fields.word(lesson.outcome())),
                fields.field("kind", Allowed.oneOf(LessonKind.class), lesson -> Fields.word(lesson.kind())),
                fields.field("surprise", new Allowed.YesOrNo(), lesson -> Fields.yes(lesson.surprise())),
                fields.field("forWhom", new Allowed.Line(), Lesson::forWhom),
                fields.field("actions", new Allowed.Several(fields::actionIds),
                        lesson -> Fields.several(lesson.actions())),
                fields.field("noActionBecause", new Allowed.Lines(2), Lesson::noActionBecause));
    }

    @Override
    public boolean grows() {
        return true;
    }

    @Override
    public Edited add(Contents now) {
        return add(now, "", false);
    }

    private static Edited add(Contents now, String text, boolean surprise) {
        Map<String, Value> lesson = new LinkedHashMap<>();
        lesson.put("text", Value.text(text));
        lesson.put("kind", Value.text(Fields.word(LessonKind.TECHNICAL)));
        lesson.put("outcome", Value.text(Fields.word(Outcome.WRONG)));
        if (surprise) {
            lesson.put("surprise", Value.text(Fields.yes(true)));
        }
        return CoeEdit.append(now.text(), Part.LESSONS.word(), new Value.Group(lesson));
    }

    @Override
    public Edited remove(Contents now, Place place) {
        return now.path(place).map(path -> CoeEdit.remove(now.text(), path)).orElseGet(() -> Contents.gone(place));
    }

    @Override
    public Edited accept(Contents now, Line<Lesson> draft) {
        return add(now, draft.title(), true);
    }
}
