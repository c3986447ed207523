/**
 * Instructions on how to claim a revised decision (oikaisuvaatimusohje), by the day and the maker
 * of a decision.
 */
@NullMarked
package fi.kumppani.grants.appeal;

import org.jspecify.annotations.NullMarked;
