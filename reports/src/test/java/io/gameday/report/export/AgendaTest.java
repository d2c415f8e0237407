package io.gameday.report.export;

import io.gameday.report.export.Agenda.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The agenda of the hot debrief as programs read it.
class AgendaTest {

    @TempDir
    private Path own;

    @Test
    void twentyMinutesInPartsThatFollowEachOtherAndASurveyOfFour() {
        Agenda agenda = Agenda.of(Wording.english(null));

        assertThat(agenda.minutes()).isEqualTo(20);
        assertThat(agenda.parts()).extracting(Part::name).containsExactly("All clear", "What happened",
                "Expected and seen", "Helped, hindered", "What follows", "The day itself");
        assertThat(agenda.parts().getFirst())
                .isEqualTo(new Part(0, 2, "All clear", List.of("What is back to normal, and how do we know?",
                        "Which alarms and jobs were changed, and are they back?")));
        assertThat(agenda.survey()).hasSize(4);
    }

    @Test
    void nobodyIsAskedWhyTheyDidSomething() {
        assertThat(Agenda.of(Wording.english(null)).parts()).flatExtracting(Part::questions).isNotEmpty()
                .allSatisfy(question -> assertThat(question).endsWith("?").doesNotContainIgnoringCase("why"));
    }

    @Test
    void inJapaneseThePartsAreThoseOfTheJapanesePaper() {
        Agenda agenda = Agenda.of(Wording.read(null, "ja").wording().orElseThrow());

        assertThat(agenda.minutes()).isEqualTo(20);
        assertThat(agenda.parts()).hasSize(6);
        assertThat(agenda.parts().getFirst().questions()).containsExactly("何が正常に戻ったか。", "どうしてそうと分かるか。",
                "変えたアラームとジョブは戻したか。");
        assertThat(agenda.survey()).hasSize(4);
    }

    @Test
    void ofATeamsOwnAgendaARowThatCannotBeTimedIsNamedWithWhatIsAllowed() throws IOException {
        Files.writeString(own.resolve("agenda.html"), """
                {%- macro agenda() -%}
                0–5 / Facts / What did you see?; soon / Views / What surprised you?
                {%- endmacro -%}
                {%- macro survey() -%}
                How was it?
                {%- endmacro -%}
                """);
        assertThatThrownBy(() -> Agenda.of(Wording.english(own))).isInstanceOf(TemplateFailure.class)
                .hasMessage("agenda.html has the row 'soon / Views / What surprised you?'; allowed: minutes, name and "
                        + "questions, such as 5–10 / What happened / What did you see, and when?");
    }
}
