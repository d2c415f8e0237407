package io.gameday.console.live;

import io.gameday.console.control.Chip;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One of those who were invited. It stays while how they stand changes, and so does the focus on its button.
final class PersonLine extends VBox {

    private final String role;
    private final Label here = new Label();
    private final Chip answer = new Chip(State.UNKNOWN, "");
    private final Button copy = new Button("", new FontIcon(Feather.LINK));
    private final Label why = FaultPanel.wrapping("quiet");
    private final HBox line;
    private String link = "";

    /// @param copied takes the link that lets them in
    PersonLine(String role, Consumer<String> copied) {
        this.role = role;
        Label name = new Label(role);
        name.setTooltip(new Tooltip(role));
        here.getStyleClass().add("quiet");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox who = new VBox(name, here);
        who.setMinWidth(0);
        copy.getStyleClass().add("icon-button");
        copy.setTooltip(new Tooltip(Texts.of("live.people.copy")));
        copy.setAccessibleText(Texts.of("live.people.copy-of", role));
        copy.setOnAction(_ -> copied.accept(link));
        line = new HBox(6, who, gap, answer, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, why);
    }

    String role() {
        return role;
    }

    void show(Invited.Row row) {
        here.setText(row.here());
        answer.show(row.state(), row.answer());
        link = row.link();
        PeoplePanel.shown(copy, !link.isEmpty());
        why.setText(row.why());
        PeoplePanel.shown(why, !row.why().isEmpty());
        line.setAccessibleText(
                row.role() + ": " + row.answer() + ", " + row.here() + (row.why().isEmpty() ? "" : ", " + row.why()));
    }
}
