package io.gameday.cli.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/// A whole screen as a text file beside the tests. To accept a new picture, copy what the failure shows.
final class Picture {

    private Picture() {
    }

    static void matches(String name, List<String> screen) throws IOException {
        assertThat(String.join("\n", screen) + "\n").as(name).isEqualTo(expected(name));
    }

    private static String expected(String name) throws IOException {
        try (InputStream in = Picture.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("there is no picture src/test/resources/io/gameday/cli/view/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
