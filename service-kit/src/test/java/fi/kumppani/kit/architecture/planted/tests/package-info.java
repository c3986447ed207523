/** Tests that break the rules of tests. */
@NullMarked
package fi.kumppani.kit.architecture.planted.tests;

import org.jspecify.annotations.NullMarked;
