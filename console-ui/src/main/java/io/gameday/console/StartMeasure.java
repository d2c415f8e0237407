package io.gameday.console;

import java.time.Instant;
import javafx.application.Platform;
import javafx.scene.Scene;

/// With `-Dgameday.console.measure=start`: says when the first screen was drawn, and ends. Also what the launcher runs
/// once after a build to record which classes a start needs.
final class StartMeasure {

    private StartMeasure() {
    }

    static void of(Scene scene) {
        if (!System.getProperty("gameday.console.measure", "").equals("start")) {
            return;
        }
        scene.addPostLayoutPulseListener(new Runnable() {
            private int pulses;

            @Override
            public void run() {
                // The second pulse comes when the first was handed to the renderer.
                if (++pulses == 2) {
                    // An instant and no duration: the process's own start is known to a second only.
                    System.out.println("first screen at " + Instant.now());
                    Platform.exit();
                } else {
                    Platform.requestNextPulse();
                }
            }
        });
    }
}
