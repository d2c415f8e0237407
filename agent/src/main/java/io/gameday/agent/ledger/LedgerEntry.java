package io.gameday.agent.ledger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.FaultPlan;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One step in the life of a fault, as the ledger keeps it. No entry holds a secret: tokens are named by their file.
///
/// ```
/// Intent ──► Injected ──► Reverting ──► Reverted ──► ConfirmedGone
///    └─────► InjectionFailed                └──────► GoneWithTarget
/// ```
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({@Type(LedgerEntry.AgentStarted.class), @Type(LedgerEntry.Intent.class),
        @Type(LedgerEntry.Injected.class), @Type(LedgerEntry.InjectionFailed.class), @Type(LedgerEntry.Reverting.class),
        @Type(LedgerEntry.Reverted.class), @Type(LedgerEntry.ConfirmedGone.class),
        @Type(LedgerEntry.GoneWithTarget.class)})
public sealed interface LedgerEntry {

    /// An agent took the ledger over.
    ///
    /// @param runFolder  where the run's other files are
    /// @param controller the process that started the agent; null when it was gone already
    record AgentStarted(String runFolder, ProcessIdentity agent,
            @Nullable ProcessIdentity controller) implements LedgerEntry {
    }

    /// Written before anything is touched.
    ///
    /// @param id        the fault's name in its run
    /// @param hostId    its name at the host, unique over all runs
    /// @param undo      the command that takes it away by hand
    /// @param host      `host:port` of where the effect is
    /// @param tokenFile the file that holds the host's token
    /// @param proxies   `host:port` of the Toxiproxy API of the app's links; null in ledgers of before there was one
    /// @param duration  how long it may last at most
    /// @param lease     how long it lasts without renewal
    record Intent(String id, String hostId, FaultPlan plan, Reach reach, String undo, String host, String tokenFile,
            @Nullable String proxies, Duration duration, Duration lease) implements LedgerEntry {
    }

    record Injected(String id) implements LedgerEntry {
    }

    /// @param nothingLeft false when the fault may be in force all the same
    record InjectionFailed(String id, boolean nothingLeft, String why) implements LedgerEntry {
    }

    record Reverting(String id, String why) implements LedgerEntry {
    }

    /// @param done false when the driver could not; the fault may still be in force
    record Reverted(String id, boolean done, String detail) implements LedgerEntry {
    }

    /// The prober saw that it is gone.
    record ConfirmedGone(String id, String measure, String value) implements LedgerEntry {
    }

    /// What it was aimed at no longer exists.
    record GoneWithTarget(String id, String why) implements LedgerEntry {
    }

    /// One line of the file.
    record Line(Instant at, String run, LedgerEntry entry) {
    }
}
