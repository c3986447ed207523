/** Cases as documents. */
@NullMarked
package fi.kumppani.grants.casemanagement.persistence;

import org.jspecify.annotations.NullMarked;
