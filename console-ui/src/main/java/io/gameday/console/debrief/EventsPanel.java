package io.gameday.console.debrief;

import io.gameday.console.control.Panel;
import io.gameday.console.debrief.words.EvidenceDrag;
import io.gameday.console.text.Texts;
import io.gameday.report.text.Figures;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The merged timeline as a list.
final class EventsPanel {

    private static final double ROW = 26;
    private static final double NARROW_ROW = 44;

    private final TimelineViewModel model;
    private final ListView<TimelineLine> list;
    private final Panel panel;
    private boolean following;

    EventsPanel(TimelineViewModel model) {
        this(model, "debrief-events", false);
    }

    /// @param id     of the list
    /// @param narrow has no room for all filters beside each other
    EventsPanel(TimelineViewModel model, String id, boolean narrow) {
        this.model = model;
        list = new ListView<>(model.shown());
        list.setId(id);
        list.setFixedCellSize(narrow ? NARROW_ROW : ROW);
        list.getStyleClass().add("debrief-list");
        list.setAccessibleText(Texts.of("debrief.events"));
        Label none = new Label(Texts.of("debrief.events.none"));
        none.visibleProperty().bind(model.stripProperty().isNotNull());
        list.setPlaceholder(none);
        list.setCellFactory(_ -> new LineCell(narrow));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> {
            if (chosen != null && !following) {
                model.choose(chosen);
            }
        });
        model.selectedProperty().addListener((_, _, now) -> follow(now));
        VBox body = new VBox(bar(narrow ? choice() : filters()), list);
        VBox.setVgrow(list, Priority.ALWAYS);
        panel = new Panel(Feather.LIST, Texts.of("debrief.events"), body);
        panel.sub().textProperty().bind(Bindings.createStringBinding(
                () -> Texts.of("debrief.events.count", model.shown().size(), model.size()), model.shown()));
    }

    private void follow(@Nullable TimelineLine now) {
        following = true;
        if (now == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(now);
            int index = list.getSelectionModel().getSelectedIndex();
            int rows = (int) Math.max(1, list.getHeight() / ROW);
            list.scrollTo(Math.max(0, index - rows / 2));
        }
        following = false;
    }

    private HBox filters() {
        HBox segments = new HBox();
        segments.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (TimelineLine.Filter filter : TimelineLine.Filter.values()) {
            ToggleButton button = new ToggleButton(words(filter));
            button.getStyleClass().add("segment");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setUserData(filter);
            button.setOnAction(_ -> model.filterProperty().set(filter));
            segments.getChildren().add(button);
        }
        segments.getChildren().getFirst().getStyleClass().add("first");
        segments.getChildren().getLast().getStyleClass().add("last");
        Runnable choose = () -> group.getToggles()
                .forEach(toggle -> toggle.setSelected(toggle.getUserData() == model.filterProperty().get()));
        model.filterProperty().addListener(_ -> choose.run());
        group.selectedToggleProperty().addListener((_, _, now) -> {
            if (now == null) {
                choose.run();
            }
        });
        choose.run();
        return segments;
    }

    private ComboBox<TimelineLine.Filter> choice() {
        ComboBox<TimelineLine.Filter> choice = new ComboBox<>();
        choice.getItems().setAll(TimelineLine.Filter.values());
        choice.setAccessibleText(Texts.of("debrief.filter"));
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(TimelineLine.@Nullable Filter filter) {
                return filter == null ? "" : words(filter);
            }

            @Override
            public TimelineLine.@Nullable Filter fromString(String words) {
                return null;
            }
        });
        choice.valueProperty().bindBidirectional(model.filterProperty());
        return choice;
    }

    private static String words(TimelineLine.Filter filter) {
        return Texts.of("debrief.filter." + filter.name().toLowerCase(Locale.ROOT));
    }

    private HBox bar(Node filters) {
        TextField search = new TextField();
        search.setId(list.getId().replace("events", "search"));
        search.setPromptText(Texts.of("debrief.search"));
        search.setAccessibleText(Texts.of("debrief.search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setMinWidth(60);
        search.setPrefWidth(120);
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox bar = new HBox(filters, search);
        bar.getStyleClass().add("debrief-filters");
        return bar;
    }

    Panel panel() {
        return panel;
    }

    /// Time, icon, words, evidence; the words below the others where it is narrow.
    private static final class LineCell extends ListCell<TimelineLine> {

        private final Label time = new Label();
        private final FontIcon icon = new FontIcon(Feather.CIRCLE);
        private final Label words = new Label();
        private final Label evidence = new Label();
        private final Pane row;
        private final Tooltip tooltip = new Tooltip();

        LineCell(boolean narrow) {
            time.getStyleClass().addAll("mono", "quiet");
            time.setMinWidth(Region.USE_PREF_SIZE);
            evidence.getStyleClass().addAll("mono", "quiet");
            evidence.setMinWidth(Region.USE_PREF_SIZE);
            words.setMaxWidth(Double.MAX_VALUE);
            words.setMinWidth(0);
            if (narrow) {
                Region gap = new Region();
                HBox.setHgrow(gap, Priority.ALWAYS);
                HBox above = new HBox(icon, time, gap, evidence);
                above.getStyleClass().add("above");
                row = new VBox(above, words);
                row.getStyleClass().add("narrow");
            } else {
                HBox.setHgrow(words, Priority.ALWAYS);
                row = new HBox(time, icon, words, evidence);
            }
            row.getStyleClass().add("debrief-line");
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(560);
            setPrefWidth(0);
            EvidenceDrag.from(this, () -> getItem() == null ? "" : getItem().row().evidence());
        }

        @Override
        protected void updateItem(@Nullable TimelineLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            String text = TimelineLine.words(line.row());
            time.setText(Figures.clock(line.row().at()));
            StateInk.show(row, line.state());
            icon.setIconCode(Icons.of(line.row().kind()));
            words.setText(text);
            evidence.setText(line.row().evidence());
            tooltip.setText(text + "\n" + line.row().who() + " · " + line.row().evidence());
            setTooltip(tooltip);
            setGraphic(row);
            setAccessibleText(Objects.requireNonNull(time.getText()) + " " + text + " " + line.row().evidence());
        }
    }
}
