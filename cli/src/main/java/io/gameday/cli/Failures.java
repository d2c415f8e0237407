package io.gameday.cli;

import io.gameday.journal.JournalFailure;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Turns whatever escaped a command into one message and an exit code. A stack trace is shown only where asked for by
/// `GAMEDAY_DEBUG`: it helps us, not the user.
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        if (System.getenv("GAMEDAY_DEBUG") != null) {
            failure.printStackTrace(err);
        }
        return switch (failure) {
            case Refused refused -> {
                err.println(refused.getMessage());
                yield refused.exitCode();
            }
            case JournalFailure journal -> {
                err.println("gameday: " + journal.getMessage());
                yield ExitCodes.FAILED;
            }
            case IOException io -> {
                err.println("gameday: " + io.getMessage());
                yield ExitCodes.FAILED;
            }
            default -> {
                err.println("gameday: unexpected: " + failure
                        + ". This is a defect of Gameday; GAMEDAY_DEBUG=1 shows where. If a fault may be left: gameday "
                        + "recover");
                yield ExitCodes.FAILED;
            }
        };
    }
}
