package io.gameday.console.debrief.words;

import io.gameday.console.control.Panel;
import io.gameday.console.text.Texts;
import io.gameday.report.why.Root;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The tree of whys, by keyboard and mouse.
final class WhysPanel {

    private final WhysViewModel model;
    private final Supplier<String> chosenEvidence;
    private final Runnable leave;
    private final TreeView<WhyLine> tree = new TreeView<>(new TreeItem<>());
    private final Set<String> folded = new HashSet<>();
    private final Panel panel;
    private boolean following;

    /// @param chosenEvidence of the row chosen in the timeline; empty for none
    /// @param leave          takes the focus out of the tree, where Tab means something else
    WhysPanel(WhysViewModel model, Supplier<String> chosenEvidence, Runnable leave) {
        this.model = model;
        this.chosenEvidence = chosenEvidence;
        this.leave = leave;
        tree.setId("words-whys");
        tree.setShowRoot(false);
        tree.getStyleClass().addAll("debrief-list", "whys");
        tree.setAccessibleText(Texts.of("words.whys.name"));
        tree.setCellFactory(_ -> new WhyCell(model));
        tree.setContextMenu(menu());
        tree.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> {
            if (!following && item != null) {
                model.selectedProperty().set(item.getValue());
            }
        });
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.lines().addListener((ListChangeListener<WhyLine>) _ -> fill());
        model.selectedProperty().addListener((_, _, line) -> select(line));
        fill();
        panel = new Panel(Feather.GIT_BRANCH, Texts.of("words.whys"), tree);
        panel.sub().setText(Texts.of("words.whys.sub"));
        panel.sub().setMinWidth(0);
        panel.end().getChildren().addAll(button(Feather.PLUS, "words.whys.add", model::add),
                button(Feather.LINK, "words.whys.attach", this::attach),
                button(Feather.CHEVRON_LEFT, "words.whys.out", model::out),
                button(Feather.CHEVRON_RIGHT, "words.whys.in", model::in),
                button(Feather.CHECK_SQUARE, "words.whys.action", model::addAction),
                button(Feather.TRASH_2, "words.whys.remove", model::remove));
    }

    private static Button button(Feather icon, String text, Runnable act) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(text.replace('.', '-'));
        button.getStyleClass().add("small-button");
        button.setAccessibleText(Texts.of(text));
        button.setTooltip(new Tooltip(Texts.of(text)));
        button.setOnAction(_ -> act.run());
        return button;
    }

    private ContextMenu menu() {
        Menu roots = new Menu(Texts.of("words.whys.also"));
        Stream.of(Root.values()).map(Fields::word)
                .forEach(root -> roots.getItems().add(item(root, () -> model.alsoUnder(root))));
        return new ContextMenu(item(Texts.of("words.whys.enter"), model::enter),
                item(Texts.of("words.whys.add"), model::add), item(Texts.of("words.whys.attach"), this::attach),
                item(Texts.of("words.whys.action"), model::addAction), new SeparatorMenuItem(),
                item(Texts.of("words.whys.in"), model::in), item(Texts.of("words.whys.out"), model::out), roots,
                new SeparatorMenuItem(), item(Texts.of("words.whys.remove"), model::remove));
    }

    private static MenuItem item(String text, Runnable act) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> act.run());
        return item;
    }

    private void attach() {
        model.addEvidence(chosenEvidence.get());
    }

    private void pressed(KeyEvent key) {
        boolean why = model.selectedProperty().get() != null
                && model.selectedProperty().get().what() instanceof WhyLine.Written;
        boolean plain = !key.isShortcutDown() && !key.isAltDown();
        Runnable act = switch (key.getCode()) {
            case ENTER -> plain ? model::enter : null;
            case TAB -> !plain || !why ? null : key.isShiftDown() ? model::out : model::in;
            case INSERT -> plain ? model::add : null;
            case N -> key.isShortcutDown() ? model::add : null;
            case L -> key.isShortcutDown() ? this::attach : null;
            case DELETE -> plain ? model::remove : null;
            case ESCAPE -> leave;
            default -> null;
        };
        if (act != null) {
            act.run();
            key.consume();
        }
    }

    /// The folds stay as they were.
    private void fill() {
        following = true;
        tree.getSelectionModel().clearSelection();
        TreeItem<WhyLine> root = new TreeItem<>();
        Deque<TreeItem<WhyLine>> above = new ArrayDeque<>();
        above.push(root);
        for (WhyLine line : model.lines()) {
            while (above.size() > line.depth() + 1) {
                above.pop();
            }
            TreeItem<WhyLine> item = new TreeItem<>(line);
            item.setExpanded(!folded.contains(line.key()));
            item.expandedProperty().addListener((_, _, open) -> fold(line.key(), open));
            above.getFirst().getChildren().add(item);
            above.push(item);
        }
        tree.setRoot(root);
        root.setExpanded(true);
        following = false;
        select(model.selectedProperty().get());
    }

    private void fold(String key, boolean open) {
        if (open) {
            folded.remove(key);
        } else {
            folded.add(key);
        }
    }

    private void select(@Nullable WhyLine line) {
        following = true;
        TreeItem<WhyLine> item = line == null ? null : find(tree.getRoot(), line);
        if (item == null) {
            tree.getSelectionModel().clearSelection();
        } else if (!item.equals(tree.getSelectionModel().getSelectedItem())) {
            tree.getSelectionModel().select(item);
            tree.getFocusModel().focus(tree.getRow(item));
            tree.scrollTo(Math.max(0, tree.getRow(item) - 2));
        }
        following = false;
    }

    private static @Nullable TreeItem<WhyLine> find(TreeItem<WhyLine> under, WhyLine line) {
        for (TreeItem<WhyLine> child : under.getChildren()) {
            if (line.equals(child.getValue())) {
                return child;
            }
            TreeItem<WhyLine> below = find(child, line);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    Panel panel() {
        return panel;
    }

    TreeView<WhyLine> tree() {
        return tree;
    }
}
