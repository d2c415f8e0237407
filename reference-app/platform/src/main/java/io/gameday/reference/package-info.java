/// The reference app: what its processes agree on before they start. Start with [io.gameday.reference.AppConfig].
@NullMarked
package io.gameday.reference;

import org.jspecify.annotations.NullMarked;
