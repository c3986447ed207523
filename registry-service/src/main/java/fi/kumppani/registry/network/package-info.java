/** Networks of associations, and who is a member of them. */
@NullMarked
package fi.kumppani.registry.network;

import org.jspecify.annotations.NullMarked;
