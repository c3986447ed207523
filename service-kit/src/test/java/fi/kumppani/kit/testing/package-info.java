/** Engines, messages and tokens for the tests of every service. */
@NullMarked
package fi.kumppani.kit.testing;

import org.jspecify.annotations.NullMarked;
