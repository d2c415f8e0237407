package io.gameday.console.prepare;

import io.gameday.console.text.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Which alarms page: all of them together, or each one that is ticked.
final class PageOnField {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final FormViewModel form;
    private final MenuButton chosen = new MenuButton();
    private final Tooltip tooltip = new Tooltip();
    private final HBox field;

    PageOnField(FormViewModel form) {
        this.form = form;
        Label name = new Label(Texts.of("prepare.form.pageOn"), new FontIcon(Feather.SEND));
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(chosen);
        chosen.setId("field-respond-pageOn");
        chosen.getStyleClass().add("page-on");
        chosen.setMaxWidth(Double.MAX_VALUE);
        chosen.setMinWidth(0);
        chosen.setWrapText(true);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        chosen.setTooltip(tooltip);
        HBox.setHgrow(chosen, Priority.ALWAYS);
        field = new HBox(name, chosen);
        field.getStyleClass().add("page-on-row");
        form.alarms().addListener((_, _, _) -> show());
        form.pageOn().value().addListener((_, _, _) -> show());
        form.pageOn().problem().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        String now = form.pageOn().value().get();
        List<String> ticked = List.of(now.split(", "));
        chosen.getItems().setAll(
                form.alarms().get().keySet().stream().map(alarm -> item(alarm, ticked.contains(alarm))).toList());
        String text = now.isEmpty() ? Texts.of("prepare.form.pageOn.all") : now;
        chosen.setText(text);
        chosen.setAccessibleText(Texts.of("prepare.form.pageOn") + ": " + text);
        String wrong = form.pageOn().problem().get();
        chosen.pseudoClassStateChanged(WRONG, !wrong.isEmpty());
        chosen.setAccessibleHelp(wrong);
        tooltip.setText(wrong.isEmpty() ? Texts.of("prepare.form.pageOn.told") : wrong);
    }

    private CheckMenuItem item(String alarm, boolean ticked) {
        CheckMenuItem item = new CheckMenuItem(alarm);
        item.setSelected(ticked);
        item.setOnAction(_ -> form.pageOn(alarm, item.isSelected()));
        return item;
    }

    HBox field() {
        return field;
    }
}
