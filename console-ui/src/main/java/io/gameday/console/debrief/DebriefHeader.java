package io.gameday.console.debrief;

import io.gameday.console.control.Chip;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a run came to, in one line.
final class DebriefHeader {

    private static final double ROOM_FOR_WORDS = 1200;
    private static final double TITLE = 300;
    private static final double NARROW_TITLE = 190;

    private final DebriefViewModel model;
    private final HBox figures = new AsManyAsFit();
    private final HBox header;

    DebriefHeader(DebriefViewModel model) {
        this.model = model;
        figures.getStyleClass().add("debrief-figures");
        figures.setMinWidth(0);
        model.figures().addListener((ListChangeListener<Figure>) _ -> fill());
        fill();
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Region title = title();
        Button hot = hot();
        Button preview = preview();
        Node export = export();
        header = new HBox(title, verdict(), figures, gap, hot, preview, export);
        List.of(hot, preview, export).forEach(node -> node.visibleProperty().bind(model.openedProperty()));
        header.getStyleClass().add("debrief-header");
        // In a narrow window the figures need the room.
        BooleanBinding roomy = header.widthProperty().greaterThan(ROOM_FOR_WORDS);
        preview.textProperty().bind(Bindings.when(roomy).then(Texts.of("debrief.coe.preview")).otherwise(""));
        title.maxWidthProperty().bind(Bindings.when(roomy).then(TITLE).otherwise(NARROW_TITLE));
        // What is left of a clock that runs is read from afar; before, a tab below leads there as well.
        hot.contentDisplayProperty().bind(Bindings.when(roomy.or(model.hot().begun())).then(ContentDisplay.LEFT)
                .otherwise(ContentDisplay.GRAPHIC_ONLY));
    }

    private Region title() {
        Label name = new Label();
        name.getStyleClass().add("debrief-name");
        name.textProperty().bind(
                Bindings.when(model.openedProperty()).then(model.nameProperty()).otherwise(Texts.of("frame.debrief")));
        Tooltip all = new Tooltip();
        all.textProperty().bind(model.nameProperty());
        name.setTooltip(all);
        Label origin = new Label();
        origin.getStyleClass().add("origin");
        origin.textProperty().bind(model.originProperty());
        origin.visibleProperty().bind(model.originProperty().isNotEmpty());
        origin.managedProperty().bind(origin.visibleProperty());
        origin.setMinWidth(Region.USE_PREF_SIZE);
        Label when = new Label();
        when.getStyleClass().add("quiet");
        when.textProperty().bind(model.whenProperty());
        Tooltip exactly = new Tooltip();
        exactly.textProperty().bind(model.whenProperty());
        when.setTooltip(exactly);
        when.setMinWidth(0);
        HBox second = new HBox(origin, when);
        second.getStyleClass().add("debrief-when");
        second.visibleProperty().bind(model.openedProperty());
        second.managedProperty().bind(model.openedProperty());
        VBox box = new VBox(name, second);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("debrief-title");
        box.setMinWidth(NARROW_TITLE);
        return box;
    }

    private Node verdict() {
        Chip chip = new Chip();
        chip.setId("debrief-verdict");
        chip.getStyleClass().add("verdict");
        chip.setVisible(false);
        chip.managedProperty().bind(chip.visibleProperty());
        model.verdictProperty().addListener((_, _, now) -> {
            chip.setVisible(now != null);
            if (now != null) {
                chip.show(now.state(), now.word());
                chip.setTooltip(now.told().isEmpty() ? null : new Tooltip(now.told()));
            }
        });
        return chip;
    }

    private void fill() {
        figures.getChildren().clear();
        for (Figure figure : model.figures()) {
            Label value = new Label(figure.value());
            boolean number = figure.value().chars().anyMatch(Character::isDigit);
            value.getStyleClass().addAll(number ? "mono" : "strong", "debrief-value");
            value.setMinWidth(Region.USE_PREF_SIZE);
            Label caption = new Label(figure.caption());
            caption.getStyleClass().add("quiet");
            caption.setMinWidth(Region.USE_PREF_SIZE);
            if (figure.state() == State.ALARM) {
                value.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
            }
            StateInk.show(value, figure.state());
            VBox box = new VBox(value, caption);
            box.getStyleClass().add("debrief-figure");
            box.setAccessibleText(figure.told());
            Tooltip.install(box, new Tooltip(figure.told()));
            figures.getChildren().add(box);
        }
    }

    private Button hot() {
        Button hot = new Button("", new FontIcon(Feather.CLOCK));
        hot.setId("debrief-hot");
        hot.setMinWidth(Region.USE_PREF_SIZE);
        hot.textProperty().bind(model.hot().buttonProperty());
        hot.setTooltip(new Tooltip(Texts.of("words.hot.open.tip")));
        hot.accessibleTextProperty().bind(hot.textProperty());
        hot.setOnAction(_ -> model.hot().enter());
        hot.disableProperty().bind(model.shownProperty().not());
        return hot;
    }

    private Button preview() {
        Button preview = new Button("", new FontIcon(Feather.BOOK_OPEN));
        preview.setAccessibleText(Texts.of("debrief.coe.preview"));
        preview.setTooltip(new Tooltip(Texts.of("debrief.coe.preview")));
        preview.setId("debrief-preview");
        preview.setMinWidth(Region.USE_PREF_SIZE);
        preview.setOnAction(_ -> model.coe().bigProperty().set(true));
        preview.disableProperty().bind(model.coe().pagesProperty().isEqualTo(0));
        return preview;
    }

    private Button export() {
        ContextMenu formats = new ContextMenu();
        Button export = new Button(Texts.of("debrief.export"), new FontIcon(Feather.DOWNLOAD));
        export.setId("debrief-export");
        export.getStyleClass().add("primary");
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.disableProperty().bind(model.export().readyProperty().not());
        export.setOnAction(_ -> {
            formats.getItems().setAll(model.export().formats().stream().map(this::item).toList());
            formats.show(export, Side.BOTTOM, 0, 2);
        });
        return export;
    }

    private MenuItem item(ExportViewModel.Format format) {
        MenuItem item = new MenuItem(format.words());
        item.setOnAction(_ -> model.export().export(format));
        return item;
    }

    HBox header() {
        return header;
    }
}
