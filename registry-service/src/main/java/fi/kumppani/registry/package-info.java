/** Who there is: municipalities, associations, mandates, and the report over everything told. */
@NullMarked
package fi.kumppani.registry;

import org.jspecify.annotations.NullMarked;
