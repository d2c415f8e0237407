package io.gameday.console.debrief.words;

import io.gameday.console.control.Panel;
import io.gameday.console.debrief.words.HotDebrief.Section;
import io.gameday.console.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The hot debrief on the screen: left its clock and agenda, right the questions with what is said to each.
final class HotPane {

    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final double AGENDA = 252;

    private final HotDebrief model;
    private final VBox agenda = new VBox();
    private final VBox asked = new VBox();
    private final ScrollPane scroll = new ScrollPane(asked);
    private final List<VBox> places = new ArrayList<>();
    private final HBox pane;

    HotPane(HotDebrief model) {
        this.model = model;
        agenda.getStyleClass().add("hot-agenda");
        asked.getStyleClass().add("hot-asked");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        ScrollPane parts = new ScrollPane(new VBox(clock(), agenda));
        parts.setFitToWidth(true);
        parts.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        parts.setFocusTraversable(false);
        Panel left = new Panel(Feather.CLOCK, Texts.of("words.hot.agenda"), parts);
        left.setMinWidth(AGENDA);
        left.setPrefWidth(AGENDA);
        Panel right = new Panel(Feather.MESSAGE_SQUARE, Texts.of("words.hot.asked"), scroll);
        right.sub().setText(Texts.of("words.hot.asked.sub"));
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        pane = new HBox(left, right);
        pane.getStyleClass().add("hot");
        model.sectionsProperty().subscribe(this::fill);
        model.nowProperty().addListener((_, _, now) -> mark(now.intValue(), true));
    }

    private Node clock() {
        Label time = new Label();
        time.setId("hot-time");
        time.getStyleClass().addAll("mono", "hot-time");
        time.textProperty().bind(model.timeProperty());
        time.accessibleTextProperty().bind(Bindings.createStringBinding(
                () -> Texts.of("words.hot.clock.told", model.timeProperty().get()), model.timeProperty()));
        time.setMinWidth(Region.USE_PREF_SIZE);
        Button start = new Button();
        start.setId("hot-start");
        start.getStyleClass().add("small-button");
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.setOnAction(_ -> model.startOrPause());
        model.stateProperty().subscribe(state -> {
            start.setText(Texts.of(switch (state) {
                case READY -> "words.hot.start";
                case RUNNING -> "words.hot.pause";
                case PAUSED -> "words.hot.resume";
            }));
            start.setGraphic(new FontIcon(state == Countdown.State.RUNNING ? Feather.PAUSE : Feather.PLAY));
        });
        Button restart = new Button("", new FontIcon(Feather.ROTATE_CCW));
        restart.setId("hot-restart");
        restart.getStyleClass().add("small-button");
        restart.setAccessibleText(Texts.of("words.hot.restart"));
        restart.setTooltip(new Tooltip(Texts.of("words.hot.restart")));
        restart.setOnAction(_ -> model.restart());
        restart.disableProperty().bind(model.stateProperty().isEqualTo(Countdown.State.READY));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(time, gap, start, restart);
        row.getStyleClass().add("hot-clock");
        Label said = new Label();
        said.setId("hot-said");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.textProperty().bind(model.saidProperty());
        VBox box = new VBox(row, said);
        box.getStyleClass().add("hot-head");
        return box;
    }

    private void fill(List<Section> sections) {
        agenda.getChildren().clear();
        asked.getChildren().clear();
        places.clear();
        int number = 0;
        for (Section section : sections) {
            VBox place = new VBox(heading(section));
            place.getStyleClass().add("hot-section");
            for (HotDebrief.Asked one : section.asked()) {
                place.getChildren().add(fields("hot-" + ++number, one));
            }
            agenda.getChildren().add(part(section, place));
            asked.getChildren().add(place);
            places.add(place);
        }
        mark(model.nowProperty().get(), false);
    }

    private static Node heading(Section section) {
        Label name = new Label(section.name());
        name.getStyleClass().add("strong");
        Label minutes = new Label(section.minutes());
        minutes.getStyleClass().addAll("mono", "quiet");
        HBox heading = new HBox(name, minutes);
        heading.getStyleClass().add("hot-heading");
        return heading;
    }

    private Node fields(String id, HotDebrief.Asked one) {
        FieldControl answer = new FieldControl(id, one.answer());
        FieldControl role = new FieldControl(id, one.role());
        role.box().setMinWidth(92);
        role.box().setPrefWidth(92);
        role.box().setMaxWidth(92);
        HBox.setHgrow(answer.box(), Priority.ALWAYS);
        HBox row = new HBox(answer.box(), role.box());
        row.getStyleClass().add("hot-row");
        for (FieldControl control : List.of(answer, role)) {
            control.input().focusedProperty().addListener((_, _, focused) -> {
                if (focused) {
                    bring(row);
                }
            });
        }
        return row;
    }

    private Button part(Section section, VBox place) {
        Label minutes = new Label(section.minutes());
        minutes.getStyleClass().addAll("mono", "hot-minutes");
        Label name = new Label(section.name());
        Label word = new Label();
        word.getStyleClass().add("hot-word");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(minutes, name, gap, word);
        line.getStyleClass().add("hot-line");
        Button part = new Button("", line);
        part.getStyleClass().add("hot-part");
        part.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(part.widthProperty().subtract(24));
        part.setAccessibleText(Texts.of("words.hot.go", section.minutes(), section.name()).strip());
        part.setUserData(word);
        part.setOnAction(_ -> top(place));
        return part;
    }

    /// What was typed in stays under the hands: only where nobody writes do the questions follow the clock.
    private void mark(int now, boolean follow) {
        for (int i = 0; i < places.size(); i++) {
            places.get(i).pseudoClassStateChanged(NOW, i == now);
            Node part = agenda.getChildren().get(i);
            part.pseudoClassStateChanged(NOW, i == now);
            ((Label) part.getUserData()).setText(
                    now < 0 || i > now ? "" : Texts.of(i == now ? "words.hot.part.now" : "words.hot.part.over"));
        }
        boolean writing = pane.getScene() != null && pane.getScene().getFocusOwner() instanceof TextInputControl;
        if (follow && !writing && now >= 0 && now < places.size()) {
            top(places.get(now));
        }
    }

    private void top(VBox place) {
        double over = asked.getHeight() - scroll.getViewportBounds().getHeight();
        if (over > 0) {
            scroll.setVvalue(Math.min(1, place.getBoundsInParent().getMinY() / over));
        }
    }

    /// Scrolls so far that a field that has the focus is seen.
    private void bring(Node field) {
        double over = asked.getHeight() - scroll.getViewportBounds().getHeight();
        if (over > 0) {
            var there = asked.sceneToLocal(field.localToScene(field.getBoundsInLocal()));
            double above = scroll.getVvalue() * over;
            if (there.getMinY() < above) {
                scroll.setVvalue(there.getMinY() / over);
            } else if (there.getMaxY() > above + scroll.getViewportBounds().getHeight()) {
                scroll.setVvalue((there.getMaxY() - scroll.getViewportBounds().getHeight()) / over);
            }
        }
    }

    HBox pane() {
        return pane;
    }
}
