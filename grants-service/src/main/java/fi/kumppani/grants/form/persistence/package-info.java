/** Forms as they are kept. */
@NullMarked
package fi.kumppani.grants.form.persistence;

import org.jspecify.annotations.NullMarked;
