package io.gameday.console;

import java.time.Duration;
import java.time.Instant;
import javafx.application.Platform;
import javafx.scene.Scene;

/// With `-Dgameday.console.measure=start`: says how long it took from the start of the process until the first screen
/// was drawn, and ends. Also what the launcher runs once after a build to record which classes a start needs.
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
                    Instant begun = ProcessHandle.current().info().startInstant().orElseThrow();
                    System.out
                            .println("first screen after " + Duration.between(begun, Instant.now()).toMillis() + " ms");
                    Platform.exit();
                } else {
                    Platform.requestNextPulse();
                }
            }
        });
    }
}
