/** What undertakings have of de minimis aid, as documents. */
@NullMarked
package fi.kumppani.grants.deminimis.persistence;

import org.jspecify.annotations.NullMarked;
