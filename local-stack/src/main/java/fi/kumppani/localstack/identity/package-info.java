/** The identity provider: OpenID Connect with the demonstration users. */
@NullMarked
package fi.kumppani.localstack.identity;

import org.jspecify.annotations.NullMarked;
