package io.gameday.console.compare;

import io.gameday.console.control.Chip;
import io.gameday.console.control.Panel;
import io.gameday.console.frame.Screen;
import io.gameday.console.text.Texts;
import io.gameday.journal.Verdict;
import io.gameday.report.history.History;
import io.gameday.report.history.PastRun;
import io.gameday.report.history.PastRuns;
import io.gameday.report.history.TwoRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Compare: left the experiments, in the middle the runs of one and two of them beside each other, right all of them by
/// quantity.
public final class CompareView implements Screen {

    private static final double LEFT = 258;
    private static final double RIGHT = 418;

    private final CompareViewModel model;
    private final RunTable table;
    private final VBox header = new VBox();
    private final StackPane content = new StackPane();
    private final ListView<PastRuns.Line> experiments = new ListView<>();
    private final ComboBox<String> beside = new ComboBox<>();
    private final VBox pair = new VBox();
    private final VBox plots = new VBox();
    private final List<DotLine> lines = new ArrayList<>();

    public CompareView(CompareViewModel model) {
        this.model = model;
        table = new RunTable(model);
        head();
        Label said = new Label();
        said.setId("compare-said");
        said.setWrapText(true);
        said.textProperty().bind(model.saidProperty());
        VBox empty = new VBox(12, new FontIcon(Feather.BAR_CHART_2), said);
        empty.getStyleClass().add("compare-empty");
        empty.setAlignment(Pos.CENTER);
        empty.visibleProperty().bind(model.saidProperty().isNotEmpty());
        Node columns = columns();
        columns.visibleProperty().bind(empty.visibleProperty().not());
        content.getChildren().addAll(columns, empty);
        content.getStyleClass().add("compare");
        String css = Objects.requireNonNull(CompareView.class.getResource("/io/gameday/console/compare.css"))
                .toExternalForm();
        content.getStylesheets().add(css);
        header.getStylesheets().add(css);
        model.allProperty().subscribe(this::show);
        model.twoProperty().subscribe(this::show);
        model.historyProperty().subscribe(this::show);
    }

    private void head() {
        Label title = new Label(Texts.of("compare.title"));
        title.getStyleClass().add("screen-title");
        Label sub = new Label();
        sub.getStyleClass().add("quiet");
        sub.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.historyProperty().get() == null
                                ? ""
                                : Texts.of("compare.sub", model.historyProperty().get().title(),
                                        model.runsProperty().get().size()),
                        model.historyProperty(), model.runsProperty()));
        header.getChildren().addAll(title, sub);
        header.getStyleClass().add("screen-header");
        header.setAlignment(Pos.CENTER_LEFT);
    }

    private Node columns() {
        experiments.setId("compare-experiments");
        experiments.setCellFactory(_ -> new ExperimentCell());
        experiments.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                model.experimentProperty().set(line.experiment());
            }
        });
        Region left = fixed(new Panel(Feather.LIST, Texts.of("compare.experiments"), experiments), LEFT);
        beside.setId("compare-beside");
        beside.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(beside, Priority.ALWAYS);
        beside.setOnAction(_ -> {
            int chosen = beside.getSelectionModel().getSelectedIndex();
            model.besideProperty().set(chosen <= 0 ? null : beside.getValue());
        });
        Label choose = new Label(Texts.of("compare.beside"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, choose, beside);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox body = new VBox(8, line, table.node());
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        body.getStyleClass().add("compare-body");
        Panel runs = new Panel(Feather.CLOCK, Texts.of("compare.runs"), body);
        runs.sub().setText(Texts.of("compare.runs.sub"));
        runs.setPrefHeight(260);
        runs.setMinHeight(160);
        ScrollPane scroll = scroll(pair);
        Panel both = new Panel(Feather.COLUMNS, Texts.of("compare.two"), scroll);
        both.sub().setText(Texts.of("compare.two.sub"));
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox middle = new VBox(runs, both);
        middle.getStyleClass().add("column");
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        Panel all = new Panel(Feather.BAR_CHART_2, Texts.of("compare.all"), scroll(plots));
        all.sub().setText(Texts.of("compare.all.sub"));
        HBox columns = new HBox(left, middle, fixed(all, RIGHT));
        columns.getStyleClass().add("columns");
        return columns;
    }

    private static ScrollPane scroll(VBox body) {
        body.getStyleClass().add("compare-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("compare-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static Region fixed(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
        return region;
    }

    private void show(PastRuns all) {
        List<PastRuns.Line> lines = all.lines();
        experiments.getItems().setAll(lines);
        String chosen = model.experimentProperty().get();
        lines.stream().filter(line -> line.experiment().equals(chosen)).findFirst()
                .ifPresent(experiments.getSelectionModel()::select);
    }

    private void show(@Nullable TwoRuns two) {
        pair.getChildren().clear();
        PastRun before = model.beforeProperty().get();
        PastRun after = model.afterProperty().get();
        lines.forEach(line -> line.mark(before == null ? null : before.name(), after == null ? null : after.name()));
        if (two == null) {
            pair.getChildren().add(quiet(Texts.of("compare.two.none")));
            return;
        }
        two.notes().forEach(note -> pair.getChildren().add(note(note)));
        pair.getChildren().add(row("compare-head", Texts.of("compare.quantity"), Texts.of("compare.before"),
                Texts.of("compare.after"), Texts.of("compare.difference")));
        two.values().forEach(value -> pair.getChildren()
                .add(row("compare-line", value.quantity().name(), value.before(), value.after(), value.difference())));
        pair.getChildren().add(row("compare-head", Texts.of("compare.prediction"), Texts.of("compare.before"),
                Texts.of("compare.after"), ""));
        two.predictions().forEach(judgement -> pair.getChildren().add(judged(judgement)));
    }

    private static HBox row(String style, String name, String... cells) {
        HBox row = new HBox(8);
        row.getStyleClass().add(style);
        row.getChildren().add(cell(name, "compare-name"));
        for (String cell : cells) {
            row.getChildren().add(cell(cell, "compare-cell"));
        }
        return row;
    }

    private static HBox judged(TwoRuns.Judgement judgement) {
        HBox row = new HBox(8);
        row.getStyleClass().add("compare-line");
        row.getChildren().add(cell(judgement.text(), "compare-name"));
        for (var verdict : new Verdict[]{judgement.before(), judgement.after()}) {
            Chip chip = new Chip(Verdicts.of(verdict), Verdicts.words(verdict));
            HBox box = new HBox(chip);
            box.getStyleClass().add("compare-cell");
            row.getChildren().add(box);
        }
        row.getChildren().add(cell(judgement.differs() ? Texts.of("compare.differs") : "", "compare-cell"));
        return row;
    }

    private static Label cell(String words, String style) {
        String text = Texts.said(words);
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setTooltip(text.isEmpty() ? null : new Tooltip(text));
        return label;
    }

    private static Label quiet(String text) {
        Label label = new Label(Texts.said(text));
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }

    private static Label note(String text) {
        Label label = quiet(text);
        label.setGraphic(new FontIcon(Feather.INFO));
        return label;
    }

    private void show(@Nullable History history) {
        plots.getChildren().clear();
        lines.clear();
        choices();
        if (history == null) {
            return;
        }
        history.notes().forEach(note -> plots.getChildren().add(note(note)));
        for (History.Plot plot : history.plots()) {
            Label name = new Label(Texts.said(plot.quantity().name()));
            name.getStyleClass().add("strong");
            name.setTooltip(new Tooltip(Texts.said(plot.quantity().formula())));
            plots.getChildren().add(name);
            plot.rows().forEach(row -> plots.getChildren().add(plotted(plot, row)));
        }
        history.notCounted()
                .forEach(run -> plots.getChildren().add(quiet(Texts.of("compare.not-counted", run.run(), run.why()))));
        history.unread()
                .forEach(run -> plots.getChildren().add(quiet(Texts.of("compare.unread", run.name(), run.why()))));
        show(model.twoProperty().get());
    }

    private Node plotted(History.Plot plot, History.Row row) {
        List<String> words = new ArrayList<>();
        if (row.summary() != null) {
            words.add(row.summary().words(plot.quantity().unit()));
        }
        row.missing().forEach(missing -> words.add(missing.words()));
        if (plot.axis() != null && !row.dots().isEmpty()) {
            words.add(Texts.of("compare.axis", plot.axis().ticks().getFirst().words(),
                    plot.axis().ticks().getLast().words()));
        }
        Label said = quiet(
                Texts.said(row.group()) + ": " + words.stream().map(Texts::said).collect(Collectors.joining("; ")));
        said.getStyleClass().add("compare-words");
        if (row.dots().isEmpty()) {
            return said;
        }
        DotLine dots = new DotLine(row, plot.axis());
        lines.add(dots);
        dots.setAccessibleText(plot.quantity().name() + ", " + said.getText());
        Tooltip.install(dots, new Tooltip(Texts.of("compare.dots")));
        return new VBox(1, dots, said);
    }

    private void choices() {
        String chosen = model.experimentProperty().get();
        List<String> names = new ArrayList<>(List.of(Texts.of("compare.beside.none")));
        model.allProperty().get().experiments().stream().filter(name -> !name.equals(chosen)).forEach(names::add);
        if (!names.equals(beside.getItems())) {
            String other = model.besideProperty().get();
            beside.getItems().setAll(names);
            beside.getSelectionModel().select(other == null ? 0 : Math.max(0, names.indexOf(other)));
        }
    }

    @Override
    public Node header() {
        return header;
    }

    @Override
    public Parent content() {
        return content;
    }

    @Override
    public Node firstFocus() {
        return experiments;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    private static final class ExperimentCell extends ListCell<PastRuns.Line> {
        private final Label name = new Label();
        private final Label second = new Label();
        private final VBox box = new VBox(1, name, second);

        ExperimentCell() {
            name.getStyleClass().add("strong");
            second.getStyleClass().add("quiet");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(PastRuns.Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            name.setText(line.experiment());
            second.setText(Texts.of("compare.line", History.kind(line.target()), line.runs(), line.last()));
            setAccessibleText(name.getText() + ", " + second.getText());
            setGraphic(box);
        }
    }
}
