package io.gameday.notification;

import io.gameday.engine.Pager;
import io.gameday.http.Admission;
import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.observability.Scope;
import io.gameday.target.Answer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PagersTest {

    private static final Pager.Page PAGE = new Pager.Page("run-1", "on-call", "zone-impact zone az1 is in ALARM",
            "zone-impact", new Scope.Zone("az1"), "50 of 50 failed");
    private static final Duration AMPLE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void theInboxKeepsOnePageALine() throws IOException {
        Path file = folder.resolve("inbox.jsonl");
        Inbox inbox = new Inbox(file);
        assertThat(answer(inbox)).isEqualTo(new Answer.Ok<>("inbox"));
        assertThat(answer(inbox)).isEqualTo(new Answer.Ok<>("inbox"));
        assertThat(Files.readAllLines(file)).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("{")
                .contains("\"to\":\"on-call\"", "50 of 50 failed").endsWith("}"));
    }

    @Test
    void anInboxThatCannotBeWrittenIsNamed() {
        assertThat(answer(new Inbox(folder)).toString()).contains("the inbox " + folder + " cannot be written: ");
    }

    @Test
    void theWebhookIsToldWhatAChatToolShows() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        Handler taken = (request, reply) -> {
            received.add(request.headers().get("content-type") + " " + request.text());
            reply.accept(HttpAnswer.json(200, "{}"));
        };
        assertThat(answerOf(taken, AMPLE)).isEqualTo(new Answer.Ok<>("webhook"));
        assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo("application/json "
                + "{\"text\":\"on-call: zone-impact zone az1 is in ALARM (50 of 50 failed)\",\"run\":\"run-1\","
                + "\"alarm\":\"zone-impact\",\"scope\":\"zone az1\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 500})
    void aWebhookThatRefusesHasNotTakenThePage(int status) throws Exception {
        assertThat(answerOf((request, reply) -> reply.accept(HttpAnswer.json(status, "{}")), AMPLE))
                .isEqualTo(new Answer.Failed<>("the webhook answered " + status));
    }

    @Test
    void aWebhookThatIsSlowHasNotTakenThePage() throws Exception {
        assertThat(answerOf((request, reply) -> {
        }, Duration.ofMillis(300))).isEqualTo(new Answer.Failed<>("the webhook did not answer: HttpTimeoutException"));
    }

    @Test
    void aWebhookThatNobodyListensAtIsToldWithoutItsAddress() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Answer<String> answer = answer(new Webhook("http://127.0.0.1:" + port + "/secret", Runnable::run, AMPLE));
        assertThat(answer).isEqualTo(new Answer.Failed<>("the webhook did not answer: ConnectException"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an address: secret", "ftp://example.com/secret", "secret"})
    void whatIsNoWebAddressIsRefusedWithoutShowingIt(String address) {
        assertThatThrownBy(() -> new Webhook(address, Runnable::run)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("allowed: http://… or https://…").hasNoCause().hasMessageNotContaining("secret");
    }

    private static Answer<String> answerOf(Handler handler, Duration limit) throws Exception {
        try (Network network = new Network("webhook");
                HttpServer server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(),
                        handler)) {
            return answer(
                    new Webhook("http://127.0.0.1:" + server.address().getPort() + "/hook", Runnable::run, limit));
        }
    }

    private static Answer<String> answer(Pager pager) {
        CompletableFuture<Answer<String>> answer = new CompletableFuture<>();
        pager.page(PAGE, answer::complete);
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
