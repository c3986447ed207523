/** What a newcomer finds in a local system, and how it gets there over HTTP. */
@NullMarked
package fi.kumppani.localstack.demonstration;

import org.jspecify.annotations.NullMarked;
