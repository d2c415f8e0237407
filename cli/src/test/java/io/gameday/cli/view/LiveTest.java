package io.gameday.cli.view;
import io.gameday.journal.Entry;
import io.gameday.journal.view.RunView;
import io.gameday.journal.view.Style;
import io.gameday.time.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LiveTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void howeverManyEntriesComeItIsDrawnAtMostFiveTimesASecond() {
        VirtualClock clock = new VirtualClock(Story.ZERO);
        try (Output out = output();
                Live live = new Live(new RunView(), clock, ZoneOffset.UTC, new Terminal(80, 50, false), out)) {
            for (Entry entry : Story.until(Story.ZERO)) {
                live.accept(entry);
            }
            clock.advance(Duration.ofMillis(199));
            assertThat(bytes.size()).isZero();
            clock.advance(Duration.ofMillis(1));
        }

        assertThat(text()).startsWith("az-power-loss-unscaled  reference app");
    }

    @Test
    void aFrameIsDrawnOverTheOneBefore() throws InterruptedException {
        var firstIsOut = new CountDownLatch(1);
        try (Output out = new Output(new PrintStream(bytes, true, StandardCharsets.UTF_8) {
            @Override
            public void flush() {
                super.flush();
                firstIsOut.countDown();
            }
        }, Duration.ofMinutes(1))) {
            out.frame(List.of("one", "two"));
            assertThat(firstIsOut.await(1, TimeUnit.MINUTES)).isTrue();
            out.frame(List.of("three"));
            out.line("below");
        }

        assertThat(text()).isEqualTo("one\033[K\ntwo\033[K\n\033[J" + "\033[2A\rthree\033[K\n\033[J" + "below\n");
    }

    @Test
    void whatOthersWroteCannotSteerTheTerminal() {
        assertThat(Line.of(Style.PLAIN, "note: \033[2J\007").plain()).isEqualTo("note: ·[2J·");
    }

    @Test
    void wideCharactersCountTwice() {
        assertThat(Line.of(Style.PLAIN, "⚡az1 東京").columns()).isEqualTo(2 + 4 + 4);
        assertThat(Line.of(Style.PLAIN, "⚡az1 東京").cut(8).plain()).isEqualTo("⚡az1 …");
    }

    @Test
    void theTerminalIsWhatTheLauncherSaw() {
        Properties properties = new Properties();
        properties.setProperty("gameday.tty.size", "50 132");

        assertThat(Terminal.of(properties, Map.of())).isEqualTo(new Terminal(132, 50, true));
        assertThat(Terminal.of(properties, Map.of("NO_COLOR", "1"))).isEqualTo(new Terminal(132, 50, false));
        assertThat(Terminal.of(new Properties(), Map.of())).isEqualTo(new Terminal(80, 24, true));
        assertThat(Terminal.is("out", properties)).isFalse();
    }

    private Output output() {
        return new Output(new PrintStream(bytes, true, StandardCharsets.UTF_8), Duration.ofMinutes(1));
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
