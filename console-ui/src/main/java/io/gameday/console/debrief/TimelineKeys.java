package io.gameday.console.debrief;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the playhead, and Escape back to the site, anywhere on the screen but in a text field.
final class TimelineKeys {

    private final TimelineViewModel timeline;
    private final Playhead playhead;

    TimelineKeys(TimelineViewModel timeline) {
        this.timeline = timeline;
        playhead = timeline.playhead();
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
            case ESCAPE -> timeline.focusProperty().get() == null ? null : timeline::lookAtSite;
            default -> null;
        };
        if (act != null) {
            act.run();
        }
        return act != null;
    }
}
