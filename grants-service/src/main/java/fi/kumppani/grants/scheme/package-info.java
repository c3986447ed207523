/** By which grounds a call grants (avustusperusteet): data, so that no programme needs code. */
@NullMarked
package fi.kumppani.grants.scheme;

import org.jspecify.annotations.NullMarked;
