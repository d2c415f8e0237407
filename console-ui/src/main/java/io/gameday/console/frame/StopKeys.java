package io.gameday.console.frame;

import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// F12 and Ctrl+. stop from every window of the console: also while a dialog is open or a text field has the focus,
/// because the key is taken before either sees it.
final class StopKeys {

    private static final KeyCombination PERIOD = new KeyCodeCombination(KeyCode.PERIOD, KeyCombination.SHORTCUT_DOWN);

    private final Runnable stop;
    private final EventHandler<KeyEvent> handler = this::pressed;

    private StopKeys(Runnable stop) {
        this.stop = stop;
    }

    /// From now on in every window, those to come included.
    static void install(Runnable stop) {
        StopKeys keys = new StopKeys(stop);
        Window.getWindows().forEach(keys::listen);
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(keys::listen);
                change.getRemoved().forEach(window -> window.removeEventFilter(KeyEvent.KEY_PRESSED, keys.handler));
            }
        });
    }

    private void listen(Window window) {
        window.addEventFilter(KeyEvent.KEY_PRESSED, handler);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F12 || PERIOD.match(event)) {
            event.consume();
            stop.run();
        }
    }
}
