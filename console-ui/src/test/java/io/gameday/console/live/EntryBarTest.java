package io.gameday.console.live;

import io.gameday.console.live.EntryBar.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EntryBarTest {

    private final JournalledRun run = new JournalledRun(Path.of("run"), List.of());
    private final EntryBar bar = new EntryBar(() -> run.controls);

    @Test
    void anObservationIsWrittenInTheRoleThatIsChosen() {
        bar.roleProperty().set("observer");
        bar.begin(Kind.OBSERVATION);
        bar.textProperty().set(" checks are green, customers fail ");

        bar.send();

        assertThat(run.asked).containsExactly("observer: observation: checks are green, customers fail");
        assertThat(bar.textProperty().get()).isEmpty();
        assertThat(bar.kindProperty().get()).isEqualTo(Kind.NOTE);
    }

    @Test
    void aPageIsAcknowledgedWithoutWords() {
        bar.roleProperty().set("responder");
        bar.begin(Kind.ACKNOWLEDGE);

        bar.send();

        assertThat(run.asked).containsExactly("responder acknowledges");
    }

    @Test
    void wordsOfAnAcknowledgementAreWrittenToo() {
        bar.begin(Kind.ACKNOWLEDGE);
        bar.textProperty().set("on it");

        bar.send();

        assertThat(run.asked).containsExactly("facilitator acknowledges", "facilitator: acknowledged: on it");
    }

    @Test
    void thatAPersonNoticedNeedsNoWords() {
        bar.begin(Kind.PERSON_NOTICED);

        bar.send();

        assertThat(run.asked).containsExactly("facilitator: a person noticed before an alarm");
    }

    @Test
    void aNoteWithoutWordsIsNotWritten() {
        bar.send();

        assertThat(run.asked).isEmpty();
        assertThat(bar.troubleProperty().get()).startsWith("Nothing was written: say in a few words");
    }

    @Test
    void whatCouldNotBeWrittenStaysWithTheReason() {
        run.refusal = "the controller does not answer; try again";
        bar.begin(Kind.DECISION);
        bar.textProperty().set("shift az1");

        bar.send();

        assertThat(bar.textProperty().get()).isEqualTo("shift az1");
        assertThat(bar.kindProperty().get()).isEqualTo(Kind.DECISION);
        assertThat(bar.troubleProperty().get())
                .isEqualTo("Not written, your words are kept: the controller does not answer; try again");
        assertThat(bar.sendingProperty().get()).isFalse();
    }

    @Test
    void anotherKindKeepsTheWords() {
        bar.textProperty().set("az2 is slow");

        bar.begin(Kind.HYPOTHESIS);

        assertThat(bar.textProperty().get()).isEqualTo("az2 is slow");
    }

    @Test
    void afterTheEndNothingIsWritten() {
        run.controls = null;
        bar.textProperty().set("late");

        bar.send();

        assertThat(bar.troubleProperty().get()).contains("takes no entries any more");
        assertThat(bar.textProperty().get()).isEqualTo("late");
    }
}
