/** Forms as JSON Schema (2020-12), so that others can show them and anybody can check answers. */
@NullMarked
package fi.kumppani.grants.form.schema;

import org.jspecify.annotations.NullMarked;
