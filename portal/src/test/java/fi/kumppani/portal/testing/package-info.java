/** A portal for tests, between services and an identity provider that tests have in their hands. */
@NullMarked
package fi.kumppani.portal.testing;

import org.jspecify.annotations.NullMarked;
