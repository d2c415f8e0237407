/// The inventory service that every order asks: one question, no state, no framework, so that it is small.
/// Start with [io.gameday.reference.orders.inventory.InventoryServer].
@NullMarked
package io.gameday.reference.orders.inventory;

import org.jspecify.annotations.NullMarked;
