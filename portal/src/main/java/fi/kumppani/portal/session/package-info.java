/**
 * Logins that outlive an instance: sessions in the document store, readable with the cookie only.
 */
@NullMarked
package fi.kumppani.portal.session;

import org.jspecify.annotations.NullMarked;
