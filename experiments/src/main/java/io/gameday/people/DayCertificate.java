package io.gameday.people;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import javax.net.ssl.KeyManagerFactory;

/// A certificate for one address and one day, made by the JDK's own `keytool`. Nobody has signed it, so browsers warn;
/// the fingerprint, told by another way, says that it is ours.
///
/// @param fingerprint SHA-256 of the certificate, as browsers show it
record DayCertificate(SslContext tls, String fingerprint) {

    private static final String ALIAS = "day";
    private static final String SECRET = "GAMEDAY_DAY_CERTIFICATE";
    private static final int PATIENCE_SECONDS = 60;

    /// Blocks for about a second.
    ///
    /// @param chance must not be guessable
    /// @throws IOException when `keytool` is missing or fails
    static DayCertificate make(InetAddress address, RandomGenerator chance) throws IOException {
        byte[] random = new byte[16];
        chance.nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        // Readable by nobody else, and gone as soon as the key is in memory.
        Path folder = Files.createTempDirectory("gameday-certificate");
        Path store = folder.resolve("day.p12");
        try {
            generate(address, store, password);
            return read(store, password.toCharArray());
        } catch (GeneralSecurityException broken) {
            throw new IOException("the certificate of the day cannot be used: " + broken.getMessage(), broken);
        } finally {
            Files.deleteIfExists(store);
            Files.deleteIfExists(folder.resolve("keytool.log"));
            Files.deleteIfExists(folder);
        }
    }

    private static void generate(InetAddress address, Path store, String password) throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        if (!Files.isExecutable(keytool)) {
            throw new IOException("the certificate of the day needs " + keytool
                    + ", which this Java does not have; use a " + "whole JDK, or invite on loopback only");
        }
        Path log = store.resolveSibling("keytool.log");
        ProcessBuilder command = new ProcessBuilder(List.of(keytool.toString(), "-genkeypair", "-alias", ALIAS,
                "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=Gameday", "-validity", "2", "-ext",
                "san=ip:" + address.getHostAddress().replaceAll("%.*", ""), "-storetype", "PKCS12", "-keystore",
                store.toString(), "-storepass:env", SECRET)).redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()));
        command.environment().put(SECRET, password);
        Process process = command.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("keytool made no certificate within " + PATIENCE_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException(
                        "keytool made no certificate: " + Files.readString(log, StandardCharsets.UTF_8).strip());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the certificate of the day was made", stopped);
        } finally {
            process.destroyForcibly();
        }
    }

    private static DayCertificate read(Path store, char[] password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(keys.getCertificate(ALIAS).getEncoded());
        return new DayCertificate(SslContextBuilder.forServer(managers).sslProvider(SslProvider.JDK)
                .protocols("TLSv1.3", "TLSv1.2").build(), HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash));
    }
}
