/** The engines a local system needs, and the one main class that starts them. */
@NullMarked
package fi.kumppani.localstack;

import org.jspecify.annotations.NullMarked;
