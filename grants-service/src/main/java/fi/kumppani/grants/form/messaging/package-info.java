/** Tells others of new versions of forms. */
@NullMarked
package fi.kumppani.grants.form.messaging;

import org.jspecify.annotations.NullMarked;
