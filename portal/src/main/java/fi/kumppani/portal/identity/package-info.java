/** Login with OpenID Connect: the identity provider, the tokens, and who may send what. */
@NullMarked
package fi.kumppani.portal.identity;

import org.jspecify.annotations.NullMarked;
