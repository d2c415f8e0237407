package io.gameday.observability;

/// Who saw it. They see different things on purpose: the difference between them is what a gray failure is.
public enum Observer {
    /// A customer's whole request, retries included.
    CUSTOMER,
    /// One attempt of the router at one instance.
    ATTEMPT,
    /// A probe of ours at one cell in one zone, untouched by eviction, shift and retry.
    CANARY,
    /// The server that answered, by what it counted itself: what it never got, or answered too late, it does not know.
    SERVER
}
