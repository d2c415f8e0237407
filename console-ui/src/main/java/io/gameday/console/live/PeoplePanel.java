package io.gameday.console.live;

import io.gameday.console.control.Panel;
import io.gameday.console.text.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
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
    private final ToggleButton all = new ToggleButton("", new FontIcon(Feather.CHEVRON_DOWN));
    private List<PersonLine> lines = List.of();
    private final Panel panel = new Panel(Feather.USERS, Texts.of("live.people.title"), body);

    PeoplePanel(LiveViewModel model) {
        this.model = model;
        body.getStyleClass().addAll("live-body", "people");
        panel.setId("live-people");
        all.setId("people-all");
        all.getStyleClass().add("icon-button");
        all.setTooltip(new Tooltip(Texts.of("live.people.all")));
        all.setAccessibleText(Texts.of("live.people.all"));
        all.setOnAction(_ -> show(model.invitedProperty().get()));
        panel.end().getChildren().add(all);
        why.setId("people-why");
        why.setPromptText(Texts.of("live.people.why"));
        go.setId("people-begin");
        go.setMaxWidth(Double.MAX_VALUE);
        go.setOnAction(_ -> model.goForTheAbsent(why.getText().strip()));
        go.disableProperty().bind(why.textProperty().map(String::isBlank));
        why.setOnAction(_ -> go.fire());
        trouble.textProperty().bind(model.peopleTroubleProperty());
        trouble.textProperty().subscribe(_ -> show(model.invitedProperty().get()));
        model.invitedProperty().subscribe(this::show);
    }

    Panel panel() {
        return panel;
    }

    private void show(Invited invited) {
        shown(panel, !invited.rows().isEmpty());
        panel.sub().setText(invited.summary());
        showRows(invited.rows());
        // Once the run plays, what it does to the system is worth more room than who is there.
        shown(all, !invited.awaited());
        shown(trouble, !trouble.getText().isEmpty());
        shown(body, invited.awaited() || all.isSelected() || trouble.isVisible());
        fingerprint.setText(
                invited.fingerprint().isEmpty() ? "" : Texts.of("live.people.fingerprint", invited.fingerprint()));
        shown(fingerprint, !invited.fingerprint().isEmpty());
        shown(begin, invited.awaited() && model.mayActProperty().get());
    }

    /// Whoever comes or says go changes their line alone: a link is copied while others arrive.
    private void showRows(List<Invited.Row> people) {
        List<String> roles = people.stream().map(Invited.Row::role).toList();
        if (!roles.equals(lines.stream().map(PersonLine::role).toList())) {
            lines = roles.stream().map(role -> new PersonLine(role, PeoplePanel::copy)).toList();
            rows.getChildren().setAll(lines);
        }
        for (int i = 0; i < people.size(); i++) {
            lines.get(i).show(people.get(i));
        }
    }

    private static void copy(String link) {
        ClipboardContent content = new ClipboardContent();
        content.putString(link);
        Clipboard.getSystemClipboard().setContent(content);
    }

    static void shown(Region region, boolean there) {
        region.setVisible(there);
        region.setManaged(there);
    }
}
