/// The actions of AWS Fault Injection Service: what each takes, and which kind of resource it is aimed at.
/// Start with [io.gameday.aws.fis.catalog.ActionCatalog]; [io.gameday.aws.fis.catalog.CatalogCheck] holds a template
/// against it.
@NullMarked
package io.gameday.aws.fis.catalog;

import org.jspecify.annotations.NullMarked;
