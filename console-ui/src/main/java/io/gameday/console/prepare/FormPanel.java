package io.gameday.console.prepare;

import io.gameday.console.control.Panel;
import io.gameday.console.text.Texts;
import io.gameday.experiment.FaultField;
import io.gameday.target.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The form: the same text as the editor's, value by value.
final class FormPanel {

    private final FormViewModel form;
    private final Inputs inputs;
    private final VBox steps = new VBox();

    private FormPanel(FormViewModel form) {
        this.form = form;
        inputs = new Inputs(form::edit);
    }

    static Panel of(FormViewModel form) {
        return new FormPanel(form).panel();
    }

    private Panel panel() {
        steps.getStyleClass().add("form-steps");
        form.steps().addListener((ListChangeListener<StepForm>) _ -> showSteps());
        showSteps();
        VBox fields = new VBox(inputs.line(form.title(), Texts.of("prepare.form.title")),
                inputs.lines(form.hypothesis(), Texts.of("prepare.form.hypothesis"), 2),
                row(sized(inputs.line(form.cells(), Texts.of("prepare.form.cells")), 52),
                        inputs.line(form.zones(), Texts.of("prepare.form.zones")),
                        sized(inputs.line(form.headroom(), Texts.of("prepare.form.headroom")), 74)),
                row(inputs.line(form.customers(), Texts.of("prepare.form.customers")),
                        inputs.line(form.rate(), Texts.of("prepare.form.rate"))),
                stepsHead(), steps, detect(), respond(), new PageOnField(form).field(), stops());
        fields.getStyleClass().add("form");
        fields.disableProperty().bind(form.asleep().isNotEmpty());
        Label asleep = new Label();
        asleep.textProperty().bind(form.asleep());
        asleep.setWrapText(true);
        HBox banner = new HBox(asleep);
        banner.getStyleClass().addAll("banner", "wrong");
        banner.visibleProperty().bind(form.asleep().isNotEmpty());
        banner.managedProperty().bind(banner.visibleProperty());
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Panel panel = new Panel(Feather.SLIDERS, Texts.of("prepare.form"), new VBox(banner, scroll));
        panel.sub().setText(Texts.of("prepare.form.sub"));
        return panel;
    }

    private FormLines detect() {
        return new FormLines(form, Feather.SEARCH, Texts.of("prepare.form.detect"), form.detect(), Offer::detect);
    }

    private FormLines respond() {
        return new FormLines(form, Feather.SHIELD, Texts.of("prepare.form.respond"), form.respond(), Offer::respond);
    }

    private FormLines stops() {
        return new FormLines(form, Feather.OCTAGON, Texts.of("prepare.form.stops"), form.stops(), _ -> Offer.stops());
    }

    private void showSteps() {
        steps.getChildren().setAll(form.steps().stream().map(this::step).toList());
    }

    private Node step(StepForm step) {
        VBox what = inputs.choice(step.kind(), Texts.of("prepare.form.what"),
                FXCollections.observableArrayList(FormViewModel.kinds()), kind -> form.inject(step, kind));
        FlowPane row = new FlowPane(what, sized(inputs.line(step.at(), Texts.of("prepare.form.at")), 42));
        row.getStyleClass().add("form-row");
        Map<FormField, VBox> boxes = new LinkedHashMap<>();
        step.details().forEach(detail -> boxes.put(detail, detail(detail)));
        row.getChildren().addAll(boxes.values());
        Runnable show = () -> {
            Set<String> known = FaultField.of(step.kind().value().get()).stream().map(FaultField::name)
                    .collect(Collectors.toSet());
            // What stands in the text is shown even where its kind does not know it, since it is wrong there.
            shown(what, step.detail("do").value().get().isEmpty());
            boxes.forEach((detail, box) -> shown(box,
                    known.contains(StepForm.name(detail)) || !detail.value().get().isEmpty()));
        };
        step.fields().forEach(field -> field.value().addListener((_, _, _) -> show.run()));
        show.run();
        return row;
    }

    private VBox detail(FormField field) {
        String name = StepForm.name(field);
        // The traffic has a rate too, and the step's kind is a what.
        boolean twice = name.equals("rate") || name.equals("what");
        String label = Texts.of("prepare.form." + name + (twice ? ".step" : ""));
        return switch (name) {
            case "zone" -> sized(inputs.choice(field, label, form.zoneNames(), zone -> form.edit(field, zone)), 66);
            case "cell" -> sized(inputs.choice(field, label, form.cellNames(), cell -> form.edit(field, cell)), 76);
            case "dependency" -> sized(inputs.choice(field, label,
                    FXCollections.observableArrayList(Fault.DEPENDENCIES), one -> form.edit(field, one)), 96);
            case "defect" -> sized(inputs.choice(field, label, FXCollections.observableArrayList(Fault.DEFECTS),
                    one -> form.edit(field, one)), 96);
            case "what" -> sized(inputs.line(field, label), 220);
            case "delay", "jitter", "share", "fill", "customer", "rate", "do", "new" ->
                sized(inputs.line(field, label), 62);
            default -> sized(inputs.line(field, label), 46);
        };
    }

    private static void shown(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    private HBox stepsHead() {
        Label name = new Label(Texts.of("prepare.form.steps"), new FontIcon(Feather.ZAP));
        name.getStyleClass().addAll("form-head", "fault-head");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        AddButton add = new AddButton(Texts.of("prepare.form.steps"), form::add);
        form.stepOffers().addListener((ListChangeListener<Offer>) _ -> add.offer(form.stepOffers()));
        add.offer(form.stepOffers());
        HBox head = new HBox(name, gap, add);
        head.getStyleClass().add("form-head-row");
        return head;
    }

    private static VBox sized(VBox field, double width) {
        field.setMinWidth(width);
        field.setPrefWidth(width);
        field.setMaxWidth(width);
        return field;
    }

    private static HBox row(Region... fields) {
        HBox row = new HBox(fields);
        row.getStyleClass().add("form-row");
        return row;
    }
}
