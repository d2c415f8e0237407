/// The write-ahead ledger of faults: what may be in force, whoever died meanwhile. Start with
/// [io.gameday.agent.ledger.Ledger].
@NullMarked
package io.gameday.agent.ledger;

import org.jspecify.annotations.NullMarked;
