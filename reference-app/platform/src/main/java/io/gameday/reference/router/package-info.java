/// The thin, stateless router in front of the cells: it finds a customer's cell in a table and a task in the cell, and
/// tells how each attempt ended. Start with [io.gameday.reference.router.RouterMain], then [Router].
@NullMarked
package io.gameday.reference.router;

import org.jspecify.annotations.NullMarked;
