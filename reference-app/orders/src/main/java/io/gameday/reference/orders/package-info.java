/// One task of the reference application's `orders` service: a small real service with a bounded queue, a database,
/// a dependency, a blocking log and Chaos Monkey on board; it is launched as a process and configured by its
/// environment (README.md of this module lists every variable).
/// Start with [io.gameday.reference.orders.OrdersTask].
///
/// ```
///  POST /orders ──► Admission ──► OrderService ──► PostgreSQL of the cell
///  GET /canary  ──►  (queue,       (Chaos Monkey ─► inventory
///                     slots)        watches here)
///                       └── RequestLog ──► standard output, blocking
///  GET /orders/{id} ─────────────► OrderService
///
///  management port, threads of its own: /actuator/health, /actuator/prometheus, /actuator/chaosmonkey
/// ```
@NullMarked
package io.gameday.reference.orders;

import org.jspecify.annotations.NullMarked;
