package io.gameday.console.debrief.words;

import io.gameday.console.control.State;
import io.gameday.console.debrief.words.Answers.Answered;
import io.gameday.console.debrief.words.FormViewModel.Entry;
import io.gameday.console.debrief.words.Place.Part;
import io.gameday.console.text.Texts;
import io.gameday.report.coe.CoeDocument.Question;
import io.gameday.report.words.CoeEdit.Edited;
import io.gameday.report.words.CoeFile.Answer;
import io.gameday.report.words.CoeQuestion;
import java.util.List;
import java.util.stream.Stream;

/// The questions that every COE asks, beside what the journal says about each.
final class Answers implements Listed<Answered> {

    private static final Answer NONE = new Answer("", "", List.of());

    /// A question with what people answered so far.
    record Answered(CoeQuestion question, Answer answer) {
    }

    private final Fields fields;

    Answers(WordsViewModel words) {
        fields = new Fields(words, name());
    }

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public List<Line<Answered>> lines(Contents now, Suggested suggested) {
        return Stream.of(CoeQuestion.values()).map(question -> line(question, now, suggested)).toList();
    }

    private static Line<Answered> line(CoeQuestion question, Contents now, Suggested suggested) {
        Answer answer = now.file().answers().getOrDefault(question.id(), NONE);
        String facts = suggested.questions().stream().filter(each -> each.id().equals(question.id())).findFirst()
                .map(Question::facts).filter(told -> !told.isEmpty()).orElse(Texts.of("words.answers.nofacts"));
        boolean half = question.halving() && !answer.text().isEmpty() && answer.halving().isEmpty();
        boolean answered = !answer.text().isEmpty() || !answer.halving().isEmpty();
        return new Line<>(new Answered(question, answer), new Place(Part.ANSWERS, question.id()), question.id(),
                question.text(), answered ? first(answer) : Texts.of("words.answers.none"),
                answered ? half ? State.GRAY : State.HEALTHY : State.UNKNOWN,
                Texts.of(half ? "words.answers.noidea" : answered ? "words.answers.answered" : "words.answers.open"),
                false, Texts.of("words.answers.facts", facts));
    }

    private static String first(Answer answer) {
        return answer.text().isEmpty() ? answer.halving() : answer.text().replaceAll("\\s+", " ");
    }

    @Override
    public List<Entry<Answered>> entries() {
        return List.of(fields.field("text", new Allowed.Lines(5), answered -> answered.answer().text()),
                fields.<Answered>field("halving", new Allowed.Lines(3), answered -> answered.answer().halving(),
                        _ -> Texts.of("words.answers.halving.wanted"))
                        .onlyIf(answered -> answered.question().halving() || !answered.answer().halving().isEmpty()),
                fields.field("actions", new Allowed.Several(fields::actionIds),
                        answered -> Fields.several(answered.answer().actions())));
    }

    @Override
    public boolean grows() {
        return false;
    }

    @Override
    public Edited add(Contents now) {
        return new Edited.Refused(Texts.of("words.answers.fixed"));
    }

    @Override
    public Edited remove(Contents now, Place place) {
        return new Edited.Refused(Texts.of("words.answers.fixed"));
    }

    @Override
    public Edited accept(Contents now, Line<Answered> draft) {
        return new Edited.Refused(Texts.of("words.answers.fixed"));
    }
}
