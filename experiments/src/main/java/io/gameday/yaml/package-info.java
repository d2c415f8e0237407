/// YAML files that people write: fields read one by one with their line and column, everything wrong told in one pass.
/// Start with [io.gameday.yaml.Fields].
@NullMarked
package io.gameday.yaml;

import org.jspecify.annotations.NullMarked;
