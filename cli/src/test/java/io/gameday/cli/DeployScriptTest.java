package io.gameday.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// `reference-app/deploy/deploy.sh` with an AWS CLI and a Docker that only write down what they are asked for.
class DeployScriptTest {

    private static final Path FOLDER = Repository.root().resolve("reference-app/deploy");
    private static final Pattern DEPLOY = Pattern.compile(
            "cloudformation deploy --stack-name (\\S+) --template-file \\S+/(\\S+) .*--parameter-overrides (.*)");
    private static final Pattern DELETE = Pattern.compile("cloudformation delete-stack --stack-name (\\S+)");
    private static final String AWS = """
            #!/bin/bash
            echo "$*" >> "$ASKED"
            case "$1 $2 $*" in
                sts*) printf '111122223333\\tarn:aws:iam::111122223333:user/me\\n' ;;
                *gameday:system*) printf 'gameday-%s\\t' network cell-1-experiments image cell-1 gameday cell-1-alarms; echo ;;
                *StackStatus*) exit 255 ;;
                "cloudformation describe-stacks"*) echo eu-west-1a ;;
                "ecr describe-repositories"*) echo 111122223333.dkr.ecr.eu-west-1.amazonaws.com/gameday-orders ;;
                "ecr describe-images"*) [ -e "$ASKED.pushed" ] || exit 255
                    echo sha256:$(printf '0%.0s' {1..64}) ;;
                "ssm describe-instance-information"*) echo mi-1 ;;
                *containerinsights*) echo /aws/ecs/containerinsights/gameday-cell-1/performance ;;
            esac
            """;
    private static final String DOCKER = """
            #!/bin/bash
            echo "docker $*" >> "$ASKED"
            [ "$1" != push ] || touch "$ASKED.pushed"
            """;

    @TempDir
    private Path folder;
    private Path programs;
    private Path asked;

    private record Ended(int code, String printed) {
    }

    private record Deployed(String stack, String template, List<String> parameters) {
    }

    @BeforeEach
    void writePrograms() throws IOException {
        asked = folder.resolve("asked");
        programs = Files.createDirectory(folder.resolve("programs"));
        program("aws", AWS);
        program("docker", DOCKER);
        Files.writeString(Files.createDirectory(folder.resolve("orders")).resolve("orders.jar"), "a jar");
    }

    @Test
    void everyStackFindsWhatItImportsAndGetsWhatItNeeds() throws Exception {
        assertThat(script("up", "--cells", "2", "--clients", "203.0.113.7/32", "--email", "me@example.org", "--budget",
                "50", "--hosted-zone", "Z1", "--domain", "orders.example.org", "--yes").code()).isZero();

        List<Deployed> deployed = deployed();
        assertThat(deployed).extracting(Deployed::stack).containsExactly("gameday-image", "gameday-network",
                "gameday-cell-1", "gameday-cell-1-alarms", "gameday-cell-1-route", "gameday-cell-2",
                "gameday-cell-2-alarms", "gameday-cell-2-route", "gameday-gameday", "gameday-cell-1-experiments",
                "gameday-cell-2-experiments");
        List<String> exported = new ArrayList<>();
        for (Deployed each : deployed) {
            CloudFormationTemplate template = CloudFormationTemplate.read(FOLDER.resolve(each.template()));
            assertThat(exported).as(each.stack()).containsAll(template.imports());
            exported.addAll(template.exports());
            assertThat(template.root().path("Parameters").propertyNames()).as(each.stack())
                    .containsAll(each.parameters());
            template.root().path("Parameters").properties().stream()
                    .filter(parameter -> !parameter.getValue().has("Default"))
                    .forEach(parameter -> assertThat(each.parameters()).as(each.stack()).contains(parameter.getKey()));
        }
    }

    @Test
    void theImageIsRunByItsDigestAndPushedOnce() throws Exception {
        String[] up = {"up", "--clients", "203.0.113.7/32", "--email", "me@example.org", "--budget", "50", "--yes"};
        assertThat(script(up).code()).isZero();
        assertThat(Files.readString(asked)).contains(
                "Image=111122223333.dkr.ecr.eu-west-1.amazonaws.com/gameday-orders@" + "sha256:" + "0".repeat(64))
                .containsOnlyOnce("docker push");
        assertThat(script(up).code()).isZero();
        assertThat(Files.readString(asked)).containsOnlyOnce("docker push");
    }

    @Test
    void whatDependsOnOthersGoesFirstAndNothingIsForgotten() throws Exception {
        assertThat(script("down", "--yes").code()).isZero();

        assertThat(DELETE.matcher(Files.readString(asked)).results().map(match -> match.group(1))).containsExactly(
                "gameday-cell-1-experiments", "gameday-gameday", "gameday-cell-1-alarms", "gameday-cell-1",
                "gameday-network", "gameday-image");
        assertThat(Files.readString(asked)).contains(
                "logs delete-log-group --log-group-name /aws/ecs/containerinsights/gameday-cell-1/performance",
                "ssm deregister-managed-instance --instance-id mi-1");
    }

    @Test
    void aPlanChangesNothing() throws Exception {
        Ended plan = script("plan", "--cells", "1");
        assertThat(plan.code()).isZero();
        assertThat(plan.printed()).contains("gameday-cell-1-experiments", "not there", "3 NAT gateways");
        assertThat(Files.readString(asked)).doesNotContain("deploy", "delete", "create", "docker");
    }

    @Test
    void nothingIsCreatedOrRemovedWhereNobodyCanBeAsked() throws Exception {
        Ended up = script("up", "--clients", "203.0.113.7/32", "--email", "me@example.org", "--budget", "50");
        assertThat(up.code()).isEqualTo(1);
        assertThat(up.printed()).contains("nobody is there to be asked; give --yes if that is meant");
        assertThat(script("down").code()).isEqualTo(1);
        assertThat(Files.readString(asked)).doesNotContain("cloudformation deploy", "delete");
    }

    @Test
    void whatIsWrongIsSaidBeforeAnybodyIsAsked() throws Exception {
        assertThat(script("fly")).isEqualTo(new Ended(2, "deploy.sh: 'fly' is no command; allowed: plan, up, down\n"));
        assertThat(script("plan", "--cells", "6"))
                .isEqualTo(new Ended(2, "deploy.sh: --cells is '6'; allowed: 1 to 5\n"));
        assertThat(script("up", "--email", "me@example.org").printed()).contains("up needs --clients --budget");
        assertThat(script("plan", "--domain", "orders.example.org").printed())
                .contains("--hosted-zone and --domain go together");
        assertThat(asked).doesNotExist();
    }

    @Test
    void withoutCredentialsItSaysSo() throws Exception {
        program("aws", "#!/bin/bash\necho 'Unable to locate credentials' >&2; exit 255\n");
        assertThat(script("plan").printed())
                .startsWith("deploy.sh: the AWS CLI has no credentials that hold: Unable to locate credentials");
    }

    @Test
    void withoutARegionItSaysSo() throws Exception {
        assertThat(run(programs + ":/usr/bin:/bin", "", "plan").printed()).startsWith("deploy.sh: no Region");
    }

    @Test
    void withoutTheAwsCliItSaysSo() throws Exception {
        Files.delete(programs.resolve("aws"));
        // The one program that is called before.
        program("dirname", "#!/bin/bash\nexec /usr/bin/dirname \"$@\"\n");
        assertThat(run(programs.toString(), "eu-west-1", "plan").printed())
                .startsWith("deploy.sh: there is no AWS CLI on the path");
    }

    private List<Deployed> deployed() throws IOException {
        return DEPLOY.matcher(Files.readString(asked)).results().map(match -> new Deployed(match.group(1),
                match.group(2), Arrays.stream(match.group(3).split(" ")).map(each -> each.split("=", 2)[0]).toList()))
                .toList();
    }

    private void program(String name, String text) throws IOException {
        Path program = Files.writeString(programs.resolve(name), text);
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private Ended script(String... arguments) throws IOException, InterruptedException {
        return run(programs + ":/usr/bin:/bin", "eu-west-1", arguments);
    }

    private Ended run(String path, String region, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/bash", FOLDER.resolve("deploy.sh").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("PATH", path);
        builder.environment().put("ASKED", asked.toString());
        builder.environment().put("GAMEDAY_ORDERS", folder.resolve("orders").toString());
        if (!region.isEmpty()) {
            builder.environment().put("AWS_REGION", region);
        }
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), printed);
    }
}
