package io.gameday.console.debrief.words;

import io.gameday.console.control.Panel;
import io.gameday.console.frame.Key;
import io.gameday.console.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands below the strip: what happened, or one of the places where people write, each beside the timeline.
public final class WordsPane {

    private static final double EVENTS = 330;
    private static final double ROOM_FOR_EVENTS = 960;
    private static final double FORM = 346;

    private final WordsViewModel model;
    private final ToggleGroup tabs = new ToggleGroup();
    private final StackPane places = new StackPane();
    private final VBox pane;

    /// @param hot            the twenty minutes right after the run
    /// @param happened       what is shown while nobody writes
    /// @param events         the timeline as a list, which stands beside everything that is written
    /// @param chosenEvidence of the row chosen there; empty for none
    public WordsPane(WordsViewModel model, HotDebrief hot, Node happened, Panel events,
            Supplier<String> chosenEvidence) {
        this.model = model;
        WhysPanel whys = new WhysPanel(model.whys(), chosenEvidence, this::focusTabs);
        places.setMinHeight(0);
        places.getChildren().addAll(shown(Tab.HOT, new HotPane(hot).pane()), place(Tab.WHYS, whys.panel(), whys(whys)),
                place(Tab.LESSONS, model.lessons(), Feather.BOOK), place(Tab.ACTIONS, model.actions(), Feather.CHECK),
                place(Tab.ANSWERS, model.answers(), Feather.HELP_CIRCLE), summary());
        HBox.setHgrow(places, Priority.ALWAYS);
        places.setMinWidth(0);
        StandingPane standing = new StandingPane(model, this::focusTabs);
        StackPane written = new StackPane(places, standing.pane());
        places.visibleProperty().bind(standing.pane().visibleProperty().not());
        HBox.setHgrow(written, Priority.ALWAYS);
        written.setMinWidth(0);
        events.setMinWidth(220);
        events.setPrefWidth(EVENTS);
        events.setMaxWidth(EVENTS + 170);
        HBox writing = new HBox(events, written);
        events.prefWidthProperty().bind(Bindings.max(EVENTS, writing.widthProperty().multiply(0.26)));
        // Beside the findings of a narrow window there is no room for both.
        events.visibleProperty().bind(writing.widthProperty().greaterThanOrEqualTo(ROOM_FOR_EVENTS));
        events.managedProperty().bind(events.visibleProperty());
        writing.getStyleClass().add("debrief-columns");
        writing.setMinHeight(0);
        StackPane below = new StackPane(happened, writing);
        below.setMinHeight(0);
        VBox.setVgrow(below, Priority.ALWAYS);
        happened.visibleProperty().bind(model.tabProperty().isEqualTo(Tab.HAPPENED));
        writing.visibleProperty().bind(model.tabProperty().isNotEqualTo(Tab.HAPPENED));
        pane = new VBox(tabRow(), trouble(), below);
        pane.getStyleClass().add("words");
        pane.setMinHeight(0);
        pane.getStylesheets().add(
                Objects.requireNonNull(WordsPane.class.getResource("/io/gameday/console/words.css")).toExternalForm());
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::turn);
    }

    private Node whys(WhysPanel whys) {
        FormPane form = new FormPane("why", model.whys().form(), Texts.of("words.whys.choose.form"));
        form.focusOn(model.whys().editingProperty());
        model.tabProperty().addListener((_, _, tab) -> {
            if (tab == Tab.WHYS) {
                whys.tree().requestFocus();
            }
        });
        return form.pane();
    }

    private <T> Node place(Tab tab, ItemsViewModel<T> items, Feather icon) {
        String name = items.listed().name();
        ItemsPanel<T> list = new ItemsPanel<>(items, icon);
        FormPane form = new FormPane(name, items.form(), Texts.of("words." + name + ".choose"));
        form.focusOn(items.editingProperty());
        return place(tab, list.panel(), form.pane());
    }

    private Node place(Tab tab, Panel list, Node form) {
        HBox.setHgrow(list, Priority.ALWAYS);
        list.setMinWidth(0);
        list.setPrefWidth(400);
        StackPane beside = new StackPane(form);
        beside.getStyleClass().add("panel");
        beside.setMinWidth(FORM);
        HBox place = new HBox(list, beside);
        beside.prefWidthProperty().bind(Bindings.max(FORM, place.widthProperty().multiply(0.38)));
        return shown(tab, place);
    }

    private Node summary() {
        FormPane form = new FormPane("summary", model.summary(), "");
        StackPane alone = new StackPane(form.pane());
        alone.getStyleClass().add("panel");
        return shown(Tab.SUMMARY, new HBox(alone));
    }

    private HBox shown(Tab tab, HBox place) {
        place.getStyleClass().add("debrief-columns");
        place.setMinHeight(0);
        HBox.setHgrow(place.getChildren().getFirst(), Priority.ALWAYS);
        place.visibleProperty().bind(model.tabProperty().isEqualTo(tab));
        return place;
    }

    private HBox tabRow() {
        HBox segments = new HBox();
        segments.getStyleClass().add("segments");
        for (Tab tab : Tab.values()) {
            ToggleButton button = new ToggleButton(tab.words());
            button.setId("words-tab-" + tab.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add("segment");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(tabs);
            button.setUserData(tab);
            button.setOnAction(_ -> model.tabProperty().set(tab));
            segments.getChildren().add(button);
        }
        segments.getChildren().getFirst().getStyleClass().add("first");
        segments.getChildren().getLast().getStyleClass().add("last");
        model.tabProperty().addListener(_ -> chooseTab());
        tabs.selectedToggleProperty().addListener((_, _, now) -> {
            if (now == null) {
                chooseTab();
            }
        });
        chooseTab();
        Label told = new Label();
        told.setId("words-told");
        told.getStyleClass().add("quiet");
        told.setMinWidth(0);
        told.textProperty().bind(Bindings.createStringBinding(this::told, model.toldProperty(), model.savingProperty(),
                model.unsavedProperty()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button again = small(Feather.REFRESH_CW, "words.again", model::again);
        again.visibleProperty().bind(model.toldProperty().isNotEmpty());
        Button open = small(Feather.EXTERNAL_LINK, "words.openfile", model::openFile);
        open.visibleProperty().bind(model.toldProperty().isNotEmpty());
        HBox row = new HBox(segments, gap, told, again, open);
        row.getStyleClass().add("words-tabs");
        return row;
    }

    private String told() {
        return model.toldProperty().get().isEmpty()
                ? ""
                : model.savingProperty().get()
                        ? Texts.of("words.saving")
                        : model.unsavedProperty().get() > 0
                                ? Texts.of("words.unsaved", String.valueOf(model.unsavedProperty().get()))
                                : Texts.of("words.saved", model.toldProperty().get());
    }

    private static Button small(Feather icon, String text, Runnable act) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().add("small-button");
        button.setAccessibleText(Texts.of(text));
        button.setTooltip(new Tooltip(Texts.of(text)));
        button.setOnAction(_ -> act.run());
        return button;
    }

    private void chooseTab() {
        tabs.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == model.tabProperty().get()));
    }

    private void focusTabs() {
        if (tabs.getSelectedToggle() instanceof ToggleButton button) {
            button.requestFocus();
        }
    }

    /// Why the last change was not made.
    private HBox trouble() {
        Label said = new Label("", new FontIcon(Feather.ALERT_TRIANGLE));
        said.setId("words-trouble");
        said.setWrapText(true);
        said.setMinWidth(0);
        said.textProperty().bind(model.troubleProperty());
        HBox.setHgrow(said, Priority.ALWAYS);
        said.setMaxWidth(Double.MAX_VALUE);
        Button again = new Button(Texts.of("words.again"), new FontIcon(Feather.REFRESH_CW));
        again.setId("words-again");
        again.getStyleClass().add("small-button");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(_ -> model.again());
        Button close = small(Feather.X, "words.dismiss", model::dismiss);
        HBox bar = new HBox(said, again, close);
        bar.getStyleClass().add("trouble");
        bar.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        bar.managedProperty().bind(bar.visibleProperty());
        bar.setMinHeight(Region.USE_PREF_SIZE);
        return bar;
    }

    private void turn(KeyEvent key) {
        int step = switch (key.getCode()) {
            case PAGE_DOWN -> 1;
            case PAGE_UP -> -1;
            default -> 0;
        };
        if (step != 0 && key.isShortcutDown()) {
            int count = Tab.values().length;
            model.tabProperty().set(Tab.values()[(model.tabProperty().get().ordinal() + step + count) % count]);
            focusTabs();
            key.consume();
        }
    }

    /// Whether a key pressed there is for who writes, not for the timeline.
    public boolean owns(EventTarget target) {
        for (Node node = target instanceof Node at ? at : null; node != null; node = node.getParent()) {
            if (node.equals(places)) {
                return true;
            }
        }
        return false;
    }

    /// For the keyboard help.
    public static List<Key> keys() {
        return List.of(new Key("Ctrl+PgUp PgDn", Texts.of("words.key.tabs")),
                new Key("Enter", Texts.of("words.key.enter")), new Key("Insert Ctrl+N", Texts.of("words.key.add")),
                new Key("Tab Shift+Tab", Texts.of("words.key.level")),
                new Key("Ctrl+L", Texts.of("words.key.evidence")), new Key("Delete", Texts.of("words.key.remove")));
    }

    public Region pane() {
        return pane;
    }
}
