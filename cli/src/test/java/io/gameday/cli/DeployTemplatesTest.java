package io.gameday.cli;

import io.gameday.aws.fis.local.CheckedTemplate;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What docs/aws.md promises of the templates in reference-app/deploy. No account is asked.
class DeployTemplatesTest {

    private static final Path FOLDER = Repository.root().resolve("reference-app/deploy");
    private static final String ALARM = "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:";
    private static final Map<String, String> STAND_INS = Map.of("System", "gameday", "Cell", "cell-1", "Zone",
            "eu-west-1a", "MultiAz", "true", "AWS::Partition", "aws", "AWS::Region", "eu-west-1", "AWS::AccountId",
            "111122223333", "ExperimentLogs.Arn",
            "arn:aws:logs:eu-west-1:111122223333:log-group:/gameday/experiments:*");
    /// Fields whose entries are named by whoever writes the template.
    private static final Set<String> NAMED = Set.of("Targets", "Actions", "Parameters", "ResourceTags", "Tags");

    private static List<CloudFormationTemplate> templates = List.of();

    @TempDir
    private Path folder;
    @RegisterExtension
    private final Printed printed = new Printed();

    @BeforeAll
    static void read() throws IOException {
        List<CloudFormationTemplate> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
                found.add(CloudFormationTemplate.read(file));
            }
        }
        templates = found;
        assertThat(templates).extracting(CloudFormationTemplate::name).containsExactly("alarms.yaml", "cell.yaml",
                "experiments.yaml", "gameday.yaml", "image.yaml", "network.yaml", "route.yaml");
    }

    @Test
    void everyNameStandsForSomething() {
        assertThat(templates).flatExtracting(CloudFormationTemplate::unresolved).isEmpty();
    }

    @Test
    void whatOneTemplateTakesFromAnotherIsGivenThere() {
        List<String> given = templates.stream().flatMap(template -> template.exports().stream()).toList();
        assertThat(templates.stream().flatMap(template -> template.imports().stream()).distinct()).hasSizeGreaterThan(5)
                .isSubsetOf(given);
    }

    @Test
    void everyParameterSaysWhatItIs() {
        assertThat(templates).allSatisfy(template -> assertThat(template.root().path("Parameters").properties())
                .isNotEmpty().allSatisfy(parameter -> assertThat(parameter.getValue().path("Description").asString(""))
                        .as(template.name() + ", " + parameter.getKey()).isNotBlank()));
    }

    @Test
    void faultsCanBeInjectedIntoTasksAndWhatInjectsThemCannotEndThem() {
        JsonNode task = only("AWS::ECS::TaskDefinition");
        assertThat(task.path("EnableFaultInjection").asString()).isEqualTo("true");
        assertThat(task.path("PidMode").asString()).isEqualTo("task");
        assertThat(task.path("NetworkMode").asString()).isEqualTo("awsvpc");
        JsonNode agent = task.path("ContainerDefinitions").path(1);
        assertThat(agent.path("Name").asString()).isEqualTo("amazon-ssm-agent");
        assertThat(agent.path("Essential").asString()).isEqualTo("false");
        assertThat(agent.path("Environment").path(0).path("Name").asString()).isEqualTo("MANAGED_INSTANCE_ROLE_NAME");
        assertThat(agent.path("Command").path(2).asString()).contains("ECS_TASK_AVAILABILITY_ZONE", "ECS_TASK_ARN",
                "Key=FAULT_INJECTION_SIDECAR,Value=true", "trap sign_off TERM");
    }

    /// Else FIS finds no task, or refuses it.
    @Test
    void tasksHaveTheTagsOfTheirServiceAndNobodyLogsIn() {
        JsonNode service = only("AWS::ECS::Service");
        assertThat(service.path("PropagateTags").asString()).isEqualTo("SERVICE");
        assertThat(service.path("EnableExecuteCommand").asString()).isEqualTo("false");
        assertThat(service.path("Tags").valueStream().map(tag -> tag.path("Key").asString())).contains("gameday:target",
                "cell");
    }

    @Test
    void aBadRevisionIsTakenBackAndZonesAreKeptInBalance() {
        JsonNode service = only("AWS::ECS::Service");
        JsonNode deployment = service.path("DeploymentConfiguration");
        assertThat(deployment.path("MinimumHealthyPercent").asString()).isEqualTo("100");
        assertThat(deployment.path("MaximumPercent").asString()).isEqualTo("200");
        assertThat(deployment.path("DeploymentCircuitBreaker").path("Rollback").asString()).isEqualTo("true");
        assertThat(deployment.path("Alarms").path("Rollback").asString()).isEqualTo("true");
        assertThat(service.path("AvailabilityZoneRebalancing").asString()).isEqualTo("ENABLED");
    }

    @Test
    void trafficOfEveryLoadBalancerCanBeLedOutOfAZone() {
        assertThat(all("AWS::ElasticLoadBalancingV2::LoadBalancer")).isNotEmpty().allSatisfy((name,
                balancer) -> assertThat(balancer.path("LoadBalancerAttributes").valueStream()
                        .filter(attribute -> attribute.path("Key").asString().equals("zonal_shift.config.enabled")))
                        .singleElement().extracting(attribute -> attribute.path("Value").asString()).isEqualTo("true"));
        assertThat(all("AWS::ARCZonalShift::ZonalAutoshiftConfiguration")).isNotEmpty().allSatisfy((name,
                practice) -> assertThat(practice.path("PracticeRunConfiguration").path("OutcomeAlarms")).isNotEmpty());
    }

    @Test
    void everyZoneOfACellHasItsAlarmsAndOneThatPages() {
        CloudFormationTemplate alarms = templates.getFirst();
        for (String zone : List.of("1", "2", "3")) {
            assertThat(alarms.resources("AWS::CloudWatch::Alarm")).containsKeys("Availability" + zone, "Latency" + zone,
                    "HealthyTasks" + zone);
            assertThat(alarms.resources("AWS::CloudWatch::CompositeAlarm").get("Zone" + zone).path("AlarmActions"))
                    .isNotEmpty();
        }
        assertThat(alarms.resources("AWS::CloudWatch::CompositeAlarm")).hasSize(4);
    }

    /// Nothing that costs money, or fills a list, is left behind by a removal.
    @Test
    void nothingIsKeptWhenAStackGoes() {
        assertThat(templates).flatExtracting(template -> template.root().path("Resources").valueStream().toList())
                .allSatisfy(
                        resource -> assertThat(resource.path("DeletionPolicy").asString("Delete")).isEqualTo("Delete"));
        assertThat(only("AWS::ECR::Repository").path("EmptyOnDelete").asString()).isEqualTo("true");
        assertThat(only("AWS::RDS::DBInstance").path("DeletionProtection").asString()).isEqualTo("false");
    }

    @Test
    void everyExperimentIsATemplateOfFisThatEndsByItselfAndIsStoppedByAnAlarm() {
        Map<String, ObjectNode> experiments = experiments();
        assertThat(experiments).hasSize(7).allSatisfy((name, template) -> {
            CheckedTemplate checked = CheckedTemplate.read(name, template.toString());
            assertThat(checked.problems()).as(name).isEmpty();
            assertThat(checked.notes()).as(name).isEmpty();
            assertThat(template.path("stopConditions")).as(name).isNotEmpty()
                    .allSatisfy(stop -> assertThat(stop.path("source").asString()).isEqualTo("aws:cloudwatch:alarm"));
            assertThat(template.path("targets")).as(name).isNotEmpty()
                    .allSatisfy(target -> assertThat(target.path("resourceTags").path("gameday:target").asString(""))
                            .isEqualTo("true"));
            assertThat(template.path("actions").valueStream()
                    .map(action -> action.path("parameters").path("duration").asString(""))
                    .filter(duration -> !duration.isEmpty()).map(Duration::parse)).as(name).isNotEmpty()
                    .allSatisfy(duration -> assertThat(duration).isGreaterThanOrEqualTo(Duration.ofMinutes(1)));
        });
    }

    /// The guide says so: all of them but the one of the database, and which alarm of ours stands for theirs.
    @Test
    void experimentsCanBeRehearsedHereButForTheDatabase() throws IOException {
        for (Map.Entry<String, ObjectNode> experiment : experiments().entrySet()) {
            Path file = folder.resolve(experiment.getKey() + ".json");
            Files.writeString(file,
                    experiment.getValue().toString().replaceAll("alarm:gameday-[a-z0-9-]*", "alarm:site-availability"));
            assertThat(Gameday.execute("check", file.toString())).as(experiment.getKey() + printed.out())
                    .isEqualTo(experiment.getKey().equals("DatabaseFailover") ? 2 : 0);
        }
    }

    /// It predicts nothing, so nothing is known to have held.
    @Test
    void aRehearsalIsPlayedAndLeavesARun() throws IOException {
        Path file = folder.resolve("zone-slow.json");
        Files.writeString(file, String.valueOf(experiments().get("ZoneSlow")).replaceAll("alarm:gameday-[a-z0-9-]*",
                "alarm:site-availability"));
        assertThat(Gameday.execute("run", file.toString(), "--on", "simulated", "--out", folder.toString()))
                .as(printed.out()).isEqualTo(4);
    }

    @Test
    void everyCommandOfTheGuideIsOne() throws IOException {
        List<String> lines = Files.readAllLines(Repository.root().resolve("docs/aws.md"));
        assertThat(lines.stream().filter(line -> line.startsWith("    $ gameday "))
                .map(line -> line.substring("    $ gameday ".length()).split(" "))).hasSize(3).allSatisfy(
                        command -> assertThat(new CommandLine(new Gameday()).parseArgs(command).errors()).isEmpty());
        String script = Files.readString(FOLDER.resolve("deploy.sh"));
        assertThat(lines.stream().filter(line -> line.startsWith("    $ reference-app/deploy/deploy.sh "))
                .flatMap(line -> Arrays.stream(line.split(" "))).filter(word -> word.startsWith("--"))).isNotEmpty()
                .allSatisfy(option -> assertThat(script).contains(" " + option));
    }

    @Test
    void theLinterOfAwsHasNothingToSay() throws Exception {
        assumeTrue(onPath("cfn-lint"), "no cfn-lint on the PATH; pip install cfn-lint");
        List<String> command = new ArrayList<>(List.of("cfn-lint"));
        templates.forEach(template -> command.add(FOLDER.resolve(template.name()).toString()));
        Process linter = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(new String(linter.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
        assertThat(linter.waitFor()).isZero();
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }

    private static Map<String, ObjectNode> all(String type) {
        Map<String, ObjectNode> found = new LinkedHashMap<>();
        templates.forEach(template -> found.putAll(template.resources(type)));
        return found;
    }

    private static ObjectNode only(String type) {
        Map<String, ObjectNode> found = all(type);
        assertThat(found).as(type).hasSize(1);
        return found.values().iterator().next();
    }

    private static Map<String, ObjectNode> experiments() {
        Map<String, ObjectNode> found = all("AWS::FIS::ExperimentTemplate");
        found.replaceAll((name, properties) -> (ObjectNode) asTheCommandLineTakesIt(
                CloudFormationTemplate.filledIn(properties, DeployTemplatesTest::standIn), false));
        return found;
    }

    private static String standIn(String name) {
        String known = STAND_INS.get(name);
        if (known != null) {
            return known;
        }
        if (name.endsWith("ExperimentRole") || name.endsWith("ExperimentRole.Arn")) {
            return "arn:aws:iam::111122223333:role/gameday-experiments";
        }
        if (name.endsWith("ExperimentLogs")) {
            return standIn("ExperimentLogs.Arn");
        }
        return switch (name) {
            case "gameday-cell-1-AvailabilityArn" -> ALARM + "gameday-cell-1-availability";
            case "gameday-cell-1-HealthyTasksArn" -> ALARM + "gameday-cell-1-healthy-tasks";
            default -> throw new IllegalArgumentException("nothing stands for " + name);
        };
    }

    /// The same template as CreateExperimentTemplate takes it: its own fields begin small, names stay as they are.
    private static JsonNode asTheCommandLineTakesIt(JsonNode value, boolean named) {
        if (value instanceof ArrayNode all) {
            ArrayNode changed = JsonNodeFactory.instance.arrayNode();
            all.forEach(each -> changed.add(asTheCommandLineTakesIt(each, false)));
            return changed;
        }
        if (!(value instanceof ObjectNode fields)) {
            return value;
        }
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        fields.properties().forEach(field -> {
            String key = field.getKey();
            if (key.equals("LogSchemaVersion")) {
                changed.put("logSchemaVersion", Integer.parseInt(field.getValue().asString()));
            } else {
                changed.set(named ? key : Character.toLowerCase(key.charAt(0)) + key.substring(1),
                        asTheCommandLineTakesIt(field.getValue(), !named && NAMED.contains(key)));
            }
        });
        return changed;
    }
}
