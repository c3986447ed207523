/** What a grantee does with a grant: its account, other terms, and what is claimed back. */
@NullMarked
package fi.kumppani.portal.grantee;

import org.jspecify.annotations.NullMarked;
