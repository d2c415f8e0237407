package io.gameday.console.frame;

import io.gameday.console.text.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line below the header: what went wrong and what to do.
final class NoticeBar extends HBox {

    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    NoticeBar(Notices notices) {
        getStyleClass().add("notice");
        setId("notice");
        FontIcon icon = new FontIcon();
        icon.setAccessibleText(Texts.of("frame.notice.icon"));
        notices.problemProperty().subscribe(problem -> {
            icon.setIconCode(problem ? Feather.ALERT_TRIANGLE : Feather.INFO);
            pseudoClassStateChanged(PROBLEM, problem);
        });
        Label text = new Label();
        text.setId("notice-text");
        text.textProperty().bind(notices.textProperty());
        text.setMaxWidth(Double.MAX_VALUE);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(notices.textProperty());
        text.setTooltip(whole);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button dismiss = new Button(Texts.of("frame.notice.dismiss"));
        dismiss.setId("notice-dismiss");
        dismiss.setMinWidth(Region.USE_PREF_SIZE);
        dismiss.setOnAction(_ -> notices.dismiss());
        getChildren().addAll(icon, text, dismiss);
        visibleProperty().bind(notices.textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
