package io.gameday.cli;

import io.gameday.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoleCardsTest {

    @ParameterizedTest
    @EnumSource
    void aGuestsPageSaysWhatTheCardOnPaperSays(Role role) throws IOException {
        String cards = Files.readString(Repository.root().resolve("coe-templates/words.html"));
        String name = role.words().replace(' ', '-');
        assertThat(cards).contains("role == \"" + name + "\" -%}" + role.duty(),
                "role == \"" + name + "\" -%}" + role.avoids().substring("Do not ".length()));
    }
}
