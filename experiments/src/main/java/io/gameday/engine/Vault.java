package io.gameday.engine;

import java.util.List;

/// Keeps the predictions' texts where only the owner reads them, until learn.
@FunctionalInterface
public interface Vault {

    void keep(String salt, List<Sealed> predictions);

    /// @param hash SHA-256 of `salt + id + text`, hexadecimal
    record Sealed(String id, String text, String hash) {
    }
}
