package io.gameday.people;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class DayCertificateTest {

    /// As a person does who compares the fingerprint.
    private static final class Looking implements X509TrustManager {
        private String seen = "";
        private List<?> names = List.of();

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new AssertionError("nobody asks a client for a certificate");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            try {
                seen = HexFormat.ofDelimiter(":").withUpperCase()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded()));
                names = List.copyOf(chain[0].getSubjectAlternativeNames());
            } catch (GeneralSecurityException broken) {
                throw new AssertionError(broken);
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Test
    void whatBrowsersShowIsTheFingerprintThatWasToldAndPlainHttpIsNotAnswered() throws Exception {
        InetAddress address = InetAddress.getByName("192.0.2.7");
        DayCertificate certificate = DayCertificate.make(address, new SecureRandom());
        try (Network network = new Network("test");
                HttpServer server = HttpServer.guarded(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(),
                        (request, reply) -> reply.accept(HttpAnswer.json(200, "{}")), certificate.tls())) {
            Looking looking = new Looking();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{looking}, null);
            String get = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1",
                    server.address().getPort())) {
                assertThat(exchange(socket, get)).startsWith("HTTP/1.1 200");
            }
            assertThat(looking.seen).isEqualTo(certificate.fingerprint()).hasSize(95);
            assertThat(looking.names.toString()).contains("192.0.2.7");
            try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
                assertThat(exchange(socket, get)).doesNotContain("HTTP/1.1");
            }
        }
    }

    private static String exchange(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
