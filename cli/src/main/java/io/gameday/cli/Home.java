package io.gameday.cli;

import java.nio.file.Path;

/// Where this Gameday lives and what it is called.
final class Home {

    private Home() {
    }

    /// The root of the checkout, told by the launcher.
    static Path folder() {
        return Path.of(System.getProperty("gameday.home", "."));
    }

    /// The version that was built.
    static String version() {
        String version = Home.class.getPackage().getImplementationVersion();
        return version == null ? "not packaged" : version;
    }
}
