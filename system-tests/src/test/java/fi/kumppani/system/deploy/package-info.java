/** The description of a deployment, held to what it promises. */
@NullMarked
package fi.kumppani.system.deploy;

import org.jspecify.annotations.NullMarked;
