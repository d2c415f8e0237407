package io.gameday.console.home;

import io.gameday.console.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The catalog: chips that filter by theme, and the cards of each theme below its question.
final class CatalogView extends VBox {

    private final HomeViewModel model;
    private final FlowPane chips = new FlowPane(6, 4);
    private final VBox groups = new VBox(6);

    CatalogView(HomeViewModel model) {
        this.model = model;
        getStyleClass().add("home-catalog");
        Label title = new Label(Texts.of("home.catalog"));
        title.getStyleClass().add("home-section");
        title.setMinWidth(USE_PREF_SIZE);
        chips.getStyleClass().add("home-chips");
        HBox head = new HBox(10, title, chips);
        head.getStyleClass().add("home-section-head");
        HBox.setHgrow(chips, Priority.ALWAYS);
        Label none = new Label();
        none.getStyleClass().add("quiet");
        none.setWrapText(true);
        none.textProperty().bind(Bindings.when(model.catalogTrouble().isEmpty())
                .then(Texts.of("home.catalog.noneFound")).otherwise(model.catalogTrouble()));
        none.visibleProperty().bind(Bindings.isEmpty(model.catalog().groups()));
        none.managedProperty().bind(none.visibleProperty());
        getChildren().addAll(head, none, groups);
        model.catalog().choices().addListener((ListChangeListener<ThemeChoice>) _ -> showChips());
        model.catalog().groups().addListener((ListChangeListener<CatalogModel.Group>) _ -> showGroups());
        showChips();
        showGroups();
    }

    private void showChips() {
        ToggleGroup group = new ToggleGroup();
        chips.getChildren().setAll(model.catalog().choices().stream().map(choice -> chip(choice, group)).toList());
    }

    private ToggleButton chip(ThemeChoice choice, ToggleGroup group) {
        Label count = new Label(String.valueOf(choice.count()));
        count.getStyleClass().addAll("mono", "home-chip-count");
        ToggleButton chip = new ToggleButton(choice.title(), count);
        chip.getStyleClass().add("home-chip");
        chip.setAccessibleText(Texts.of("home.catalog.chip", choice.title(), String.valueOf(choice.count())));
        chip.setToggleGroup(group);
        chip.setSelected(model.catalog().chosen().get().equals(choice.theme()));
        chip.setOnAction(_ -> {
            // A pressed chip stays pressed: one of them always tells what is shown.
            chip.setSelected(true);
            model.catalog().chosen().set(choice.theme());
        });
        return chip;
    }

    private void showGroups() {
        String focused = focusedCard();
        groups.getChildren().setAll(model.catalog().groups().stream().map(this::group).toList());
        if (!focused.isEmpty()) {
            // A card that was only brought up to date keeps the focus.
            groups.lookupAll(".home-card").stream().filter(card -> focused.equals(card.getUserData())).findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private String focusedCard() {
        return groups.lookupAll(".home-card").stream().filter(Node::isFocused)
                .map(card -> String.valueOf(card.getUserData())).findFirst().orElse("");
    }

    private Node group(CatalogModel.Group group) {
        Label title = new Label(group.theme().title());
        title.getStyleClass().add("strong");
        title.setMinWidth(USE_PREF_SIZE);
        Label question = new Label(group.theme().question());
        question.getStyleClass().add("quiet");
        HBox head = new HBox(8, title, question);
        head.getStyleClass().add("home-theme");
        CardGrid cards = new CardGrid();
        group.cards().forEach(card -> {
            CardView view = new CardView(card, model);
            view.setUserData(card.name());
            cards.getChildren().add(view);
        });
        return new VBox(6, head, cards);
    }
}
