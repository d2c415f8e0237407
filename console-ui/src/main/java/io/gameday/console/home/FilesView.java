package io.gameday.console.home;

import io.gameday.console.control.Chip;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The user's own experiments, each with what the checker says of it.
final class FilesView extends VBox {

    private final HomeViewModel model;
    private final VBox rows = new VBox();

    FilesView(HomeViewModel model) {
        this.model = model;
        FilesModel files = model.files();
        Label title = new Label(Texts.of("home.files"));
        title.getStyleClass().add("home-section");
        title.setMinWidth(USE_PREF_SIZE);
        Label folder = new Label(files.folder().toString());
        folder.getStyleClass().addAll("quiet", "mono");
        folder.setTooltip(new Tooltip(files.folder().toAbsolutePath().toString()));
        Label checked = new Label(Texts.of("home.files.checked"));
        checked.getStyleClass().add("quiet");
        checked.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, title, folder, gap(), checked);
        head.getStyleClass().add("home-section-head");
        rows.getStyleClass().add("home-rows");
        VBox box = new VBox(new NewExperimentView(files), empty(), rows);
        box.getStyleClass().add("panel");
        getStyleClass().add("home-files");
        getChildren().addAll(head, box);
        files.rows().addListener((ListChangeListener<ExperimentFile>) _ -> show());
        show();
    }

    private Node empty() {
        FilesModel files = model.files();
        Label sentence = new Label();
        sentence.setWrapText(true);
        sentence.getStyleClass().add("home-quiet");
        sentence.textProperty().bind(files.empty());
        Button create = new Button(Texts.of("home.new"), new FontIcon(Feather.PLUS));
        create.setMinWidth(USE_PREF_SIZE);
        create.setOnAction(_ -> model.newExperiment());
        create.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> files.known().get().filter(all -> all.isEmpty()).isPresent() && !files.naming().get(),
                        files.known(), files.naming()));
        create.managedProperty().bind(create.visibleProperty());
        HBox empty = new HBox(12, sentence, gap(), create);
        empty.getStyleClass().add("home-empty");
        empty.visibleProperty().bind(Bindings.isEmpty(files.rows()).and(files.naming().not()));
        empty.managedProperty().bind(empty.visibleProperty());
        return empty;
    }

    private void show() {
        Object focused = rows.getChildren().stream().filter(Node::isFocused).map(Node::getUserData).findFirst()
                .orElse("");
        rows.getChildren().setAll(model.files().rows().stream().map(this::row).toList());
        rows.getChildren().stream().filter(row -> focused.equals(row.getUserData())).findFirst()
                .ifPresent(Node::requestFocus);
    }

    private Node row(ExperimentFile file) {
        Label name = new Label(file.fileName(), new FontIcon(Feather.FILE_TEXT));
        name.getStyleClass().addAll("mono", "strong", "home-file-name");
        name.setTooltip(new Tooltip(file.fileName()));
        Label title = new Label(file.title().isEmpty() ? Texts.of("home.files.untitled") : file.title());
        title.getStyleClass().add("home-file-title");
        title.setTooltip(new Tooltip(title.getText()));
        Chip chip = file.valid()
                ? new Chip(State.HEALTHY, Texts.of("home.files.valid"))
                : new Chip(State.ALARM, FilesModel.problemWords(file));
        if (!file.valid()) {
            chip.setGraphic(new FontIcon(Feather.X));
            Tooltip problems = new Tooltip(FilesModel.problems(file));
            problems.setWrapText(true);
            problems.setMaxWidth(560);
            chip.setTooltip(problems);
        }
        Label when = new Label(model.when(file.saved()));
        when.getStyleClass().addAll("quiet", "home-file-when");
        when.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(10, name, title, gap(), chip, when);
        row.getStyleClass().add("home-row");
        row.setUserData(file.fileName());
        Pressable.on(row,
                String.join(". ", file.fileName(), title.getText(), chip.getText(), FilesModel.problems(file)),
                () -> model.files().open(file));
        return row;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
