package io.gameday.console.debrief.words;

import io.gameday.console.control.State;
import io.gameday.console.debrief.words.FormViewModel.Entry;
import io.gameday.console.debrief.words.Place.Part;
import io.gameday.console.text.Texts;
import io.gameday.report.words.CoeEdit;
import io.gameday.report.words.CoeEdit.Edited;
import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFile.ActionStatus;
import io.gameday.report.words.CoeFile.ActionType;
import io.gameday.report.words.CoeFile.Horizon;
import io.gameday.yaml.Value;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What will change.
final class Actions implements Listed<ActionItem> {

    private final Fields fields;

    Actions(WordsViewModel words) {
        fields = new Fields(words, name());
    }

    @Override
    public String name() {
        return "actions";
    }

    @Override
    public List<Line<ActionItem>> lines(Contents now, Suggested suggested) {
        return now.file().actions().stream().map(Actions::line).toList();
    }

    private static Line<ActionItem> line(ActionItem action) {
        LocalDate due = action.due();
        boolean lacking = action.owner().isEmpty() || due == null;
        String sort = Stream.of(Fields.word(action.type()), Fields.word(action.horizon()))
                .filter(word -> !word.isEmpty()).reduce((a, b) -> a + ", " + b).orElse("");
        String addresses = action.addresses().isEmpty()
                ? ""
                : " · " + Texts.of("words.actions.for", Fields.several(action.addresses()));
        return new Line<>(action, new Place(Part.ACTIONS, action.id()), action.id(),
                action.title().isEmpty() ? Texts.of("words.actions.empty") : action.title(),
                (action.owner().isEmpty() ? Texts.of("words.actions.noowner") : action.owner()) + " · "
                        + (due == null ? Texts.of("words.actions.nodate") : due.toString()) + addresses
                        + (action.status() == ActionStatus.OPEN ? "" : " · " + Fields.word(action.status())),
                State.PLAIN, sort, lacking, "");
    }

    @Override
    public List<Entry<ActionItem>> entries() {
        return List.of(fields.field("title", new Allowed.Lines(2), ActionItem::title),
                fields.field("owner", new Allowed.Line(), ActionItem::owner),
                fields.field("due", new Allowed.Date(), Actions::due),
                fields.field("horizon", Allowed.oneOrNone(Horizon.class), action -> Fields.word(action.horizon())),
                fields.field("type", Allowed.oneOrNone(ActionType.class), action -> Fields.word(action.type())),
                fields.field("status", Allowed.oneOf(ActionStatus.class), action -> Fields.word(action.status())),
                fields.field("mechanism", new Allowed.YesOrNo(), action -> Fields.yes(action.mechanism())),
                fields.field("addresses", new Allowed.Several(fields::addressable),
                        action -> Fields.several(action.addresses())),
                fields.field("doneWhen", new Allowed.Lines(2), ActionItem::doneWhen),
                fields.field("provedBy", new Allowed.Proposed(fields::experiments), ActionItem::provedBy),
                fields.field("ticket", new Allowed.Line(), ActionItem::ticket),
                fields.field("verifiedBy", new Allowed.Line(), ActionItem::verifiedBy));
    }

    private static String due(ActionItem action) {
        LocalDate due = action.due();
        return due == null ? "" : due.toString();
    }

    @Override
    public boolean grows() {
        return true;
    }

    @Override
    public Edited add(Contents now) {
        return add(now, List.of());
    }

    /// @param addresses whys or questions that it comes of
    static Edited add(Contents now, List<String> addresses) {
        Map<String, Value> action = new LinkedHashMap<>();
        action.put("id", Value.text(now.next("A")));
        action.put("title", Value.text(""));
        action.put("owner", Value.text(""));
        action.put("due", Value.text(""));
        action.put("addresses", Value.words(addresses));
        return CoeEdit.append(now.text(), Part.ACTIONS.word(), new Value.Group(action));
    }

    /// Whoever names it would name what is not there.
    @Override
    public Edited remove(Contents now, Place place) {
        List<String> naming = Stream.concat(
                now.file().answers().entrySet().stream()
                        .filter(answer -> answer.getValue().actions().contains(place.id())).map(Map.Entry::getKey),
                now.file().lessons().stream().filter(lesson -> lesson.actions().contains(place.id()))
                        .map(lesson -> Texts.of("words.lesson.called", Texts.own(lesson.text()))))
                .toList();
        return naming.isEmpty()
                ? now.path(place).map(path -> CoeEdit.remove(now.text(), path)).orElseGet(() -> Contents.gone(place))
                : new Edited.Refused(Texts.of("words.actions.named", place.id(), Fields.several(naming)));
    }

    @Override
    public Edited accept(Contents now, Line<ActionItem> draft) {
        return add(now);
    }
}
