package io.gameday.console.prepare;

import io.gameday.console.text.Texts;
import io.gameday.experiment.FaultField;
import io.gameday.observability.alarm.MetricAlarm.Each;
import io.gameday.target.Fault;
import io.gameday.yaml.TextEdit;
import io.gameday.yaml.TextEdits;
import io.gameday.yaml.TextMap;
import io.gameday.yaml.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The text as a form. Every change of a field changes that value's characters in the text and nothing else.
final class FormViewModel {

    private final EditedText text;
    private final FormField title = new FormField("title");
    private final FormField hypothesis = new FormField("hypothesis");
    private final FormField cells = new FormField("system.cells");
    private final FormField zones = new FormField("system.zones");
    private final FormField headroom = new FormField("system.headroom");
    private final FormField customers = new FormField("traffic.customers");
    private final FormField rate = new FormField("traffic.rate");
    private final ObservableList<StepForm> steps = FXCollections.observableArrayList();
    private final ObservableList<FormLine> detect = FXCollections.observableArrayList();
    private final ObservableList<FormLine> respond = FXCollections.observableArrayList();
    private final ObservableList<FormLine> stops = FXCollections.observableArrayList();
    private final ObservableList<Offer> stepOffers = FXCollections.observableArrayList();
    private final ObservableList<String> zoneNames = FXCollections.observableArrayList();
    private final ObservableList<String> cellNames = FXCollections.observableArrayList();
    private final FormField pageOn = new FormField("respond.pageOn");
    private final ReadOnlyObjectWrapper<Map<String, Each>> alarms = new ReadOnlyObjectWrapper<>(Map.of());
    private List<String> stepNames = List.of();
    private final ReadOnlyStringWrapper asleep = new ReadOnlyStringWrapper("");

    FormViewModel(EditedText text) {
        this.text = text;
    }

    FormField title() {
        return title;
    }

    FormField hypothesis() {
        return hypothesis;
    }

    FormField cells() {
        return cells;
    }

    FormField zones() {
        return zones;
    }

    FormField headroom() {
        return headroom;
    }

    FormField customers() {
        return customers;
    }

    FormField rate() {
        return rate;
    }

    ObservableList<StepForm> steps() {
        return steps;
    }

    ObservableList<FormLine> detect() {
        return detect;
    }

    ObservableList<FormLine> respond() {
        return respond;
    }

    ObservableList<FormLine> stops() {
        return stops;
    }

    /// What may be added to the steps.
    ObservableList<Offer> stepOffers() {
        return stepOffers;
    }

    /// What may be chosen as a zone.
    ObservableList<String> zoneNames() {
        return zoneNames;
    }

    ObservableList<String> cellNames() {
        return cellNames;
    }

    /// The alarms that predictions and pages may name, with what each is about.
    ReadOnlyObjectProperty<Map<String, Each>> alarms() {
        return alarms.getReadOnlyProperty();
    }

    /// The alarms that page, each an incident of its own; empty where all of them together are one.
    FormField pageOn() {
        return pageOn;
    }

    static List<String> kinds() {
        return Fault.KINDS;
    }

    /// Why the form cannot be used just now; empty when it can.
    ReadOnlyStringProperty asleep() {
        return asleep.getReadOnlyProperty();
    }

    void edit(FormField field, String value) {
        edit(field.path(), value);
    }

    /// Puts `value` in the place of what the field at `path` says now.
    void edit(String path, String value) {
        String line = value.replaceAll("\\s*\\n\\s*", " ").strip();
        Optional<TextEdit> edit = path.equals("system.zones")
                ? TextEdits.set(text.text().get(), path, Value.words(words(line)))
                : TextEdits.set(text.text().get(), path, new Value.Text(line));
        edit.ifPresent(text::apply);
    }

    /// The kind of a step decides which other fields it has: those it needs get a value to start from, those it does
    /// not know go.
    void inject(StepForm step, String kind) {
        edit(step.kind(), kind);
        List<FaultField> fields = FaultField.of(kind);
        for (FormField detail : step.details()) {
            Optional<FaultField> known = fields.stream().filter(f -> f.name().equals(StepForm.name(detail)))
                    .findFirst();
            if (known.isEmpty()) {
                drop(detail);
            } else if (known.get().required() && detail.value().get().isEmpty()) {
                edit(detail, start(known.get()));
            }
        }
    }

    private String start(FaultField field) {
        return switch (field.name()) {
            case "zone" -> zoneNames.isEmpty() ? "az1" : zoneNames.getFirst();
            case "cell" -> cellNames.isEmpty() ? "cell-1" : cellNames.getFirst();
            default -> field.sample();
        };
    }

    private void drop(FormField field) {
        TextEdits.remove(text.text().get(), field.path()).ifPresent(text::apply);
    }

    /// Adds `offer`, aimed where the first step is.
    void add(Offer offer) {
        String item = offer.yaml().replace("ZONE", aimed("zone", zoneNames)).replace("CELL", aimed("cell", cellNames));
        if (offer.list().equals(Offer.STEPS)) {
            addStep(offer, item);
        } else {
            add(offer.list(),
                    offer.timed() && stepNames.size() > 1
                            ? item.replaceFirst(" }$", Matcher.quoteReplacement(", of: " + countedFrom(offer) + " }"))
                            : item);
        }
    }

    /// A dependency is judged by the step that takes it away, all else by the first.
    private String countedFrom(Offer offer) {
        return IntStream.range(0, steps.size())
                .filter(i -> offer.group().equals(Offer.DEPENDENCY) && takesAway(steps.get(i), offer.words())).boxed()
                .findFirst().map(stepNames::get).orElse(stepNames.getFirst());
    }

    private static boolean takesAway(StepForm step, String dependency) {
        return switch (step.kind().value().get()) {
            case Fault.DATABASE_SLOW -> dependency.equals("database");
            case Fault.LOG_SINK_STALL -> dependency.equals("logs");
            default -> step.detail("dependency").value().get().equals(dependency);
        };
    }

    /// With a second step it has to be said which one a prediction counts from, and of two of a kind which is which.
    private void addStep(Offer offer, String item) {
        if (stepNames.size() == 1) {
            Stream.of("detect.expect", "respond.expect").forEach(this::countFromTheOnlyStep);
        }
        String name = IntStream.iterate(1, n -> n + 1).mapToObj(n -> offer.words() + (n == 1 ? "" : "-" + n))
                .filter(free -> !stepNames.contains(free)).findFirst().orElseThrow();
        add(offer.list(),
                name.equals(offer.words())
                        ? item
                        : item.replaceFirst("^\\{ ", Matcher.quoteReplacement("{ name: " + name + ", ")));
    }

    private void countFromTheOnlyStep(String list) {
        TextMap.of(text.text().get())
                .ifPresent(map -> map.items(list).stream().map(TextMap.Piece::path)
                        .filter(line -> map.at(line + ".within").isPresent() && map.at(line + ".of").isEmpty())
                        .forEach(line -> edit(line + ".of", stepNames.getFirst())));
    }

    private String aimed(String what, List<String> known) {
        String aimedAt = steps.isEmpty() ? "" : steps.getFirst().detail(what).value().get();
        return aimedAt.isEmpty() ? known.getFirst() : aimedAt;
    }

    /// Whether `alarm` pages by itself, from now on. By the text as it is now: it may not have been checked since the last
    /// tick.
    void pageOn(String alarm, Boolean pages) {
        TextMap.of(text.text().get()).ifPresent(map -> {
            List<String> now = map.items(pageOn.path()).stream().map(TextMap.Piece::value).toList();
            List<String> next = Stream
                    .concat(now.stream().filter(name -> !name.equals(alarm)), pages ? Stream.of(alarm) : Stream.empty())
                    .toList();
            if (next.isEmpty()) {
                // A section without a field is a problem.
                String last = map.fields("respond").size() == 1 ? "respond" : pageOn.path();
                TextEdits.remove(text.text().get(), last).ifPresent(text::apply);
            } else if (now.isEmpty()) {
                add(pageOn.path(), alarm);
            } else {
                TextEdits.set(text.text().get(), pageOn.path(), Value.words(next)).ifPresent(text::apply);
            }
        });
    }

    void add(String list, String item) {
        Value.read(item).flatMap(value -> TextEdits.append(text.text().get(), list, value)).ifPresent(text::apply);
    }

    void remove(FormLine line) {
        TextEdits.remove(text.text().get(), line.path()).ifPresent(text::apply);
    }

    /// Aims the first step at `zone`.
    void aim(String zone) {
        if (!steps.isEmpty()) {
            edit(steps.getFirst().detail("zone"), zone);
        }
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
    }

    void show(Checked checked) {
        asleep.set(checked.map().isPresent()
                ? ""
                : checked.flaws().stream().findFirst()
                        .map(flaw -> Texts.of("prepare.form.waits-line", String.valueOf(flaw.line())))
                        .orElse(Texts.of("prepare.form.waits")));
        checked.map().ifPresent(map -> {
            int count = map.items("steps").size();
            if (count != steps.size()) {
                steps.setAll(IntStream.rangeClosed(1, count).mapToObj(StepForm::of).toList());
            }
            zoneNames(map);
            List<Offer> offers = Offer.steps(map.at("system.newStack").isPresent());
            if (!stepOffers.equals(offers)) {
                stepOffers.setAll(offers);
            }
            stepNames = IntStream.rangeClosed(1, count).mapToObj(n -> stepName(map, n)).toList();
            lines(checked, map, "detect.expect", detect);
            lines(checked, map, "respond.expect", respond);
            lines(checked, map, "prepare.stopWhen", stops);
        });
        if (!alarms.get().equals(checked.alarms())) {
            alarms.set(checked.alarms());
        }
        Stream.concat(Stream.of(title, hypothesis, cells, zones, headroom, customers, rate, pageOn),
                steps.stream().flatMap(step -> step.fields().stream())).forEach(field -> field.show(checked));
    }

    private static String stepName(TextMap map, int number) {
        String name = map.value("steps[" + number + "].name");
        String kind = map.value("steps[" + number + "].inject");
        return name.isEmpty() ? kind.isEmpty() ? map.value("steps[" + number + "].do") : kind : name;
    }

    private void zoneNames(TextMap map) {
        List<String> named = map.items("system.zones").stream().map(TextMap.Piece::value).toList();
        // As the checker takes it where the file says nothing.
        List<String> all = named.isEmpty() ? List.of("az1", "az2", "az3") : named;
        if (!zoneNames.equals(all)) {
            zoneNames.setAll(all);
        }
        String count = map.value("system.cells");
        int number = count.matches("[1-9][0-9]?") ? Math.min(12, Integer.parseInt(count)) : 2;
        List<String> cellsNow = IntStream.rangeClosed(1, number).mapToObj(n -> "cell-" + n).toList();
        if (!cellNames.equals(cellsNow)) {
            cellNames.setAll(cellsNow);
        }
    }

    private static void lines(Checked checked, TextMap map, String path, ObservableList<FormLine> lines) {
        List<FormLine> now = map.items(path).stream().map(item -> FormLine.of(checked, map, item)).toList();
        if (!lines.equals(now)) {
            lines.setAll(now);
        }
    }
}
