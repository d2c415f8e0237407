/// YAML files that people write: fields read one by one with their line and column, everything wrong told in one pass.
/// Programs change them without touching what else stands there.
/// Start with [io.gameday.yaml.Fields], and with [io.gameday.yaml.TextEdits] for changes.
@NullMarked
package io.gameday.yaml;

import org.jspecify.annotations.NullMarked;
