package io.gameday.aws.cloudwatch;

import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.signal.FakeServer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// Answers in the shapes of CloudWatch's published API, over a real socket. What was not recorded is refused.
final class FakeCloudWatch {

    static final Duration AMPLE = Duration.ofSeconds(20);

    private final Map<String, Function<Map<String, String>, HttpAnswer>> answers = new ConcurrentHashMap<>();
    private final FakeServer server;

    FakeCloudWatch(FakeServer server) {
        this.server = server;
        server.answering("/", request -> {
            Map<String, String> fields = fields(request);
            return answers.getOrDefault(fields.get("Action"), any -> error(404, "InvalidAction", "not recorded"))
                    .apply(fields);
        });
    }

    /// @param result what stands within the action's result, as XML
    FakeCloudWatch answering(String action, String result) {
        return answering(action, fields -> xml(action, result));
    }

    FakeCloudWatch answering(String action, Function<Map<String, String>, HttpAnswer> answer) {
        answers.put(action, answer);
        return this;
    }

    /// The fields of each call, oldest first.
    List<Map<String, String>> asked(String action) {
        return server.asked("/").stream().map(FakeCloudWatch::fields)
                .filter(fields -> action.equals(fields.get("Action"))).toList();
    }

    CloudWatch at(Instant now) {
        return client(server, now, AMPLE);
    }

    /// What asks `server`, and leaves as it is what that answers.
    static CloudWatch client(FakeServer server, Instant now, Duration limit) {
        return new CloudWatch(Region.EU_WEST_1, URI.create(server.address()),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")), limit,
                InstantSource.fixed(now));
    }

    static HttpAnswer xml(String action, String result) {
        return body(200,
                "<" + action + "Response xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><" + action
                        + "Result>" + result + "</" + action + "Result><ResponseMetadata><RequestId>r-1</RequestId>"
                        + "</ResponseMetadata></" + action + "Response>");
    }

    static HttpAnswer error(int status, String code, String message) {
        return body(status,
                "<ErrorResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><Error>"
                        + "<Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error><RequestId>r-1</RequestId></ErrorResponse>");
    }

    private static HttpAnswer body(int status, String xml) {
        return new HttpAnswer(status, Map.of("content-type", "text/xml"), xml.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> fields(HttpRequest request) {
        Map<String, String> fields = new TreeMap<>();
        for (String field : request.text().split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static String metricAlarm(String name, String state, Instant since) {
        return metricAlarm(name, state, since, "");
    }

    /// @param more XML within the alarm
    static String metricAlarm(String name, String state, Instant since, String more) {
        return """
                <member><AlarmName>%1$s</AlarmName><AlarmArn>arn:aws:cloudwatch:eu-west-1:123456789012:alarm:%1$s</AlarmArn>
                <StateValue>%2$s</StateValue><StateUpdatedTimestamp>%3$s</StateUpdatedTimestamp>
                <StateTransitionedTimestamp>%3$s</StateTransitionedTimestamp><ActionsEnabled>true</ActionsEnabled>
                <Namespace>Shop</Namespace><MetricName>UsefulShare</MetricName><Statistic>Average</Statistic>
                <Dimensions><member><Name>Cell</Name><Value>1</Value></member></Dimensions>
                <Period>60</Period><EvaluationPeriods>3</EvaluationPeriods><DatapointsToAlarm>2</DatapointsToAlarm>
                <Threshold>0.99</Threshold><ComparisonOperator>LessThanThreshold</ComparisonOperator>
                <TreatMissingData>notBreaching</TreatMissingData>%4$s</member>"""
                .formatted(name, state, since, more);
    }

    static String listed(String metricAlarms) {
        return listed(metricAlarms, "");
    }

    static String listed(String metricAlarms, String compositeAlarms) {
        return "<MetricAlarms>" + metricAlarms + "</MetricAlarms><CompositeAlarms>" + compositeAlarms
                + "</CompositeAlarms>";
    }

    static String changed(String alarm, Instant at, String before, String after) {
        return """
                <member><AlarmName>%1$s</AlarmName><AlarmType>MetricAlarm</AlarmType><Timestamp>%2$s</Timestamp>
                <HistoryItemType>StateUpdate</HistoryItemType>
                <HistorySummary>Alarm updated from %3$s to %4$s</HistorySummary>
                <HistoryData>{"version":"1.0","oldState":{"stateValue":"%3$s"},"newState":{"stateValue":"%4$s",
                "stateReason":"Threshold Crossed"}}</HistoryData></member>""".formatted(alarm, at, before, after);
    }

    static String kept(String items) {
        return "<AlarmHistoryItems>" + items + "</AlarmHistoryItems>";
    }

    /// @param values at one step after the other from `from` on; `-` where there is none
    static String result(String id, Instant from, Duration step, String values) {
        StringBuilder timestamps = new StringBuilder();
        StringBuilder given = new StringBuilder();
        Instant at = from;
        for (String value : values.split(" ")) {
            if (!value.equals("-")) {
                timestamps.append("<member>").append(at).append("</member>");
                given.append("<member>").append(value).append("</member>");
            }
            at = at.plus(step);
        }
        return "<member><Id>" + id + "</Id><Label>" + id + "</Label><StatusCode>Complete</StatusCode><Timestamps>"
                + timestamps + "</Timestamps><Values>" + given + "</Values></member>";
    }

    static String data(String results) {
        return "<MetricDataResults>" + results + "</MetricDataResults>";
    }
}
