/**
 * Decisions as open data: what was applied for, granted and refused, in shapes that others read.
 * Only registered bodies are named; nothing of people, nothing that is secret and no free text is
 * in it.
 */
@NullMarked
package fi.kumppani.grants.openness;

import org.jspecify.annotations.NullMarked;
