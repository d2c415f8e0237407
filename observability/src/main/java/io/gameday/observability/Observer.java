package io.gameday.observability;

/// Who saw it. The three see different things on purpose: the difference between them is what a gray failure is.
public enum Observer {
    /// A customer's whole request, retries included.
    CUSTOMER,
    /// One attempt of the router at one instance.
    ATTEMPT,
    /// A probe of ours at one cell in one zone, untouched by eviction, shift and retry.
    CANARY
}
