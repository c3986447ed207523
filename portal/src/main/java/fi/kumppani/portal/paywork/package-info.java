/** Money on its way out: collecting what is due, and the accounts it goes to. */
@NullMarked
package fi.kumppani.portal.paywork;

import org.jspecify.annotations.NullMarked;
