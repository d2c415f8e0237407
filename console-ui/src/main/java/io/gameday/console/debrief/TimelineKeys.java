package io.gameday.console.debrief;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the playhead, anywhere on the screen but in a text field.
final class TimelineKeys {

    private final Playhead playhead;

    TimelineKeys(Playhead playhead) {
        this.playhead = playhead;
    }

    void pressed(KeyEvent key) {
        boolean ours = !(key.getTarget() instanceof TextInputControl) && !key.isControlDown() && !key.isAltDown()
                && !key.isMetaDown();
        if (ours && acts(key)) {
            key.consume();
        }
    }

    private boolean acts(KeyEvent key) {
        // A button that has the focus is what Space presses.
        if (key.getCode() == KeyCode.SPACE && key.getTarget() instanceof ButtonBase) {
            return false;
        }
        Runnable act = switch (key.getCode()) {
            case LEFT -> key.isShiftDown() ? playhead::previousSecond : playhead::previousEvent;
            case RIGHT -> key.isShiftDown() ? playhead::nextSecond : playhead::nextEvent;
            case HOME -> playhead::home;
            case END -> playhead::end;
            case SPACE -> playhead::playOrPause;
            default -> null;
        };
        if (act != null) {
            act.run();
        }
        return act != null;
    }
}
