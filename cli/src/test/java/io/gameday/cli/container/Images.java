package io.gameday.cli.container;

import org.testcontainers.DockerClientFactory;

import static org.junit.jupiter.api.Assumptions.abort;

/// The images of the tests here. None is pulled.
final class Images {

    private Images() {
    }

    /// Skips the test, and says why, where the image cannot be run.
    static void needed(String image) {
        try {
            DockerClientFactory.instance().client().inspectImageCmd(image).exec();
        } catch (RuntimeException missing) {
            abort("no container engine, or no image " + image + " in it (reference-app/images/build.sh makes it): "
                    + missing.getMessage());
        }
    }
}
