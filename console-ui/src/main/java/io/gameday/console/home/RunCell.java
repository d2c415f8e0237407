package io.gameday.console.home;

import io.gameday.console.control.Chip;
import io.gameday.console.text.Texts;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One run: verdict, name, what is most worth knowing, availability.
final class RunCell extends ListCell<RunRow> {

    private final HomeViewModel model;
    private final Chip verdict = new Chip();
    private final Label name = new Label();
    private final Label simulated = new Label(Texts.of("home.runs.simulated"));
    private final Label line = new Label();
    private final AvailabilityLine availability = new AvailabilityLine();
    private final ContextMenu menu = new ContextMenu();
    private final Tooltip tooltip = new Tooltip();
    private final HBox row;

    RunCell(HomeViewModel model) {
        this.model = model;
        getStyleClass().add("home-run");
        name.getStyleClass().addAll("mono", "strong");
        line.getStyleClass().add("quiet");
        simulated.getStyleClass().add("quiet");
        simulated.setMinWidth(USE_PREF_SIZE);
        simulated.managedProperty().bind(simulated.visibleProperty());
        HBox names = new HBox(6, name, simulated);
        names.getStyleClass().add("home-run-names");
        VBox words = new VBox(2, names, line);
        words.getStyleClass().add("home-run-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        StackPane chip = new StackPane(verdict);
        chip.getStyleClass().add("home-run-verdict");
        row = new HBox(8, chip, words, availability);
        row.getStyleClass().add("home-run-row");
        // Without this a long name would widen the list instead of ending in an ellipsis.
        setPrefWidth(0);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(520);
        MenuItem compare = new MenuItem(Texts.of("home.runs.compare"));
        compare.setOnAction(_ -> {
            RunRow item = getItem();
            if (item != null) {
                model.runs().compare(item);
            }
        });
        menu.getItems().add(compare);
        setOnMouseClicked(event -> {
            RunRow item = getItem();
            if (item != null && event.getButton() == MouseButton.PRIMARY) {
                model.runs().open(item);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable RunRow run, boolean empty) {
        super.updateItem(run, empty);
        if (run == null || empty) {
            setGraphic(null);
            setContextMenu(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        String when = model.when(run.began());
        verdict.show(run.verdict().state(), run.verdict().word());
        name.setText(run.experiment());
        simulated.setVisible(run.simulated());
        line.setText(Texts.of("home.runs.line", when, run.line()));
        availability.show(run.availability());
        tooltip.setText(run.folder().getFileName() + "\n" + run.detail());
        setTooltip(tooltip);
        setContextMenu(menu);
        setAccessibleText(String.join(". ", run.experiment(), run.verdict().word(), line.getText()));
        setGraphic(row);
    }
}
