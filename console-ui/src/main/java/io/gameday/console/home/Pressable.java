package io.gameday.console.home;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/// Makes a box do something when it is clicked or Enter or Space is pressed on it; arrow keys go to its neighbours.
final class Pressable {

    private Pressable() {
    }

    static void on(Node node, String name, Runnable action) {
        node.setFocusTraversable(true);
        node.setAccessibleRole(AccessibleRole.BUTTON);
        node.setAccessibleText(name);
        node.getStyleClass().add("pressable");
        node.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                node.requestFocus();
                action.run();
            }
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() == node && key(node, event, action)) {
                event.consume();
            }
        });
    }

    private static boolean key(Node node, KeyEvent event, Runnable action) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        switch (event.getCode()) {
            case ENTER, SPACE -> action.run();
            case UP -> node.requestFocusTraversal(TraversalDirection.UP);
            case DOWN -> node.requestFocusTraversal(TraversalDirection.DOWN);
            case LEFT -> node.requestFocusTraversal(TraversalDirection.LEFT);
            case RIGHT -> node.requestFocusTraversal(TraversalDirection.RIGHT);
            default -> {
                return false;
            }
        }
        return true;
    }
}
