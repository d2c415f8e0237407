package io.gameday.console.live;

import io.gameday.console.SimulatedRun;
import io.gameday.console.text.Language;
import io.gameday.console.text.Texts;
import io.gameday.journal.JournalFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JapaneseFeedTest {

    private static final Pattern KANA_OR_KANJI = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    @TempDir
    private Path folder;

    @BeforeEach
    void speakJapanese() {
        Texts.speak(Language.JAPANESE);
    }

    @AfterEach
    void speakEnglishAgain() {
        Texts.speak(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"az-power-loss-unscaled", "bad-deploy", "log-sink-stall", "control-plane-down"})
    void whatHappensIsToldInJapanese(String experiment) throws IOException {
        Path run = SimulatedRun.of(experiment, folder);

        assertThat(Files.readAllLines(run.resolve("journal.jsonl"))).map(JournalFormat::read).map(FeedRow::of)
                .flatMap(row -> row.stream().toList()).map(FeedRow::text).isNotEmpty()
                .allSatisfy(text -> assertThat(text).containsPattern(KANA_OR_KANJI));
    }
}
