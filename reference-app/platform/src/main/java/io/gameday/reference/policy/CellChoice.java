package io.gameday.reference.policy;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/// Which cell a new customer is given: rendezvous hashing (Thaler and Ravishankar, "Using name-based mappings to increase
/// hit rates", 1998), with a bound on how many a cell takes (Mirrokni, Thorup and Zadimoghaddam, "Consistent hashing with
/// bounded loads", 2018). Each cell has a score for the customer, and the highest wins among the cells that are below the
/// fair share. Without the bound two cells of 40 customers would easily be 24 and 16, and the fuller one without headroom.
///
/// The score is FNV-1a over `cell/customer`, in 64 bits, finished by MurmurHash3's fmix64, since the last letters of a name
/// hardly reach FNV's upper bits. It is the same on every machine and in every release: both name the algorithm, not
/// [Object#hashCode()].
///
/// A choice is made once. What was chosen is remembered elsewhere, so that neither a new cell nor a full one moves anybody.
public final class CellChoice {

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private CellChoice() {
    }

    /// @param cells     at least one
    /// @param customers how many a cell has
    public static String of(String customer, List<String> cells, ToLongFunction<String> customers) {
        long all = cells.stream().mapToLong(customers).sum();
        long share = Math.ceilDiv(all + 1, cells.size());
        return cells.stream().filter(cell -> customers.applyAsLong(cell) < share)
                .max(Comparator.comparing((String cell) -> score(cell, customer), Long::compareUnsigned)).orElseThrow();
    }

    /// To be compared as an unsigned number.
    static long score(String cell, String customer) {
        long hash = FNV_BASIS;
        for (byte letter : (cell + "/" + customer).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (letter & 0xff)) * FNV_PRIME;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
