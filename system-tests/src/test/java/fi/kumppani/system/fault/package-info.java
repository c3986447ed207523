/**
 * Faults brought into packaged services from outside, by a Java agent that their code knows nothing
 * of.
 */
@NullMarked
package fi.kumppani.system.fault;

import org.jspecify.annotations.NullMarked;
