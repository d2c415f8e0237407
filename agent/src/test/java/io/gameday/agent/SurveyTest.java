package io.gameday.agent;

import io.gameday.agent.ledger.Reach;
import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.Task;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SurveyTest {

    private final Network network = new Network("test");
    private final RealClock clock = new RealClock("test", Throwable::printStackTrace);
    private TestHost host;
    private Survey survey;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        host = new TestHost(folder);
        survey = new ReferenceSurvey(host.setup("r1", folder), host.token(), new HttpCaller(network), clock);
    }

    @AfterEach
    void stop() {
        host.close();
        clock.close();
        network.close();
    }

    private Survey.Found found(Fault fault) {
        Answer<Survey.Found> answer = Await.answer(told -> survey.of(fault, told::accept));
        assertThat(answer).isInstanceOf(Answer.Ok.class);
        return ((Answer.Ok<Survey.Found>) answer).value();
    }

    @Test
    void everyTaskOfTheZoneIsInReachWithItsProcess() {
        Survey.Found found = found(new Fault.ZonePartition("az1"));
        assertThat(found.plan().tasks()).extracting(Task::id).containsExactly("orders-1", "orders-2");
        assertThat(found.reach().places()).hasSize(6).allSatisfy(place -> assertThat(place.process()).isNotNull());
    }

    @Test
    void aTaskThatHasEndedSinceTheControlPlaneLookedIsNotInReach() {
        host.killUnnoticed("orders-1");
        Survey.Found found = found(new Fault.ZonePartition("az1"));
        assertThat(found.plan().tasks()).extracting(Task::id).containsExactly("orders-2");
        assertThat(found.reach().places()).extracting(Reach.Place::task).doesNotContain("orders-1").hasSize(5);
    }
}
