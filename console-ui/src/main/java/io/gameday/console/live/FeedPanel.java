package io.gameday.console.live;

import io.gameday.console.control.Panel;
import io.gameday.console.control.Segments;
import io.gameday.console.text.Texts;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What happens, newest first, and above it what is still wanted.
final class FeedPanel {

    private static final double CELL = 42;

    private final ListView<FeedRow> list;
    private final Label wanted = new Label();
    private final Label left = new Label();
    private final HBox strip = new HBox(8);
    private final Panel panel;

    FeedPanel(LiveViewModel model) {
        list = new ListView<>(model.feed().rows());
        list.getStyleClass().add("feed");
        list.setFixedCellSize(CELL);
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(new Label(Texts.of("live.feed.none")));
        list.setAccessibleText(Texts.of("live.feed.title"));
        wanted.setGraphic(new FontIcon(Feather.CLOCK));
        wanted.setTooltip(new Tooltip());
        left.getStyleClass().addAll("mono", "strong");
        left.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        strip.getChildren().addAll(wanted, gap, left);
        strip.getStyleClass().add("wanted");
        Label older = new Label();
        older.getStyleClass().addAll("quiet", "older");
        older.textProperty().bind(model.feed().olderProperty());
        older.managedProperty().bind(older.textProperty().isNotEmpty());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox body = new VBox(strip, list, older);
        panel = new Panel(Feather.LIST, Texts.of("live.feed.title"), body);
        panel.end().getChildren()
                .add(Segments.of(model.feed().filterProperty(), Feed.Filter.values(), FeedPanel::words));
        model.wantedProperty().subscribe(this::show);
    }

    Panel panel() {
        return panel;
    }

    private void show(StillWanted still) {
        boolean there = !still.text().isEmpty();
        strip.setManaged(there);
        strip.setVisible(there);
        wanted.setText(still.text());
        wanted.getTooltip()
                .setText(still.more() == 0 ? still.text() : Texts.of("live.wanted.more", still.text(), still.more()));
        left.setText(still.left());
    }

    private static String words(Feed.Filter filter) {
        return Texts.of(switch (filter) {
            case ALL -> "live.feed.all";
            case AUTOMATION -> "live.feed.automation";
            case PAGES -> "live.feed.pages";
            case PEOPLE -> "live.feed.people";
        });
    }

    private static final class Cell extends ListCell<FeedRow> {
        private final Label time = new Label();
        private final FontIcon icon = new FontIcon(Feather.CIRCLE);
        private final Label text = new Label();
        private final HBox line = new HBox(8, time, icon, text);

        Cell() {
            time.getStyleClass().addAll("mono", "feed-time");
            time.setMinWidth(Region.USE_PREF_SIZE);
            text.getStyleClass().add("feed-text");
            text.setWrapText(true);
            HBox.setHgrow(text, Priority.ALWAYS);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMinWidth(0);
            line.setPrefWidth(0);
            line.setMaxHeight(CELL - 4);
        }

        @Override
        protected void updateItem(FeedRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            time.setText(row.time());
            icon.setIconCode(icon(row));
            icon.getStyleClass().setAll("ikonli-font-icon", "feed-icon", row.style().name().toLowerCase(Locale.ROOT));
            text.setText(row.text());
            setTooltip(new Tooltip(row.time() + "  " + row.text()));
            setAccessibleText(row.time() + " " + row.text());
            setGraphic(line);
        }

        private static Feather icon(FeedRow row) {
            return switch (row.kind()) {
                case AUTOMATION -> Feather.REFRESH_CW;
                case PAGE -> Feather.SEND;
                case PERSON -> Feather.MESSAGE_SQUARE;
                case OTHER -> switch (row.style()) {
                    case HEALTHY -> Feather.CHECK;
                    case DEGRADED -> Feather.X;
                    case DEAD -> Feather.X;
                    case REPLACED -> Feather.REFRESH_CW;
                    case FAULT -> Feather.ZAP;
                    case ALARM -> Feather.BELL;
                    case PLAIN, STRONG, QUIET -> Feather.CIRCLE;
                };
            };
        }
    }
}
