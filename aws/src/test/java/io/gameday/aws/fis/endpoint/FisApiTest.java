package io.gameday.aws.fis.endpoint;

import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.http.OnLoop;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import io.gameday.target.Fault;
import io.gameday.target.TargetKind;
import io.gameday.time.VirtualClock;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.fis.FisClient;
import software.amazon.awssdk.services.fis.model.ActionsMode;
import software.amazon.awssdk.services.fis.model.ConflictException;
import software.amazon.awssdk.services.fis.model.CreateExperimentTemplateActionInput;
import software.amazon.awssdk.services.fis.model.CreateExperimentTemplateRequest;
import software.amazon.awssdk.services.fis.model.CreateExperimentTemplateStopConditionInput;
import software.amazon.awssdk.services.fis.model.CreateExperimentTemplateTargetInput;
import software.amazon.awssdk.services.fis.model.Experiment;
import software.amazon.awssdk.services.fis.model.ExperimentActionStatus;
import software.amazon.awssdk.services.fis.model.ExperimentStatus;
import software.amazon.awssdk.services.fis.model.ExperimentTemplate;
import software.amazon.awssdk.services.fis.model.FisException;
import software.amazon.awssdk.services.fis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.fis.model.SafetyLeverStatus;
import software.amazon.awssdk.services.fis.model.SafetyLeverStatusInput;
import software.amazon.awssdk.services.fis.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.fis.model.ValidationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What AWS's own client makes of our answers.
class FisApiTest {

    private static final Instant START = Instant.parse("2026-11-21T14:00:00.250Z");
    private static final String ROLE = "arn:aws:iam::000000000000:role/fis";
    private static final Fault DARK = new Fault.ZonePowerLoss("az1");

    private final VirtualClock clock = new VirtualClock(START);
    private final ScriptedStage stage = new ScriptedStage();
    private final Network network = new Network("test");
    private HttpServer server;
    private FisClient fis;
    private long entries;

    @BeforeEach
    void listen() throws Exception {
        FisApi api = new FisApi(new Names("eu-west-1", "000000000000", new Random(1)), clock, FisApiTest::check,
                new TwoActions(), stage);
        // One request at a time: the client waits for each answer.
        server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), new AccessKey("key"),
                new OnLoop(Runnable::run, api));
        fis = client("key");
    }

    @AfterEach
    void close() {
        fis.close();
        server.close();
        network.close();
    }

    private FisClient client(String key) {
        return FisClient.builder().region(Region.EU_WEST_1).httpClient(ApacheHttpClient.create())
                .endpointOverride(URI.create("http://127.0.0.1:" + server.address().getPort()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "any secret will do")))
                .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1))).build();
    }

    private static void check(ObjectNode template) {
        if (template.path("actions").isEmpty()) {
            throw FisError.validation("actions is empty; it holds 1 to 20");
        }
    }

    /// What the catalog has is of no interest here.
    private static final class TwoActions implements FisApi.Catalog {

        private static ObjectNode action(String id, String description) {
            return JsonMapper.shared().createObjectNode().put("id", id).put("description", description);
        }

        @Override
        public List<ObjectNode> actions() {
            return List.of(action("aws:ecs:stop-task", "Stops tasks."), action("aws:fis:wait", "Waits."));
        }

        @Override
        public ObjectNode action(String id) {
            ObjectNode answer = JsonMapper.shared().createObjectNode();
            answer.set("action", actions().stream().filter(a -> a.path("id").asString().equals(id)).findFirst()
                    .orElseThrow(() -> FisError.notFound("Action", id)));
            return answer;
        }

        @Override
        public List<ObjectNode> resourceTypes() {
            return List.of();
        }

        @Override
        public ObjectNode resourceType(String name) {
            throw FisError.notFound("Resource type", name);
        }
    }

    private CreateExperimentTemplateRequest.Builder darkZone() {
        return CreateExperimentTemplateRequest.builder().clientToken("one").description("A zone is dark").roleArn(ROLE)
                .stopConditions(CreateExperimentTemplateStopConditionInput.builder().source("none").build())
                .targets(Map.of("tasks",
                        CreateExperimentTemplateTargetInput.builder().resourceType("aws:ecs:task").selectionMode("ALL")
                                .resourceTags(Map.of("zone", "az1")).build()))
                .actions(Map.of("dark",
                        CreateExperimentTemplateActionInput.builder().actionId("aws:ecs:task-network-latency")
                                .parameters(Map.of("duration", "PT1M")).targets(Map.of("Tasks", "tasks")).build()))
                .tags(Map.of("team", "orders"));
    }

    private static CreateExperimentTemplateActionInput action(String id) {
        return CreateExperimentTemplateActionInput.builder().actionId(id).build();
    }

    private ExperimentTemplate created() {
        return fis.createExperimentTemplate(darkZone().build()).experimentTemplate();
    }

    private Experiment started(String template) {
        return fis
                .startExperiment(s -> s.experimentTemplateId(template).clientToken("start-1").tags(Map.of("run", "1")))
                .experiment();
    }

    private Experiment now(Experiment experiment) {
        return fis.getExperiment(g -> g.id(experiment.id())).experiment();
    }

    private void tell(Event... events) {
        for (Event event : events) {
            stage.tell(new Entry(++entries, clock.now(), "run", event));
        }
    }

    private void second() {
        clock.advance(Duration.ofSeconds(1));
    }

    private static Event runStarted() {
        return new Event.RunStarted("x", "x", "x", TargetKind.SIMULATED, 1, "1", List.of(), List.of(), 150, 40, 120, "",
                0);
    }

    @Test
    void aTemplateIsCreatedReadUpdatedAndDeleted() {
        ExperimentTemplate template = created();
        assertThat(template.id()).startsWith("EXT").hasSize(20);
        assertThat(template.arn()).isEqualTo("arn:aws:fis:eu-west-1:000000000000:experiment-template/" + template.id());
        assertThat(template.creationTime()).isEqualTo(START);
        assertThat(template.tags()).containsEntry("team", "orders");
        assertThat(template.actions().get("dark").parameters()).containsEntry("duration", "PT1M");
        assertThat(template.experimentOptions().emptyTargetResolutionModeAsString()).isEqualTo("fail");

        second();
        ExperimentTemplate updated = fis.updateExperimentTemplate(u -> u.id(template.id()).description("Another")
                .experimentOptions(o -> o.emptyTargetResolutionMode("skip"))).experimentTemplate();
        assertThat(updated.description()).isEqualTo("Another");
        assertThat(updated.experimentOptions().emptyTargetResolutionModeAsString()).isEqualTo("skip");
        assertThat(updated.lastUpdateTime()).isEqualTo(START.plusSeconds(1));
        assertThat(updated.actions()).hasSize(1);
        assertThat(fis.getExperimentTemplate(g -> g.id(template.id())).experimentTemplate()).isEqualTo(updated);

        fis.deleteExperimentTemplate(d -> d.id(template.id()));
        assertThatThrownBy(() -> fis.getExperimentTemplate(g -> g.id(template.id())))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Experiment template " + template.id() + " does not exist");
    }

    @Test
    void theSameTokenIsAnsweredAsBeforeAndAnotherRequestWithItIsAConflict() {
        assertThat(created().id()).isEqualTo(created().id());
        assertThat(fis.listExperimentTemplates(l -> {
        }).experimentTemplates()).hasSize(1);
        assertThatThrownBy(() -> fis.createExperimentTemplate(darkZone().description("another").build()))
                .isInstanceOf(ConflictException.class).hasMessageContaining("clientToken one was used before");
    }

    @Test
    void whatIsNoTemplateIsAValidationException() {
        assertThatThrownBy(() -> fis.createExperimentTemplate(darkZone().actions(Map.of()).build()))
                .isInstanceOf(ValidationException.class).hasMessageContaining("actions is empty");
    }

    @Test
    void listsComeInPagesThatAClientCanFollowWhileTemplatesGo() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(fis.createExperimentTemplate(darkZone().clientToken("t" + i).build()).experimentTemplate().id());
        }
        assertThat(fis.listExperimentTemplatesPaginator(l -> l.maxResults(2)).experimentTemplates())
                .extracting(t -> t.id()).containsExactlyElementsOf(made);
        String token = fis.listExperimentTemplates(l -> l.maxResults(2)).nextToken();
        fis.deleteExperimentTemplate(d -> d.id(made.getFirst()));
        assertThat(fis.listExperimentTemplates(l -> l.maxResults(2).nextToken(token)).experimentTemplates())
                .extracting(t -> t.id()).containsExactly(made.get(2), made.get(3));
        assertThatThrownBy(() -> fis.listExperimentTemplates(l -> l.maxResults(101)))
                .isInstanceOf(ValidationException.class).hasMessageContaining("maxResults is 101; it is 1 to 100");
    }

    @Test
    void tagsAreAddedListedAndRemovedByArn() {
        String arn = created().arn();
        fis.tagResource(t -> t.resourceArn(arn).tags(Map.of("a", "1", "b", "2")));
        fis.untagResource(u -> u.resourceArn(arn).tagKeys("a", "team"));
        assertThat(fis.listTagsForResource(l -> l.resourceArn(arn)).tags()).isEqualTo(Map.of("b", "2"));
        assertThatThrownBy(() -> fis.listTagsForResource(l -> l.resourceArn(arn + "x")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void targetAccountsAreKeptWithTheirTemplate() {
        String id = created().id();
        fis.createTargetAccountConfiguration(
                c -> c.experimentTemplateId(id).accountId("111111111111").roleArn(ROLE).description("first"));
        fis.updateTargetAccountConfiguration(
                u -> u.experimentTemplateId(id).accountId("111111111111").description("second"));
        assertThat(fis.listTargetAccountConfigurations(l -> l.experimentTemplateId(id)).targetAccountConfigurations())
                .singleElement().satisfies(account -> assertThat(account.description()).isEqualTo("second"));
        assertThat(fis.getExperimentTemplate(g -> g.id(id)).experimentTemplate().targetAccountConfigurationsCount())
                .isEqualTo(1);
        fis.deleteTargetAccountConfiguration(d -> d.experimentTemplateId(id).accountId("111111111111"));
        assertThatThrownBy(
                () -> fis.getTargetAccountConfiguration(g -> g.experimentTemplateId(id).accountId("111111111111")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void anExperimentGoesThroughItsStatesAsTheJournalTells() {
        Experiment experiment = started(created().id());
        assertThat(experiment.id()).startsWith("EXP");
        assertThat(experiment.state().status()).isEqualTo(ExperimentStatus.PENDING);
        assertThat(experiment.tags()).containsEntry("run", "1");
        tell(runStarted());
        assertThat(now(experiment).state().status()).isEqualTo(ExperimentStatus.INITIATING);
        second();
        tell(new Event.SteadyStateMeasured(Event.SteadyStateMeasured.When.BEFORE, "availability", Verdict.HELD, "100 %",
                10, 10, Duration.ofSeconds(1)));
        assertThat(now(experiment).actions().get("dark").state().status()).isEqualTo(ExperimentActionStatus.PENDING);
        tell(new Event.FaultInjected("f1", DARK, Duration.ofMinutes(1), Duration.ofSeconds(10)));
        Experiment running = now(experiment);
        assertThat(running.state().status()).isEqualTo(ExperimentStatus.RUNNING);
        assertThat(running.actions().get("dark").state().status()).isEqualTo(ExperimentActionStatus.RUNNING);
        assertThat(running.actions().get("dark").startTime()).isEqualTo(START.plusSeconds(1));
        second();
        tell(new Event.FaultConfirmedGone("f1", Verdict.HELD, "m", "v", "w", Duration.ZERO),
                new Event.RunEnded(0, Verdict.HELD, "fine"));
        Experiment completed = now(experiment);
        assertThat(completed.state().status()).isEqualTo(ExperimentStatus.COMPLETED);
        assertThat(completed.actions().get("dark").state().status()).isEqualTo(ExperimentActionStatus.COMPLETED);
        assertThat(completed.endTime()).isEqualTo(START.plusSeconds(2));
        assertThat(fis.listExperimentResolvedTargets(l -> l.experimentId(experiment.id())).resolvedTargets())
                .extracting(t -> t.targetInformation().get("arn"))
                .containsExactly("arn:aws:ecs:eu-west-1:000000000000:task/cell-1/1",
                        "arn:aws:ecs:eu-west-1:000000000000:task/cell-1/2");
        assertThatThrownBy(() -> fis.stopExperiment(s -> s.id(experiment.id()))).isInstanceOf(ValidationException.class)
                .hasMessageContaining("is completed");
    }

    @Test
    void whatRunsIsStoppedAndASecondOneIsTheQuotaExceptionMeanwhile() {
        String template = created().id();
        Experiment experiment = started(template);
        assertThatThrownBy(() -> fis.startExperiment(s -> s.experimentTemplateId(template).clientToken("start-2")))
                .isInstanceOf(ServiceQuotaExceededException.class)
                .satisfies(e -> assertThat(((FisException) e).statusCode()).isEqualTo(402))
                .hasMessageContaining("one is played at a time here");
        tell(runStarted(), new Event.FaultInjected("f1", DARK, Duration.ofMinutes(1), Duration.ofSeconds(10)));
        fis.stopExperiment(s -> s.id(experiment.id()));
        assertThat(stage.stops).containsExactly("Experiment was stopped by a user.");
        tell(new Event.StopRequested("FIS", "Experiment was stopped by a user."));
        assertThat(now(experiment).state().status()).isEqualTo(ExperimentStatus.STOPPING);
        tell(new Event.FaultConfirmedGone("f1", Verdict.HELD, "m", "v", "w", Duration.ZERO),
                new Event.RunEnded(6, Verdict.UNKNOWN, "stopped"));
        assertThat(now(experiment).state().status()).isEqualTo(ExperimentStatus.STOPPED);
        assertThat(now(experiment).actions().get("dark").state().status()).isEqualTo(ExperimentActionStatus.STOPPED);
        assertThat(fis.startExperiment(s -> s.experimentTemplateId(template).clientToken("start-2")).experiment().id())
                .isNotEqualTo(experiment.id());
    }

    @Test
    void aFaultThatIsNotSeenGoneFailsActionAndExperimentWithTheReason() {
        Experiment experiment = started(created().id());
        tell(runStarted(), new Event.FaultInjected("f1", DARK, Duration.ofMinutes(1), Duration.ofSeconds(10)),
                new Event.FaultConfirmedGone("f1", Verdict.BROKEN, "tasks in az1", "0 of 2", "2 of 2", Duration.ZERO),
                new Event.RunEnded(7, Verdict.HELD, "not gone"));
        assertThat(now(experiment).state().status()).isEqualTo(ExperimentStatus.FAILED);
        assertThat(now(experiment).state().reason())
                .isEqualTo("dark: was not seen gone: tasks in az1 was 0 of 2, wanted 2 of 2");
        assertThat(now(experiment).actions().get("dark").state().status()).isEqualTo(ExperimentActionStatus.FAILED);
    }

    @Test
    void whatCouldNotBePlayedHasFailedAndItsActionsWereCancelled() {
        Experiment experiment = started(created().id());
        stage.end("another run is playing");
        assertThat(now(experiment).state().status()).isEqualTo(ExperimentStatus.FAILED);
        assertThat(now(experiment).state().reason()).isEqualTo("another run is playing");
        assertThat(now(experiment).actions().get("dark").state().status()).isEqualTo(ExperimentActionStatus.CANCELLED);
    }

    @Test
    void whatHasNoLikeHereIsNamedBeforeAnythingStarts() {
        String template = fis
                .createExperimentTemplate(
                        darkZone().actions(Map.of("odd", action("aws:s3:bucket-pause-replication"))).build())
                .experimentTemplate().id();
        assertThatThrownBy(() -> fis.startExperiment(s -> s.experimentTemplateId(template)))
                .isInstanceOf(ValidationException.class).hasMessageContaining("odd: aws:s3:bucket-pause-replication");
        assertThat(fis.listExperiments(l -> {
        }).experiments()).isEmpty();
    }

    @Test
    void skipAllResolvesTargetsAndRunsNothing() {
        String template = created().id();
        Experiment preview = fis.startExperiment(
                s -> s.experimentTemplateId(template).experimentOptions(o -> o.actionsMode(ActionsMode.SKIP_ALL)))
                .experiment();
        assertThat(preview.state().status()).isEqualTo(ExperimentStatus.COMPLETED);
        assertThat(preview.actions().get("dark").state().status()).isEqualTo(ExperimentActionStatus.SKIPPED);
        assertThat(fis.listExperimentResolvedTargets(l -> l.experimentId(preview.id()).targetName("tasks"))
                .resolvedTargets()).hasSize(2);
        assertThat(fis.listExperimentResolvedTargets(l -> l.experimentId(preview.id()).targetName("others"))
                .resolvedTargets()).isEmpty();
    }

    @Test
    void theSafetyLeverStopsWhatRunsAndPreventsStarts() {
        String template = created().id();
        Experiment experiment = started(template);
        tell(runStarted());
        assertThat(fis.getSafetyLever(g -> g.id("default")).safetyLever().state().status())
                .isEqualTo(SafetyLeverStatus.DISENGAGED);
        fis.updateSafetyLeverState(
                u -> u.id("default").state(s -> s.status(SafetyLeverStatusInput.ENGAGED).reason("a real incident")));
        assertThat(stage.stops).containsExactly("safety lever: a real incident");
        assertThat(fis.getSafetyLever(g -> g.id("default")).safetyLever().state().status())
                .isEqualTo(SafetyLeverStatus.ENGAGING);
        tell(new Event.StopRequested("FIS", "safety lever"), new Event.RunEnded(6, Verdict.UNKNOWN, "stopped"));
        assertThat(now(experiment).actions().get("dark").state().status()).isEqualTo(ExperimentActionStatus.CANCELLED);
        assertThat(fis.getSafetyLever(g -> g.id("default")).safetyLever().state().status())
                .isEqualTo(SafetyLeverStatus.ENGAGED);
        assertThatThrownBy(() -> fis.startExperiment(s -> s.experimentTemplateId(template).clientToken("later")))
                .isInstanceOf(ConflictException.class).hasMessageContaining("the safety lever is engaged");
    }

    @Test
    void actionsAreListedAndFound() {
        assertThat(fis.listActions(l -> {
        }).actions()).extracting(a -> a.id()).containsExactly("aws:ecs:stop-task", "aws:fis:wait");
        assertThat(fis.getAction(g -> g.id("aws:fis:wait")).action().description()).isEqualTo("Waits.");
    }

    @Test
    void whoSignsWithAnotherKeyIsRefused() {
        try (FisClient stranger = client("another")) {
            assertThatThrownBy(() -> stranger.listExperiments(l -> {
            })).isInstanceOf(FisException.class)
                    .satisfies(e -> assertThat(((FisException) e).awsErrorDetails().errorCode())
                            .isEqualTo("UnrecognizedClientException"));
        }
    }

    @Test
    void anExperimentIsOfTheTemplateAsItWasWhenItStarted() {
        String template = created().id();
        Experiment experiment = started(template);
        fis.deleteExperimentTemplate(d -> d.id(template));
        assertThat(now(experiment).actions()).containsKey("dark");
        assertThat(fis.listExperiments(l -> l.experimentTemplateId(template)).experiments()).hasSize(1);
        assertThat(fis.listExperiments(l -> l.experimentTemplateId("EXTother")).experiments()).isEmpty();
    }

    @Test
    void waitsGoOnByTimeAlone() {
        Map<String, CreateExperimentTemplateActionInput> actions = new LinkedHashMap<>();
        actions.put("a", action("aws:ecs:task-network-latency"));
        actions.put("b", action("aws:fis:wait"));
        String template = fis.createExperimentTemplate(darkZone().actions(actions).build()).experimentTemplate().id();
        Experiment experiment = started(template);

        tell(runStarted(), new Event.FaultInjected("f1", DARK, Duration.ofMinutes(1), Duration.ofSeconds(10)));
        clock.advance(Duration.ofSeconds(61));
        tell(new Event.FaultConfirmedGone("f1", Verdict.HELD, "m", "v", "w", Duration.ZERO));
        assertThat(now(experiment).actions().get("a").state().status()).isEqualTo(ExperimentActionStatus.COMPLETED);
        assertThat(now(experiment).actions().get("b").state().status()).isEqualTo(ExperimentActionStatus.RUNNING);
        assertThat(now(experiment).actions().get("b").startTime()).isEqualTo(START.plusSeconds(60));
        clock.advance(Duration.ofSeconds(60));
        tell(new Event.RunEnded(0, Verdict.HELD, "fine"));
        assertThat(now(experiment).actions().values()).extracting(a -> a.state().status())
                .containsExactly(ExperimentActionStatus.COMPLETED, ExperimentActionStatus.COMPLETED);
    }
}
