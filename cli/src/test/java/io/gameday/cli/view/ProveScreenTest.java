package io.gameday.cli.view;

import io.gameday.cli.prove.Proofs;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProveScreenTest {

    private static final Terminal PLAIN = new Terminal(80, 60, false);
    private static final Path FOLDER = Path.of("runs/2026-11-22T01-00-00Z-prove");

    @Test
    void whenEveryFaultWasSeenGone() throws IOException {
        Picture.matches("prove.txt", new ProveScreen(Proofs.well()).render(FOLDER, PLAIN));
    }

    @Test
    void whenOneWasNot() throws IOException {
        Picture.matches("prove-not-gone.txt", new ProveScreen(Proofs.notWell()).render(FOLDER, PLAIN));
    }
}
