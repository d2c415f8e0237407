/// Where activities of Chaos Toolkit reach the world: addresses, programs and files, as far as the operator allows.
/// Start with [io.gameday.cli.toolkit.RealCalls].
@NullMarked
package io.gameday.cli.toolkit;

import org.jspecify.annotations.NullMarked;
