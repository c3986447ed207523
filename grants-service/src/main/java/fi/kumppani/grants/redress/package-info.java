/**
 * What is done about a decision after it was made: corrections, claims for a revised decision and
 * matters that a board takes up, and when the decision is final at last.
 */
@NullMarked
package fi.kumppani.grants.redress;

import org.jspecify.annotations.NullMarked;
