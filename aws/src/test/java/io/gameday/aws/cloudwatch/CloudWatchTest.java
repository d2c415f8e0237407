package io.gameday.aws.cloudwatch;

import io.gameday.http.HttpAnswer;
import io.gameday.signal.FakeServer;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.SourceFailure.Cause;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// What a person is told when CloudWatch does not tell what it was asked.
class CloudWatchTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

    private FakeServer server;
    private FakeCloudWatch fake;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        fake = new FakeCloudWatch(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "403 | AccessDenied | QUESTION | denied the action; a policy has to allow cloudwatch:DescribeAlarms on all "
                    + "resources: the reason",
            "400 | Throttling | SOURCE | was asked too often (Throttling to DescribeAlarms, also when tried again)",
            "403 | InvalidClientTokenId | QUESTION | it does not know these credentials",
            "403 | SignatureDoesNotMatch | QUESTION | it does not know these credentials",
            "403 | ExpiredToken | QUESTION | the credentials are not valid any more; sign in again",
            "400 | ValidationError | QUESTION | answered 400 ValidationError to DescribeAlarms: the reason",
            "500 | InternalFailure | SOURCE | answered 500 InternalFailure to DescribeAlarms: the reason"})
    void whoIsToDoSomethingIsToldByTheError(int status, String code, Cause whose, String message) {
        fake.answering("DescribeAlarms", fields -> FakeCloudWatch.error(status, code, "the reason"));

        SourceFailure failed = failure(fake.at(NOW));

        assertThat(failed.whose()).isEqualTo(whose);
        assertThat(failed).hasMessageStartingWith("CloudWatch in eu-west-1 at " + server.address())
                .hasMessageContaining(message).hasMessageNotContaining("secret");
    }

    @Test
    void whatIsThrottledIsTriedAgain() {
        fake.answering("DescribeAlarms", fields -> FakeCloudWatch.error(400, "Throttling", "Rate exceeded"));

        failure(fake.at(NOW));

        assertThat(fake.asked("DescribeAlarms")).hasSizeGreaterThan(1);
    }

    @Test
    void withoutCredentialsNothingIsAsked() {
        AwsCredentialsProvider none = () -> {
            throw SdkClientException.create("Unable to load credentials from any of the providers in the chain "
                    + "AwsCredentialsProviderChain(credentialsProviders=[ProfileCredentialsProvider(profileName=work, "
                    + "profileFile=ProfileFile(sections=[]))]) : [EnvironmentVariableCredentialsProvider(): Unable to "
                    + "load, ProfileCredentialsProvider(profileName=work, profileFile=ProfileFile(sections=[])): Profile "
                    + "file contained no credentials for profile 'work': ProfileFile(sections=[]), "
                    + "ContainerCredentialsProvider(): Cannot fetch]");
        };

        assertThat(failure(client(URI.create(server.address()), none))).satisfies(failed -> {
            assertThat(failed.whose()).isEqualTo(Cause.QUESTION);
            assertThat(failed).hasMessageContaining("no AWS credentials were found. Set AWS_PROFILE, or")
                    .hasMessageEndingWith("Of the profile work is said: Profile file contained no credentials for "
                            + "profile 'work'");
        });
        assertThat(fake.asked("DescribeAlarms")).isEmpty();
    }

    @Test
    void aHostThatIsNotThereIsTheWrongRegion() {
        SourceFailure failed = failure(
                client(URI.create("http://monitoring.invalid"), AnonymousCredentialsProvider.create()));

        assertThat(failed.whose()).isEqualTo(Cause.QUESTION);
        assertThat(failed).hasMessageContaining("is not to be found: there is no host monitoring.invalid")
                .hasMessageEndingWith("Is that the Region, and is there a network?");
    }

    @Test
    void aClockThatDiffersIsSeenByTheDateOfTheAnswer() throws Exception {
        HttpAnswer answer = FakeCloudWatch.xml("DescribeAlarms", FakeCloudWatch.listed(""));
        fake.answering("DescribeAlarms", fields -> new HttpAnswer(200,
                Map.of("content-type", "text/xml", "date", "Sat, 21 Nov 2026 14:00:30 GMT"), answer.body()));
        try (CloudWatch cloudWatch = fake.at(NOW)) {
            assertThat(cloudWatch.offset()).isEmpty();
            cloudWatch.ask("DescribeAlarms", client -> client.describeAlarms());
            assertThat(cloudWatch.offset())
                    .hasValueSatisfying(offset -> assertThat(offset.ahead()).isEqualTo(Duration.ofMillis(30_500)));
        }
    }

    @Test
    void whatIsNoXmlIsNoAnswer() {
        fake.answering("DescribeAlarms", fields -> new HttpAnswer(200, Map.of("content-type", "text/html"),
                "<html>log in".getBytes(StandardCharsets.UTF_8)));

        assertThat(failure(fake.at(NOW)).whose()).isEqualTo(Cause.SOURCE);
    }

    @ParameterizedTest
    @CsvSource({"here", "EU-WEST-1", "eu-west-1.evil.example", "eu west 1"})
    void whatIsNoRegionIsRefused(String region) {
        assertThatThrownBy(() -> CloudWatch.connect(region, null, FakeCloudWatch.AMPLE, InstantSource.system()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--cloudwatch is '" + region + "'; allowed: a Region such as eu-west-1");
    }

    @Test
    void anEndpointWithAPasswordIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> CloudWatch.connect("eu-west-1", "http://me:secret@example.com", FakeCloudWatch.AMPLE,
                InstantSource.system())).isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("secret");
    }

    private static CloudWatch client(URI endpoint, AwsCredentialsProvider credentials) {
        return new CloudWatch(Region.EU_WEST_1, endpoint, credentials, FakeCloudWatch.AMPLE, InstantSource.fixed(NOW));
    }

    private static SourceFailure failure(CloudWatch cloudWatch) {
        try (cloudWatch) {
            return catchThrowableOfType(SourceFailure.class,
                    () -> cloudWatch.ask("DescribeAlarms", client -> client.describeAlarms()));
        }
    }
}
