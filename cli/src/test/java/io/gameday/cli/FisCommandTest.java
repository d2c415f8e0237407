package io.gameday.cli;

import io.gameday.process.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Templates of FIS as files, and `gameday fis` as the AWS CLI sees it, where there is one.
class FisCommandTest {

    private static final Pattern EXPORT = Pattern.compile("([A-Z_]+)=(\\S+)");
    private static final Pattern BLOCK = Pattern.compile("```(?:json)?\n(.*?)```", Pattern.DOTALL);
    private static final List<String> GUIDE = blocks();
    private static final String TEMPLATE = GUIDE.getFirst();

    private static List<String> blocks() {
        try {
            return BLOCK.matcher(Files.readString(Repository.root().resolve("docs/fis.md"))).results()
                    .map(block -> block.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TempDir
    private Path folder;
    @RegisterExtension
    private final Printed printed = new Printed();
    private final Map<String, String> environment = new HashMap<>();
    private Path template;

    @BeforeEach
    void write() throws IOException {
        template = Files.writeString(folder.resolve("template.json"), TEMPLATE);
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    private final List<Process> processes = new ArrayList<>();

    @Test
    void checkSaysOfEachActionWhatItIsHereAsTheGuideShows() {
        assertThat(Gameday.execute("check", template.toString())).isZero();
        assertThat(printed.out()).contains(GUIDE.getLast(),
                "≈ slow  aws:ecs:task-network-latency → zone-latency: the delay " + "sits in the proxy",
                "1 mapped, 1 approximated, 0 unsupported", "✓ " + template + ": FIS: az1 is slow for two minutes");
    }

    @Test
    void whatCannotBePlayedIsToldAtItsPlaceWithTheReason() throws IOException {
        Files.writeString(template, TEMPLATE.replace("aws:ecs:task-network-latency", "aws:ecs:task-cpu-stress"));
        assertThat(Gameday.execute("check", template.toString())).isEqualTo(2);
        assertThat(printed.out()).contains("× slow  aws:ecs:task-cpu-stress: a burner",
                "template.json:16:19: actions.slow is aws:ecs:task-cpu-stress, which cannot be played here");
    }

    @Test
    void whatItSaysOfAnAccountIsSaidOfTheReferenceApp() throws IOException {
        Files.writeString(template, TEMPLATE.replace("eu-west-1a", "<YOUR ZONE>").replace("\"selectionMode\": \"ALL\"",
                "\"selectionMode\": \"ALL\", \"parameters\": { \"cluster\": \"shop\", \"service\": \"web\" }"));
        assertThat(Gameday.execute("check", template.toString())).isZero();
        assertThat(printed.out()).contains("· zone '<YOUR ZONE>' is az1 here",
                "· target tasks: 'cluster' narrows nothing down here", "→ zone-latency:");
    }

    @Test
    void aSelectionOfLessThanOneResourceIsToldBeforeAnythingStarts() throws IOException {
        Files.writeString(template, TEMPLATE.replace("aws:ecs:task-network-latency", "aws:ec2:terminate-instances")
                .replace("\"aws:ecs:task\"", "\"aws:ec2:instance\"")
                .replace("\"AvailabilityZone\"", "\"Placement.AvailabilityZone\"").replace("\"Tasks\"", "\"Instances\"")
                .replace("\"parameters\": { \"duration\": \"PT2M\" },", "").replace("\"ALL\"", "\"PERCENT(10)\""));
        assertThat(Gameday.execute("check", template.toString())).isEqualTo(2);
        assertThat(printed.out()).contains("target tasks: PERCENT(10) of 1 is less than one");
    }

    @Test
    void whatFisWouldRefuseIsToldAtItsPlace() throws IOException {
        Files.writeString(template, TEMPLATE.replace("\"startAfter\": [\"wait\"]", "\"startAfter\": [\"weit\"]"));
        assertThat(Gameday.execute("check", template.toString())).isEqualTo(2);
        assertThat(printed.out()).containsPattern(
                "template.json:\\d+:\\d+: actions.slow.startAfter\\[1] is 'weit'; did " + "you mean 'wait'\\?");
    }

    @Test
    void aTemplateIsPlayedLikeAnExperimentAndPredictsNothing() throws IOException {
        assertThat(Gameday.execute("run", template.toString(), "--on", "simulated", "--out", folder.toString()))
                .isEqualTo(4);
        assertThat(printed.out()).contains("nothing was predicted", "✓ zone-latency az1  in force");
    }

    @Test
    void theAwsCliCreatesStartsFollowsAndDeletes() throws Exception {
        assumeTrue(onPath("aws"), "the AWS CLI is not installed");
        BufferedReader lines = serve("--on", "simulated");
        JsonNode created = aws("create-experiment-template", "--cli-input-json", "file://" + template)
                .path("experimentTemplate");
        String started = aws("start-experiment", "--experiment-template-id", created.path("id").asString())
                .path("experiment").path("id").asString();
        // It says what came of the run when that is over.
        assertThat(lines.lines().anyMatch(line -> line.startsWith("exit code "))).isTrue();
        JsonNode experiment = over(started);
        assertThat(experiment.path("state").path("status").asString()).isEqualTo("completed");
        assertThat(experiment.path("actions").path("slow").path("state").path("status").asString())
                .isEqualTo("completed");
        assertThat(aws("list-experiment-resolved-targets", "--experiment-id", started).path("resolvedTargets").size())
                .isEqualTo(2);
        assertThat(aws("list-actions").path("actions").size()).isEqualTo(50);
        assertThat(
                aws("get-safety-lever", "--id", "default").path("safetyLever").path("state").path("status").asString())
                .isEqualTo("disengaged");
        aws("delete-experiment-template", "--id", created.path("id").asString());
        assertThat(aws("list-experiment-templates").path("experimentTemplates").isEmpty()).isTrue();
    }

    @Test
    void whoHasNotReadTheFileOfCredentialsIsRefusedAndOnlyItsOwnerMay() throws Exception {
        assumeTrue(onPath("aws"), "the AWS CLI is not installed");
        try (BufferedReader lines = serve("--on", "simulated")) {
            Path file = Path.of(environment.get("AWS_SHARED_CREDENTIALS_FILE"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            environment.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
            environment.put("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE");
            environment.put("AWS_SECRET_ACCESS_KEY", "none");
            Process refused = call("list-experiments");
            assertThat(refused.waitFor()).isNotZero();
            assertThat(new String(refused.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("UnrecognizedClientException");
            assertThat(lines).isNotNull();
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (BufferedReader _ = serve("--on", "simulated")) {
            String port = environment.get("AWS_ENDPOINT_URL_FIS").replaceFirst(".*:", "");
            assertThat(Gameday.execute("fis", "--on", "simulated", "--port", port, "--out", folder.toString()))
                    .isEqualTo(1);
            assertThat(printed.err()).contains("cannot listen at 127.0.0.1:" + port);
        }
    }

    /// Starts the command as a process and waits for what it tells to export.
    private BufferedReader serve(String... options) throws IOException {
        List<String> command = new ArrayList<>(JavaCommand.of(Gameday.class, 512,
                List.of("fis", "--port", "0", "--with-parent", "--out", folder.resolve("runs").toString())));
        command.add(1, "-Dgameday.home=" + Repository.root());
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        processes.add(process);
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.contains("aws fis")) {
            Matcher export = EXPORT.matcher(line);
            while (export.find()) {
                environment.put(export.group(1), export.group(2));
            }
            line = lines.readLine();
        }
        assertThat(environment).containsKey("AWS_ENDPOINT_URL_FIS");
        return lines;
    }

    private Process call(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of("aws", "--output", "json", "fis"), Stream.of(arguments)).toList());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private JsonNode aws(String... arguments) throws Exception {
        Process process = call(arguments);
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(error).isZero();
        return JsonMapper.shared().readTree(answer.isBlank() ? "{}" : answer);
    }

    /// The run is over; that the endpoint has heard its last entry, each call gives it time for.
    private JsonNode over(String id) throws Exception {
        JsonNode experiment = aws("get-experiment", "--id", id).path("experiment");
        while (experiment.path("state").path("status").asString().equals("running")) {
            experiment = aws("get-experiment", "--id", id).path("experiment");
        }
        return experiment;
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
