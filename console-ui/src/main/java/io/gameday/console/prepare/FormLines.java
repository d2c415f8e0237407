package io.gameday.console.prepare;

import io.gameday.console.text.Texts;
import io.gameday.observability.alarm.MetricAlarm.Each;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A list of the form, such as the predictions of detect: a head with "add" and a row for each line.
final class FormLines extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final FormViewModel form;
    private final VBox rows = new VBox();
    private final ObservableList<FormLine> lines;

    /// @param offers what may be added, by the alarms that may be named
    FormLines(FormViewModel form, Feather icon, String title, ObservableList<FormLine> lines,
            Function<Map<String, Each>, List<Offer>> offers) {
        this.form = form;
        this.lines = lines;
        Label name = new Label(title, new FontIcon(icon));
        name.getStyleClass().add("form-head");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        AddButton add = new AddButton(title, form::add);
        form.alarms().addListener((_, _, now) -> add.offer(offers.apply(now)));
        add.offer(offers.apply(form.alarms().get()));
        HBox head = new HBox(name, gap, add);
        head.getStyleClass().add("form-head-row");
        getChildren().addAll(head, rows);
        lines.addListener((ListChangeListener<FormLine>) _ -> show());
        show();
    }

    private void show() {
        // A row that is being typed in must stay the same control.
        boolean same = rows.getChildren().size() == lines.size();
        for (int i = 0; i < lines.size(); i++) {
            if (same && rows.getChildren().get(i) instanceof Row row && row.fits(lines.get(i))) {
                row.show(lines.get(i));
            } else if (same) {
                rows.getChildren().set(i, new Row(lines.get(i)));
            }
        }
        if (!same) {
            rows.getChildren().setAll(lines.stream().map(Row::new).toList());
        }
    }

    private final class Row extends HBox {

        private FormLine line;
        private final Label words = new Label();
        private final Label where = new Label();
        private final Label label = new Label();
        private final TextField value = new TextField();
        private final FontIcon icon = new FontIcon();
        private boolean showing;

        Row(FormLine first) {
            line = first;
            getStyleClass().add("form-line");
            words.setGraphic(icon);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMaxWidth(Double.MAX_VALUE);
            where.getStyleClass().add("line-number");
            where.setMinWidth(Region.USE_PREF_SIZE);
            label.getStyleClass().add("quiet");
            label.setMinWidth(Region.USE_PREF_SIZE);
            value.getStyleClass().addAll("line-value", "mono");
            value.textProperty().addListener((_, _, now) -> {
                if (!showing) {
                    line.value().ifPresent(path -> form.edit(path, now));
                }
            });
            Button remove = new Button("", new FontIcon(Feather.X));
            remove.getStyleClass().add("remove-button");
            remove.setAccessibleText(Texts.of("prepare.form.remove", first.what() + " " + first.words()));
            remove.setTooltip(new Tooltip(Texts.of("prepare.form.takeOut")));
            remove.setOnAction(_ -> form.remove(line));
            getChildren().addAll(words, where, label, value, remove);
            show(first);
        }

        boolean fits(FormLine now) {
            return now.path().equals(line.path()) && now.what().equals(line.what());
        }

        void show(FormLine now) {
            line = now;
            boolean wrong = !now.wrong().isEmpty();
            pseudoClassStateChanged(WRONG, wrong);
            icon.setIconCode(wrong ? Feather.X : icon(now.what()));
            String text = (wordOf(now.what()) + " " + now.words()).strip();
            words.setText(text);
            words.setTooltip(new Tooltip(wrong ? now.wrong() : text));
            where.setText(wrong ? Texts.of("prepare.check.line", String.valueOf(now.line())) : "");
            where.setVisible(wrong);
            where.setManaged(wrong);
            label.setText(now.label());
            value.setVisible(now.value().isPresent());
            value.setAccessibleText(text + " " + now.label());
            value.setId("value-" + now.path().replaceAll("[^A-Za-z0-9]+", "-"));
            if (!value.isFocused() || !value.getText().strip().equals(now.now())) {
                showing = true;
                value.setText(now.now());
                showing = false;
            }
        }
    }

    private static String wordOf(String what) {
        return what.equals("metric") ? "" : what;
    }

    private static Feather icon(String what) {
        return switch (what) {
            case "alarm" -> Feather.BELL;
            case "silent" -> Feather.BELL_OFF;
            case "automation" -> Feather.REFRESH_CW;
            case "page" -> Feather.SEND;
            case "incidents" -> Feather.ALERT_CIRCLE;
            case "unaffected" -> Feather.USERS;
            case "dependency" -> Feather.DATABASE;
            case "acknowledged" -> Feather.USER_CHECK;
            case "interventions" -> Feather.USER;
            default -> Feather.ACTIVITY;
        };
    }
}
