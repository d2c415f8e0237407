package io.gameday.docs;

import io.gameday.cli.Gameday;
import io.gameday.cli.Repository;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class FisGuideTest {

    private static final String COMMAND = "    $ gameday ";

    @Test
    void everyCommandIsOne() throws IOException {
        assertThat(Files.readString(Repository.root().resolve("docs/fis.md")).lines()
                .filter(line -> line.startsWith(COMMAND)).map(line -> line.substring(COMMAND.length()).split(" ")))
                .hasSize(4).allSatisfy(
                        command -> assertThat(new CommandLine(new Gameday()).parseArgs(command).errors()).isEmpty());
    }
}
