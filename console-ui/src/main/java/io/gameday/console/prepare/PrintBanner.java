package io.gameday.console.prepare;

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

/// How far the role cards are, and where they are once they are written.
final class PrintBanner {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Label says = new Label("", new FontIcon(Feather.PRINTER));
    private final Button open = button("prepare.print.open", "open-papers");
    private final Button close = button("prepare.print.close", "close-papers");
    private final HBox banner = new HBox(says, open, close);

    private PrintBanner(RoleCards cards) {
        banner.setId("print-banner");
        banner.getStyleClass().addAll("banner", "told");
        banner.managedProperty().bind(banner.visibleProperty());
        says.setWrapText(true);
        says.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(says, Priority.ALWAYS);
        open.setOnAction(_ -> cards.open());
        close.setOnAction(_ -> cards.forget());
        cards.state().subscribe(this::show);
    }

    static HBox of(RoleCards cards) {
        return new PrintBanner(cards).banner;
    }

    private void show(RoleCards.State state) {
        says.setText(switch (state) {
            case RoleCards.State.None() -> "";
            case RoleCards.State.Going() -> Texts.of("prepare.print.going");
            case RoleCards.State.Done(String sentence, _) -> sentence;
            case RoleCards.State.Failed(String sentence) -> sentence;
        });
        says.setTooltip(says.getText().isEmpty() ? null : new Tooltip(says.getText()));
        banner.pseudoClassStateChanged(WRONG, state instanceof RoleCards.State.Failed);
        banner.setVisible(!(state instanceof RoleCards.State.None));
        shown(open, state instanceof RoleCards.State.Done);
        shown(close, !(state instanceof RoleCards.State.Going));
    }

    private static void shown(Button button, boolean there) {
        button.setVisible(there);
        button.setManaged(there);
    }

    private static Button button(String key, String id) {
        Button button = new Button(Texts.of(key));
        button.setId(id);
        button.getStyleClass().add("small-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
