/**
 * Decisions about a party's right that come after the one on its application: on other terms
 * (muutoshakemus) and on claiming a grant back (takaisinperintä). Each is told, and claimed
 * against, by itself.
 */
@NullMarked
package fi.kumppani.grants.laterdecision;

import org.jspecify.annotations.NullMarked;
