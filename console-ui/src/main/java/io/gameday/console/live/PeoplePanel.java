package io.gameday.console.live;

import io.gameday.console.control.Chip;
import io.gameday.console.control.Panel;
import io.gameday.console.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Who was invited, who is here and who has said go; the links to hand out, and the way to begin without somebody.
final class PeoplePanel {

    private final LiveViewModel model;
    private final VBox rows = new VBox(4);
    private final Label fingerprint = FaultPanel.wrapping("quiet");
    private final TextField why = new TextField();
    private final Button go = new Button(Texts.of("live.people.begin"));
    private final Label trouble = FaultPanel.wrapping("trouble");
    private final VBox begin = new VBox(4, why, go);
    private final VBox body = new VBox(6, rows, fingerprint, begin, trouble);
    private final Panel panel = new Panel(Feather.USERS, Texts.of("live.people.title"), body);

    PeoplePanel(LiveViewModel model) {
        this.model = model;
        body.getStyleClass().addAll("live-body", "people");
        panel.setId("live-people");
        why.setId("people-why");
        why.setPromptText(Texts.of("live.people.why"));
        go.setId("people-begin");
        go.setMaxWidth(Double.MAX_VALUE);
        go.setOnAction(_ -> model.goForTheAbsent(why.getText().strip()));
        go.disableProperty().bind(why.textProperty().map(String::isBlank));
        why.setOnAction(_ -> go.fire());
        trouble.textProperty().bind(model.peopleTroubleProperty());
        shown(trouble, trouble.textProperty().isNotEmpty().get());
        trouble.textProperty().subscribe(text -> shown(trouble, !text.isEmpty()));
        model.invitedProperty().subscribe(this::show);
    }

    Panel panel() {
        return panel;
    }

    private void show(Invited invited) {
        shown(panel, !invited.rows().isEmpty());
        panel.sub().setText(invited.summary());
        rows.getChildren().setAll(invited.rows().stream().map(PeoplePanel::row).toList());
        fingerprint.setText(
                invited.fingerprint().isEmpty() ? "" : Texts.of("live.people.fingerprint", invited.fingerprint()));
        shown(fingerprint, !invited.fingerprint().isEmpty());
        shown(begin, invited.awaited() && model.mayActProperty().get());
    }

    private static Region row(Invited.Row row) {
        HBox line = line(row);
        if (row.why().isEmpty()) {
            return line;
        }
        Label why = FaultPanel.wrapping("quiet");
        why.setText(row.why());
        return new VBox(line, why);
    }

    private static HBox line(Invited.Row row) {
        Label role = new Label(row.role());
        role.setTooltip(new Tooltip(row.role()));
        Label here = new Label(row.here());
        here.getStyleClass().add("quiet");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox who = new VBox(role, here);
        who.setMinWidth(0);
        HBox line = new HBox(6, who, gap, new Chip(row.state(), row.answer()));
        if (!row.link().isEmpty()) {
            Button copy = new Button("", new FontIcon(Feather.LINK));
            copy.getStyleClass().add("icon-button");
            copy.setTooltip(new Tooltip(Texts.of("live.people.copy")));
            copy.setAccessibleText(Texts.of("live.people.copy-of", row.role()));
            copy.setOnAction(_ -> copy(row.link()));
            line.getChildren().add(copy);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.setAccessibleText(
                row.role() + ": " + row.answer() + ", " + row.here() + (row.why().isEmpty() ? "" : ", " + row.why()));
        return line;
    }

    private static void copy(String link) {
        ClipboardContent content = new ClipboardContent();
        content.putString(link);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static void shown(Region region, boolean there) {
        region.setVisible(there);
        region.setManaged(there);
    }
}
