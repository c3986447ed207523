/** Keys of the deployment, and what is hashed with them. */
@NullMarked
package fi.kumppani.kit.secret;

import org.jspecify.annotations.NullMarked;
