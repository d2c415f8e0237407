package io.gameday.console.debrief.words;

import io.gameday.console.debrief.words.FormViewModel.Entry;
import io.gameday.console.debrief.words.Place.Part;
import io.gameday.console.debrief.words.WhyLine.Draft;
import io.gameday.console.debrief.words.WhyLine.Heading;
import io.gameday.console.debrief.words.WhyLine.Written;
import io.gameday.console.text.Texts;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.coe.CoeDocument.Node;
import io.gameday.report.coe.CoeDocument.Why;
import io.gameday.report.coe.Whys;
import io.gameday.report.why.WhyGraph;
import io.gameday.report.why.WhyKind;
import io.gameday.report.why.WhyNode;
import io.gameday.report.why.WhyNode.Confidence;
import io.gameday.report.words.CoeEdit;
import io.gameday.report.words.CoeEdit.Edited;
import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The tree of whys: four roots, under each what people wrote and what the machine suggests.
final class WhysViewModel {

    private final WordsViewModel words;
    private final ObservableList<WhyLine> lines = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable WhyLine> selected = new SimpleObjectProperty<>();
    private final ReadOnlyIntegerWrapper editing = new ReadOnlyIntegerWrapper();
    private final FormViewModel<Written> form;
    private Map<String, String> drafts = Map.of();

    WhysViewModel(WordsViewModel words) {
        this.words = words;
        form = new FormViewModel<>(entries(new Fields(words, "whys")));
        selected.addListener((_, _, line) -> edit(line));
    }

    private static List<Entry<Written>> entries(Fields fields) {
        return List.of(
                fields.field("statement", new Allowed.Lines(3), written -> written.why().statement(),
                        written -> written.node().statement()),
                fields.field("kind", Allowed.oneOf(WhyKind.class), written -> Fields.word(written.why().kind())),
                fields.field("confidence", Allowed.oneOf(Confidence.class),
                        written -> Fields.word(written.why().confidence())),
                fields.field("evidence", new Allowed.Words(), written -> Fields.several(written.why().evidence()),
                        written -> Fields.several(written.node().evidence())),
                fields.field("flags", new Allowed.Several(fields::flags),
                        written -> written.why().flags().stream().sorted().map(Fields::word)
                                .collect(Collectors.joining(", "))),
                fields.field("notAddressed", new Allowed.Lines(2), written -> written.why().notAddressed()));
    }

    void show(Contents now, Suggested suggested) {
        drafts = suggested.whys().stream().flatMap(why -> why.drafts().stream())
                .collect(Collectors.toMap(CoeDocument.Draft::id, CoeDocument.Draft::statement));
        WhyLine before = selected.get();
        List<WhyLine> all = now.equals(Contents.NONE) ? List.of() : lines(now, suggested);
        if (!lines.equals(all)) {
            lines.setAll(all);
        }
        selected.set(before == null ? null : again(before));
        edit(selected.get());
    }

    private @Nullable WhyLine again(WhyLine before) {
        return lines.stream().filter(line -> line.key().equals(before.key())).findFirst()
                .or(() -> id(before).flatMap(this::line)).orElse(null);
    }

    private static List<WhyLine> lines(Contents now, Suggested suggested) {
        WhyGraph graph = new WhyGraph(now.file().whys());
        List<WhyLine> lines = new ArrayList<>();
        for (Why why : new Whys(suggested.whys(), now.file()).all()) {
            String root = why.word();
            lines.add(new WhyLine(0, root, new Heading(why.root(), root, why.question(), (int) why.tree().stream()
                    .map(Node::id).distinct().flatMap(id -> graph.node(id).stream()).filter(graph::leaf).count())));
            List<String> above = new ArrayList<>(List.of(root));
            for (Node node : why.tree()) {
                while (above.size() > node.depth()) {
                    above.removeLast();
                }
                String over = above.getLast();
                above.add(node.id());
                now.why(node.id()).ifPresent(raw -> lines.add(new WhyLine(node.depth(), String.join("/", above),
                        new Written(node, raw, over, graph.leaf(raw)))));
            }
            why.drafts().forEach(draft -> lines.add(new WhyLine(1, root + "/" + draft.id(), new Draft(draft, root))));
        }
        return lines;
    }

    private void edit(@Nullable WhyLine line) {
        if (line == null) {
            form.hide();
            return;
        }
        switch (line.what()) {
            case Heading _,Draft _ -> form.hide();
            case Written written -> form.show(new Place(Part.WHYS, written.why().id()), written, written.why().id(),
                    written.node().prompt());
        }
    }

    /// What a why says: its own words, or those of the draft that it accepts.
    String statement(WhyNode why) {
        return why.statement().isEmpty() ? drafts.getOrDefault(why.draft(), "") : why.statement();
    }

    /// Enter: accepts a draft, writes in a why, adds the first one under a root.
    void enter() {
        WhyLine line = selected.get();
        if (line != null) {
            switch (line.what()) {
                case Draft _ -> accept();
                case Written _ -> begin();
                case Heading _ -> add();
            }
        }
    }

    /// Begins to write in the why chosen.
    void begin() {
        if (form.shownProperty().get()) {
            editing.set(editing.get() + 1);
        }
    }

    /// Makes the draft chosen a why of people's.
    void accept() {
        if (selected.get() instanceof WhyLine(int _, String _, Draft(CoeDocument.Draft draft, String root))) {
            words.change(now -> {
                Map<String, Value> why = new LinkedHashMap<>();
                why.put("id", Value.text(now.next("W")));
                why.put("under", Value.words(List.of(root)));
                why.put("kind", Value.text(Fields.word(draft.kind())));
                why.put("accepts", Value.text(draft.id()));
                return CoeEdit.append(now.text(), Part.WHYS.word(), new Value.Group(why));
            }, this::chooseLast);
        }
    }

    /// Adds an empty why under the line chosen, and begins to write in it.
    void add() {
        WhyLine line = selected.get();
        String over = line == null ? "" : switch (line.what()) {
            case Heading heading -> heading.word();
            case Draft draft -> draft.root();
            case Written written -> written.why().id();
        };
        if (over.isEmpty()) {
            words.refuse(Texts.of("words.whys.choose"));
            return;
        }
        words.change(now -> {
            Map<String, Value> why = new LinkedHashMap<>();
            why.put("id", Value.text(now.next("W")));
            why.put("under", Value.words(List.of(over)));
            why.put("kind", Value.text(Fields.word(WhyKind.UNKNOWN)));
            why.put("statement", Value.text(""));
            return CoeEdit.append(now.text(), Part.WHYS.word(), new Value.Group(why));
        }, now -> {
            chooseLast(now);
            begin();
        });
    }

    private void chooseLast(Contents now) {
        choose(now.file().whys().getLast().id());
    }

    /// Chooses the first line of a why.
    void choose(String id) {
        line(id).ifPresent(selected::set);
    }

    private Optional<WhyLine> line(String id) {
        return lines.stream().filter(line -> id(line).filter(Predicate.isEqual(id)).isPresent()).findFirst();
    }

    private static Optional<String> id(WhyLine line) {
        return line.what() instanceof Written written ? Optional.of(written.why().id()) : Optional.empty();
    }

    /// Takes out the why chosen; where it stands under several, only from under this one.
    void remove() {
        if (selected.get() instanceof WhyLine(int _, String _, Written written)) {
            String id = written.why().id();
            words.change(now -> removed(now, id, written.over()));
        } else {
            words.refuse(Texts.of("words.whys.choosewhy"));
        }
    }

    private Edited removed(Contents now, String id, String over) {
        WhyNode why = now.why(id).orElse(null);
        if (why == null) {
            return Contents.gone(new Place(Part.WHYS, id));
        }
        List<String> under = Contents.under(why.under());
        if (under.size() > 1 && under.contains(over)) {
            return under(now, id, under.stream().filter(each -> !each.equals(over)).toList());
        }
        List<WhyNode> children = new WhyGraph(now.file().whys()).under(id);
        if (!children.isEmpty()) {
            return new Edited.Refused(Texts.of("words.whys.children", id,
                    children.stream().map(WhyNode::id).collect(Collectors.joining(", "))));
        }
        List<String> actions = now.file().actions().stream().filter(action -> action.addresses().contains(id))
                .map(ActionItem::id).toList();
        if (!actions.isEmpty()) {
            return new Edited.Refused(Texts.of("words.whys.addressed", id, Fields.several(actions)));
        }
        return now.path(new Place(Part.WHYS, id)).map(path -> CoeEdit.remove(now.text(), path))
                .orElseGet(() -> Contents.gone(new Place(Part.WHYS, id)));
    }

    /// Puts the why chosen under the one before it on the same level.
    void in() {
        WhyLine line = selected.get();
        if (line == null || !(line.what() instanceof Written written)) {
            return;
        }
        Written before = null;
        for (WhyLine each : lines.subList(0, lines.indexOf(line))) {
            if (each.depth() < line.depth()) {
                before = null;
            } else if (each.depth() == line.depth() && each.what() instanceof Written sibling) {
                before = sibling;
            }
        }
        if (before == null) {
            words.refuse(Texts.of("words.whys.first", written.why().id()));
        } else {
            move(written, before.why().id());
        }
    }

    /// Puts the why chosen beside the one it stands under.
    void out() {
        WhyLine line = selected.get();
        if (line == null || !(line.what() instanceof Written written)) {
            return;
        }
        String[] above = line.key().split("/");
        if (written.over().isEmpty()) {
            words.refuse(Texts.of("words.whys.noroot", written.why().id()));
        } else if (above.length < 3) {
            words.refuse(Texts.of("words.whys.top", written.why().id()));
        } else {
            move(written, above[above.length - 3]);
        }
    }

    /// Puts a why under one of the roots, besides what it is under.
    void alsoUnder(String root) {
        if (selected.get() instanceof WhyLine(int _, String _, Written written)) {
            String id = written.why().id();
            words.change(now -> now.why(id).map(why -> {
                Set<String> under = new LinkedHashSet<>(Contents.under(why.under()));
                under.add(root);
                return under(now, id, List.copyOf(under));
            }).orElseGet(() -> Contents.gone(new Place(Part.WHYS, id))));
        }
    }

    private void move(Written written, String to) {
        String id = written.why().id();
        words.change(now -> now.why(id).map(why -> {
            List<String> old = Contents.under(why.under());
            Set<String> under = new LinkedHashSet<>();
            old.forEach(each -> under.add(each.equals(written.over()) ? to : each));
            under.add(to);
            return under(now, id, List.copyOf(under));
        }).orElseGet(() -> Contents.gone(new Place(Part.WHYS, id))), _ -> choose(id));
    }

    /// Refused where it would make a circle.
    private static Edited under(Contents now, String id, List<String> under) {
        List<WhyNode> nodes = now.file().whys().stream().map(why -> why.id().equals(id) ? with(why, under) : why)
                .toList();
        Set<String> circle = new LinkedHashSet<>(new WhyGraph(nodes).circles());
        circle.removeAll(new WhyGraph(now.file().whys()).circles());
        if (!circle.isEmpty()) {
            return new Edited.Refused(Texts.of("words.whys.circle", String.join(", ", circle)));
        }
        return now.path(new Place(Part.WHYS, id), "under")
                .map(path -> CoeEdit.set(now.text(), path, Value.words(under)))
                .orElseGet(() -> Contents.gone(new Place(Part.WHYS, id)));
    }

    private static WhyNode with(WhyNode why, List<String> under) {
        return new WhyNode(why.id(), under, why.kind(), why.statement(), why.evidence(), why.confidence(), why.flags(),
                why.notAddressed(), why.draft());
    }

    /// Adds evidence to the why chosen.
    ///
    /// @param row evidence of a row of the timeline; says so where it has none
    void addEvidence(String row) {
        if (selected.get() instanceof WhyLine(int _, String _, Written written)) {
            addEvidence(written, row);
        } else {
            words.refuse(Texts.of("words.whys.choosewhy"));
        }
    }

    void addEvidence(Written to, String row) {
        List<String> more = Evidence.of(row);
        if (more.isEmpty()) {
            words.refuse(Texts.of("words.whys.noevidence"));
            return;
        }
        String id = to.why().id();
        // Whoever adds to a draft's evidence keeps it: the why's own takes its place.
        List<String> drafted = to.node().evidence();
        words.change(now -> now.why(id).flatMap(why -> {
            List<String> old = why.evidence().isEmpty() ? drafted : why.evidence();
            List<String> all = Stream.concat(old.stream(), more.stream()).distinct().toList();
            return now.path(new Place(Part.WHYS, id), "evidence")
                    .map(path -> CoeEdit.set(now.text(), path, Value.words(all)));
        }).orElseGet(() -> Contents.gone(new Place(Part.WHYS, id))));
    }

    /// Adds an action for the why chosen, which is written in the list of actions.
    void addAction() {
        if (selected.get() instanceof WhyLine(int _, String _, Written written)) {
            words.change(now -> Actions.add(now, List.of(written.why().id())), now -> {
                words.actions().choose(now.file().actions().getLast().id());
                words.tabProperty().set(Tab.ACTIONS);
                words.actions().begin();
            });
        } else {
            words.refuse(Texts.of("words.whys.choosewhy"));
        }
    }

    ObservableList<WhyLine> lines() {
        return lines;
    }

    ObjectProperty<@Nullable WhyLine> selectedProperty() {
        return selected;
    }

    FormViewModel<Written> form() {
        return form;
    }

    /// Grows whenever somebody wants to write in the why chosen.
    ReadOnlyIntegerProperty editingProperty() {
        return editing.getReadOnlyProperty();
    }
}
