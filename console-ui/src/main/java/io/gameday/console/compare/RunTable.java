package io.gameday.console.compare;

import io.gameday.console.control.Chip;
import io.gameday.console.text.Texts;
import io.gameday.report.history.History;
import io.gameday.report.history.PastRun;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The runs, newest first; each may be the one before or the one after.
final class RunTable {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final CompareViewModel model;
    private final ListView<PastRun> list = new ListView<>();

    RunTable(CompareViewModel model) {
        this.model = model;
        list.setId("compare-runs");
        list.setFixedCellSize(30);
        list.setCellFactory(_ -> new Cell());
        list.setAccessibleText(Texts.of("compare.runs"));
        list.setPlaceholder(new Label(Texts.of("compare.runs.none")));
        model.runsProperty().subscribe(runs -> {
            if (!runs.equals(list.getItems())) {
                list.getItems().setAll(runs);
            }
        });
    }

    Node node() {
        return list;
    }

    private final class Cell extends ListCell<PastRun> {
        private final RadioButton before = choice("compare.before", model.beforeProperty());
        private final RadioButton after = choice("compare.after", model.afterProperty());
        private final Label when = new Label();
        private final Chip verdict = new Chip();
        private final Label kind = new Label();
        private final Label name = new Label();
        private final HBox row = new HBox(10, before, after, when, verdict, kind, name);

        Cell() {
            when.getStyleClass().add("mono");
            when.setMinWidth(Region.USE_PREF_SIZE);
            kind.getStyleClass().add("quiet");
            kind.setMinWidth(Region.USE_PREF_SIZE);
            name.getStyleClass().add("quiet");
            HBox.setHgrow(name, Priority.ALWAYS);
            row.getStyleClass().add("compare-run");
            setPrefWidth(0);
            model.beforeProperty().subscribe(_ -> marks());
            model.afterProperty().subscribe(_ -> marks());
        }

        private RadioButton choice(String key, ObjectProperty<@Nullable PastRun> chosen) {
            RadioButton button = new RadioButton(Texts.of(key));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                chosen.set(getItem());
                marks();
            });
            return button;
        }

        private void marks() {
            PastRun run = getItem();
            before.setSelected(run != null && run.equals(model.beforeProperty().get()));
            after.setSelected(run != null && run.equals(model.afterProperty().get()));
        }

        @Override
        protected void updateItem(PastRun run, boolean empty) {
            super.updateItem(run, empty);
            if (empty || run == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            when.setText(WHEN.format(run.at()));
            verdict.show(Verdicts.of(run), Texts.said(run.ended()));
            kind.setText(Texts.said(History.kind(run.target())));
            name.setText(run.experiment());
            setTooltip(new Tooltip(run.name()));
            List.of(before, after).forEach(
                    button -> button.setAccessibleText(button.getText() + ": " + run.name() + ", " + run.ended()));
            marks();
            setGraphic(row);
        }
    }
}
