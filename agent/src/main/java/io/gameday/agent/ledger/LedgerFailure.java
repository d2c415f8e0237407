package io.gameday.agent.ledger;

/// The ledger could not be written or read; nothing may be injected after that. The message names the file.
public final class LedgerFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LedgerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
