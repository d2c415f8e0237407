package io.gameday.console.debrief.words;

import io.gameday.console.control.Chip;
import io.gameday.console.control.Panel;
import io.gameday.console.control.State;
import io.gameday.console.debrief.words.Listed.Line;
import io.gameday.console.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A list of the file: lessons, actions or questions.
///
/// @param <T> what kind of item
final class ItemsPanel<T> {

    private static final double ROW = 44;

    private final ItemsViewModel<T> model;
    private final ListView<Line<T>> list;
    private final Panel panel;
    private boolean following;

    ItemsPanel(ItemsViewModel<T> model, Feather icon) {
        this.model = model;
        String name = model.listed().name();
        list = new ListView<>(model.lines());
        list.setId("words-" + name);
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("debrief-list");
        list.setAccessibleText(Texts.of("words." + name + ".name"));
        Label none = new Label(Texts.of("words." + name + ".nothing"));
        none.setWrapText(true);
        none.getStyleClass().addAll("debrief-sentence", "words-none");
        list.setPlaceholder(none);
        list.setCellFactory(_ -> new ItemCell());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> {
            if (!following && line != null) {
                model.selectedProperty().set(line);
            }
        });
        model.selectedProperty().addListener((_, _, line) -> select(line));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        panel = new Panel(icon, Texts.of("words." + name), list);
        panel.sub().textProperty().bind(Bindings.createStringBinding(this::told, model.lines()));
        panel.sub().setMinWidth(0);
        if (model.listed().grows()) {
            Button add = new Button(Texts.of("words.add"), new FontIcon(Feather.PLUS));
            add.setId("words-" + name + "-add");
            add.getStyleClass().add("small-button");
            add.setAccessibleText(Texts.of("words." + name + ".add"));
            add.setTooltip(new Tooltip(Texts.of("words." + name + ".add")));
            add.setOnAction(_ -> model.add());
            Button remove = new Button("", new FontIcon(Feather.TRASH_2));
            remove.setId("words-" + name + "-remove");
            remove.getStyleClass().add("small-button");
            remove.setAccessibleText(Texts.of("words." + name + ".remove"));
            remove.setTooltip(new Tooltip(Texts.of("words." + name + ".remove")));
            remove.setOnAction(_ -> model.remove());
            remove.disableProperty().bind(Bindings.createBooleanBinding(
                    () -> model.selectedProperty().get() == null || model.selectedProperty().get().item() == null,
                    model.selectedProperty()));
            panel.end().getChildren().addAll(add, remove);
        }
        select(model.selectedProperty().get());
    }

    private String told() {
        long written = model.lines().stream().filter(line -> line.item() != null).count();
        long healthy = model.lines().stream().filter(line -> line.state() == State.HEALTHY).count();
        return model.listed().grows()
                ? Texts.of("words." + model.listed().name() + ".sub", String.valueOf(written))
                : Texts.of("words." + model.listed().name() + ".sub", String.valueOf(healthy), String.valueOf(written));
    }

    private void select(@Nullable Line<T> line) {
        following = true;
        if (line == null) {
            list.getSelectionModel().clearSelection();
        } else if (!line.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(line);
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
        }
        following = false;
    }

    private void pressed(KeyEvent key) {
        Runnable act = switch (key.getCode()) {
            case ENTER -> this::enter;
            case INSERT -> model.listed().grows() ? model::add : null;
            case N -> key.isShortcutDown() && model.listed().grows() ? model::add : null;
            case DELETE -> model.listed().grows() ? model::remove : null;
            default -> null;
        };
        if (act != null) {
            act.run();
            key.consume();
        }
    }

    private void enter() {
        Line<T> line = model.selectedProperty().get();
        if (line != null && line.item() == null) {
            model.accept();
        } else {
            model.begin();
        }
    }

    Panel panel() {
        return panel;
    }

    ListView<Line<T>> list() {
        return list;
    }

    private final class ItemCell extends ListCell<Line<T>> {

        private final Label lead = new Label();
        private final Label title = new Label();
        private final Label second = new Label();
        private final Chip chip = new Chip();
        private final Button accept = new Button(Texts.of("words.accept"), new FontIcon(Feather.CHECK));
        private final HBox row;
        private final Tooltip tooltip = new Tooltip();

        ItemCell() {
            lead.getStyleClass().addAll("mono", "quiet");
            lead.setMinWidth(Region.USE_PREF_SIZE);
            second.getStyleClass().add("quiet");
            title.setMinWidth(0);
            second.setMinWidth(0);
            VBox words = new VBox(title, second);
            words.getStyleClass().add("words-lines");
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            accept.getStyleClass().add("small-button");
            accept.setMinWidth(Region.USE_PREF_SIZE);
            accept.setFocusTraversable(false);
            accept.setOnAction(_ -> {
                model.selectedProperty().set(getItem());
                model.accept();
            });
            row = new HBox(lead, words, chip, accept);
            row.getStyleClass().add("debrief-line");
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(480);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Line<T> line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            lead.setText(line.lead());
            shown(lead, !line.lead().isEmpty());
            title.setText(line.title().replaceAll("\\s+", " "));
            second.setText(line.second());
            second.pseudoClassStateChanged(State.GRAY.pseudoClass(), line.lacks());
            chip.show(line.state(), line.word());
            shown(chip, !line.word().isEmpty());
            shown(accept, line.item() == null);
            accept.setAccessibleText(Texts.of("words.accept.told", line.title()));
            String told = (line.lead() + " " + line.title()).strip() + "\n" + line.second()
                    + (line.word().isEmpty() ? "" : "\n" + line.word());
            tooltip.setText(told);
            setTooltip(tooltip);
            setAccessibleText(told);
            setGraphic(row);
        }

        private static void shown(Region region, boolean is) {
            region.setVisible(is);
            region.setManaged(is);
        }
    }
}
