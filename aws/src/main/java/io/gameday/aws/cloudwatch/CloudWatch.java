package io.gameday.aws.cloudwatch;

import io.gameday.signal.ClockOffset;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.SourceFailure.Cause;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// CloudWatch of one account and Region. Only reads. Safe for use by several threads.
///
/// The SDK finds credentials as everywhere (environment, profile, the machine's role), signs, and tries again what was
/// throttled or failed; one call with all its tries is over within the limit.
public final class CloudWatch implements AutoCloseable {

    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-\\d+");
    private static final Set<String> UNKNOWN_CREDENTIALS = Set.of("UnrecognizedClientException", "InvalidClientTokenId",
            "InvalidAccessKeyId", "SignatureDoesNotMatch", "IncompleteSignature", "MissingAuthenticationToken");
    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");
    private static final Pattern PROFILE = Pattern
            .compile("profileName=([^,)]*)[^:]*\\): (.{1,200}?)(: ProfileFile\\(|, ContainerCredentialsProvider)");
    private static final String WHICH = " (aws sts get-caller-identity shows which are used)";

    private final String name;
    private final CloudWatchClient client;
    private final AwsCredentialsProvider credentials;
    private final ServerClock serverClock;
    private final Duration limit;
    private final InstantSource clock;

    CloudWatch(Region region, @Nullable URI endpoint, AwsCredentialsProvider credentials, Duration limit,
            InstantSource clock) {
        name = "CloudWatch in " + region.id() + (endpoint == null ? "" : " at " + endpoint);
        this.credentials = credentials;
        this.limit = limit;
        this.clock = clock;
        serverClock = new ServerClock(name, clock);
        var builder = CloudWatchClient.builder().region(region).credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(limit).socketTimeout(limit))
                .overrideConfiguration(all -> all.retryStrategy(RetryMode.STANDARD).apiCallTimeout(limit)
                        .addExecutionInterceptor(serverClock));
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        client = builder.build();
    }

    /// @param region   such as `eu-west-1`; null for the one that environment, profile or machine name
    /// @param endpoint of something that answers as CloudWatch does; null for CloudWatch itself
    /// @param limit    of one call
    /// @throws IllegalArgumentException when `region` or `endpoint` is none, or no Region is named anywhere
    public static CloudWatch connect(@Nullable String region, @Nullable String endpoint, Duration limit,
            InstantSource clock) {
        return new CloudWatch(region(region), endpoint(endpoint), DefaultCredentialsProvider.builder().build(), limit,
                clock);
    }

    private static Region region(@Nullable String region) {
        if (region == null) {
            try {
                return DefaultAwsRegionProviderChain.builder().build().getRegion();
            } catch (SdkClientException none) {
                throw new IllegalArgumentException("no Region is named by AWS_REGION, by the profile or by this "
                        + "machine; give --cloudwatch=REGION, such as --cloudwatch=eu-west-1", none);
            }
        }
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException(
                    "--cloudwatch is '" + region + "'; allowed: a Region such as eu-west-1, or nothing for the one of "
                            + "AWS_REGION or of the profile");
        }
        return Region.of(region);
    }

    private static @Nullable URI endpoint(@Nullable String endpoint) {
        if (endpoint == null) {
            return null;
        }
        try {
            URI uri = URI.create(endpoint);
            if (uri.getHost() != null && uri.getRawUserInfo() == null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException unreadable) {
            // Said below, as for any other text that is no web address.
        }
        throw new IllegalArgumentException("--aws-endpoint is '" + endpoint.replaceFirst("//[^/@]*@", "//…@")
                + "'; allowed: http://… or https://…");
    }

    /// What `call` gives.
    ///
    /// @param action as a policy names it, such as `DescribeAlarms`
    <T> T ask(String action, Function<CloudWatchClient, T> call) throws SourceFailure {
        try {
            credentials.resolveCredentials();
        } catch (SdkClientException none) {
            throw failure(Cause.QUESTION,
                    "cannot be asked: no AWS credentials were found. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and "
                            + "AWS_SECRET_ACCESS_KEY, or sign in again" + WHICH + profile(none));
        }
        try {
            return call.apply(client);
        } catch (AwsServiceException refused) {
            throw refused(action, refused);
        } catch (ApiCallTimeoutException | ApiCallAttemptTimeoutException late) {
            throw failure(Cause.SOURCE, "gave no whole answer to " + action + " within " + limit.toSeconds() + " s");
        } catch (AbortedException stopped) {
            Thread.currentThread().interrupt();
            throw failure(Cause.SOURCE, "was not waited for: the command was stopped");
        } catch (SdkClientException failed) {
            throw unreachable(action, failed);
        }
    }

    /// What the profile lacks, out of what each place that was looked at lacks.
    private static String profile(SdkClientException none) {
        Matcher reason = PROFILE.matcher(String.valueOf(none.getMessage()));
        return reason.find() ? ". Of the profile " + reason.group(1) + " is said: " + reason.group(2) : "";
    }

    private SourceFailure unreachable(String action, SdkClientException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return failure(Cause.QUESTION, "is not to be found: there is no host " + cause.getMessage()
                        + ". Is that the Region, and is there a network?");
            }
        }
        return failure(Cause.SOURCE, "did not answer " + action + ": " + failed.getMessage());
    }

    private SourceFailure refused(String action, AwsServiceException refused) {
        String code = refused.awsErrorDetails() == null || refused.awsErrorDetails().errorCode() == null
                ? "no reason"
                : refused.awsErrorDetails().errorCode();
        String said = refused.awsErrorDetails() == null || refused.awsErrorDetails().errorMessage() == null
                ? ""
                : ": " + refused.awsErrorDetails().errorMessage();
        if (refused.isThrottlingException() || refused.statusCode() == 429) {
            return failure(Cause.SOURCE, "was asked too often (" + code + " to " + action
                    + ", also when tried again); try again in a minute, or with a shorter time");
        }
        if (EXPIRED.contains(code)) {
            return failure(Cause.QUESTION,
                    "answered " + code + ": the credentials are not valid any more; sign in again, and look whether "
                            + "the clock is right" + said);
        }
        if (UNKNOWN_CREDENTIALS.contains(code)) {
            return failure(Cause.QUESTION, "answered " + code + ": it does not know these credentials" + WHICH + said);
        }
        if (code.startsWith("AccessDenied") || code.startsWith("Unauthorized") || refused.statusCode() == 403) {
            return failure(Cause.QUESTION,
                    "denied the action; a policy has to allow cloudwatch:" + action + " on all resources" + said);
        }
        return failure(refused.statusCode() / 100 == 4 ? Cause.QUESTION : Cause.SOURCE,
                "answered " + refused.statusCode() + " " + code + " to " + action + said);
    }

    SourceFailure failure(Cause whose, String what) {
        return SourceFailure.of(whose, name, what);
    }

    Instant now() {
        return clock.instant();
    }

    /// By the newest answer; empty when none had a date.
    public Optional<ClockOffset> offset() {
        return serverClock.offset();
    }

    /// Ends the calls under way.
    @Override
    public void close() {
        client.close();
        if (credentials instanceof SdkAutoCloseable open) {
            open.close();
        }
    }
}
