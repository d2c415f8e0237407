package io.gameday.cli;

import io.gameday.aws.fis.endpoint.AccessKey;
import io.gameday.aws.fis.endpoint.FisApi;
import io.gameday.aws.fis.endpoint.Names;
import io.gameday.aws.fis.local.FisActions;
import io.gameday.aws.fis.local.FisCompiler;
import io.gameday.engine.ExitCode;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.http.OnLoop;
import io.gameday.process.ParentWatch;
import io.gameday.target.TargetKind;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// The FIS endpoint while it is served. Apart from its command, so that other commands load nothing of it.
///
/// @param base            whose system and customers are taken
/// @param speed           of a simulation; null for as fast as possible
/// @param tags            that everything here has
/// @param skipUnsupported whether actions that have no like here are skipped
record FisServing(Catalog.Found base, boolean simulated, @Nullable Double speed, int port, String region,
        Map<String, String> tags, long seed, boolean skipUnsupported, Path out, boolean withParent, PrintWriter lines) {

    /// Until Ctrl-C, or until the parent is gone.
    ///
    /// @return exit code
    int serve() throws Exception {
        FisCompiler compiler = FisSystem.compiler(base, region, tags, seed, skipUnsupported);
        Screens screens = Screens.of(false, simulated ? TargetKind.SIMULATED : TargetKind.LOCAL);
        try (Interrupt interrupt = new Interrupt()) {
            if (withParent) {
                ParentWatch.whenParentEnds(interrupt::parentClosed);
            }
            ExitCode code;
            try (screens;
                    Session session = session(screens, interrupt);
                    Network network = new Network("fis");
                    RealClock loop = new RealClock("fis", failure -> screens.notice("unexpected: " + failure))) {
                FisRunner runner = new FisRunner(compiler::plan, session, screens, interrupt, loop,
                        InstantSource.system());
                FisApi api = new FisApi(new Names(region, FisSystem.ACCOUNT, new Random(seed)), loop, FisActions::check,
                        new FisActions(region, FisSystem.ACCOUNT), runner);
                String key = key();
                try (HttpServer server = HttpServer.guarded(network, address(), new AccessKey(key),
                        new OnLoop(loop, api), null)) {
                    told(server, credentials(key));
                    code = runner.serve();
                }
            }
            interrupt.finished(code.code());
            return code.code();
        }
    }

    private Session session(Screens screens, Interrupt interrupt) {
        if (simulated) {
            return new SimulatedSession(out, screens, seed, speed, null, interrupt);
        }
        return new LocalSession(out, screens, seed, null, new ReferenceGround(null, seed, screens::progress),
                new TeamOptions(), null, interrupt);
    }

    private InetSocketAddress address() throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), port);
    }

    private static String key() {
        byte[] bytes = new byte[10];
        new SecureRandom().nextBytes(bytes);
        return "GAMEDAY" + HexFormat.of().withUpperCase().formatHex(bytes);
    }

    /// Readable by its owner alone, like every token of ours.
    private Path credentials(String key) throws IOException {
        Path file = Files.createDirectories(out).resolve("fis.credentials");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "[default]\naws_access_key_id = " + key + "\naws_secret_access_key = none-is-needed\n");
        return file.toAbsolutePath().normalize();
    }

    private void told(HttpServer server, Path credentials) {
        var system = base.experiment().system();
        lines.println("FIS at http://127.0.0.1:" + server.address().getPort() + ", on the "
                + (simulated ? "simulated" : "reference") + " app: " + system.cellNames().size() + " cells in "
                + String.join(", ", system.zones()) + "; Ctrl-C ends it");
        lines.println("In another terminal:");
        lines.println("  export AWS_ENDPOINT_URL_FIS=http://127.0.0.1:" + server.address().getPort());
        lines.println("  export AWS_SHARED_CREDENTIALS_FILE=" + credentials);
        lines.println("  export AWS_REGION=" + region + " AWS_DEFAULT_REGION=" + region);
        lines.println("  aws fis list-actions");
    }
}
