package io.gameday.console.debrief.words;

import io.gameday.console.debrief.words.Allowed.Offer;
import io.gameday.console.text.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A field with its label. What is typed is saved when the field is left, by Enter, or by Ctrl+Enter where there are
/// several lines; Escape takes it back.
final class FieldControl {

    private static final PseudoClass UNSAVED = PseudoClass.getPseudoClass("unsaved");

    private final FieldViewModel field;
    private final Control input;
    private final VBox box;

    /// @param form names the ids of controls
    FieldControl(String form, FieldViewModel field) {
        this.field = field;
        Region line = switch (field.allowed()) {
            case Allowed.Line _,Allowed.Words _ -> text(new TextField());
            case Allowed.Lines(int rows) -> text(area(rows));
            case Allowed.EachLine(int rows) -> text(area(rows));
            case Allowed.Choice choice -> choice(choice);
            case Allowed.YesOrNo _ -> yes();
            case Allowed.Date _ -> date();
            case Allowed.Proposed(Supplier<List<Offer>> offers) -> offered(offers, this::propose);
            case Allowed.Several(Supplier<List<Offer>> offers) -> offered(offers, this::tick);
        };
        input = (Control) (line instanceof HBox row ? row.getChildren().getFirst() : line);
        input.setId("words-" + form + "-" + field.key().replace('.', '-'));
        input.setAccessibleText(field.label());
        box = new VBox(label(), line);
        box.getStyleClass().add("field");
        box.setMinWidth(0);
        box.visibleProperty().bind(field.askedProperty());
        box.managedProperty().bind(field.askedProperty());
        field.unsavedProperty().addListener((_, _, now) -> input.pseudoClassStateChanged(UNSAVED, now));
    }

    private Node label() {
        Label name = new Label();
        name.textProperty().bind(Bindings.when(field.unsavedProperty())
                .then(Texts.of("words.field.unsaved", field.label())).otherwise(field.label()));
        name.getStyleClass().add("field-label");
        boolean box = field.allowed() instanceof Allowed.YesOrNo;
        name.setVisible(!box);
        name.setManaged(!box);
        return name;
    }

    private static TextArea area(int rows) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.setMinHeight(Region.USE_PREF_SIZE);
        // Tab goes on to the next field, as everywhere else.
        area.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.TAB && !key.isControlDown() && !key.isAltDown()) {
                area.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                key.consume();
            }
        });
        return area;
    }

    private Region text(TextInputControl text) {
        text.textProperty().bindBidirectional(field.typedProperty());
        text.promptTextProperty().bind(field.hintProperty());
        keys(text, text instanceof TextArea);
        leaving(text);
        return text;
    }

    private void leaving(Node node) {
        node.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                field.leave();
            }
        });
    }

    private void keys(Node node, boolean several) {
        node.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && (!several || key.isShortcutDown())) {
                field.commit();
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE && field.unsavedProperty().get()) {
                field.undo();
                key.consume();
            }
        });
    }

    private Region choice(Allowed.Choice choice) {
        List<String> all = new ArrayList<>(choice.words());
        if (choice.mayLack()) {
            all.addFirst("");
        }
        ComboBox<String> combo = new ComboBox<>(FXCollections.observableArrayList(all));
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String word) {
                return word == null || word.isEmpty() ? Texts.of("words.field.notsaid") : word;
            }

            @Override
            public String fromString(String word) {
                return word;
            }
        });
        combo.setValue(field.typedProperty().get());
        field.typedProperty().addListener((_, _, now) -> combo.setValue(now));
        combo.valueProperty().addListener((_, _, now) -> {
            if (now != null && !now.equals(field.typedProperty().get())) {
                field.choose(now);
            }
        });
        return combo;
    }

    private Region yes() {
        CheckBox check = new CheckBox(field.label());
        check.setSelected(field.typedProperty().get().equals(Fields.yes(true)));
        field.typedProperty().addListener((_, _, now) -> check.setSelected(now.equals(Fields.yes(true))));
        check.setOnAction(_ -> field.choose(Fields.yes(check.isSelected())));
        return check;
    }

    private Region date() {
        DatePicker picker = new DatePicker();
        picker.setMaxWidth(Double.MAX_VALUE);
        picker.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate date) {
                // What is no date stays as it was typed, for the file's reader to say what is wrong with it.
                return date == null ? field.typedProperty().get() : date.toString();
            }

            @Override
            public @Nullable LocalDate fromString(String text) {
                return parsed(text);
            }
        });
        picker.setValue(parsed(field.typedProperty().get()));
        picker.getEditor().textProperty().bindBidirectional(field.typedProperty());
        picker.setPromptText("2026-12-31");
        field.typedProperty().addListener((_, _, now) -> {
            LocalDate date = parsed(now);
            if (date != null || now.isEmpty()) {
                picker.setValue(date);
            }
        });
        picker.valueProperty().addListener((_, _, now) -> {
            if (now != null && !now.toString().equals(field.typedProperty().get())) {
                field.choose(now.toString());
            }
        });
        picker.getEditor().setAccessibleText(field.label());
        keys(picker, false);
        leaving(picker);
        return picker;
    }

    private static @Nullable LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException none) {
            return null;
        }
    }

    private Region offered(Supplier<List<Offer>> offers, BiConsumer<Offer, Boolean> chosen) {
        TextField text = new TextField();
        text(text);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        HBox row = new HBox(text);
        row.getStyleClass().add("offered");
        MenuButton menu = new MenuButton("", new FontIcon(Feather.PLUS));
        menu.getStyleClass().add("offers");
        menu.setAccessibleText(Texts.of("words.field.choose", field.label()));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setOnShowing(_ -> fill(menu, offers.get(), chosen));
        fill(menu, offers.get(), chosen);
        row.getChildren().add(menu);
        return row;
    }

    private void fill(MenuButton menu, List<Offer> offers, BiConsumer<Offer, Boolean> chosen) {
        List<String> now = parts();
        menu.getItems().setAll(offers.stream().map(offer -> {
            String told = offer.told().length() > 70 ? offer.told().substring(0, 69) + "…" : offer.told();
            CheckMenuItem item = new CheckMenuItem(offer.word() + (told.isEmpty() ? "" : "  " + told));
            item.setMnemonicParsing(false);
            item.setSelected(now.contains(offer.word()));
            item.setOnAction(_ -> chosen.accept(offer, item.isSelected()));
            return item;
        }).toList());
        if (menu.getItems().isEmpty()) {
            CheckMenuItem none = new CheckMenuItem(Texts.of("words.field.nooffers"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
    }

    private List<String> parts() {
        return Arrays.stream(field.typedProperty().get().split(",")).map(String::strip).toList();
    }

    private void propose(Offer offer, Boolean on) {
        field.choose(on ? offer.word() : "");
    }

    private void tick(Offer offer, Boolean on) {
        List<String> all = new ArrayList<>(parts());
        all.remove(offer.word());
        if (on) {
            all.add(offer.word());
        }
        field.choose(field.allowed().normal(String.join(", ", all)));
    }

    /// Whether two of its kind have room beside each other.
    boolean narrow() {
        return switch (field.allowed()) {
            case Allowed.Choice _,Allowed.Date _ -> true;
            case Allowed.Line _,Allowed.YesOrNo _,Allowed.Words _,Allowed.Lines _,Allowed.EachLine _,Allowed.Proposed _,Allowed.Several _ ->
                false;
        };
    }

    VBox box() {
        return box;
    }

    Control input() {
        return input;
    }
}
