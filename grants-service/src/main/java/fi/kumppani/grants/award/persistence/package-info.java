/** Awards as documents. */
@NullMarked
package fi.kumppani.grants.award.persistence;

import org.jspecify.annotations.NullMarked;
