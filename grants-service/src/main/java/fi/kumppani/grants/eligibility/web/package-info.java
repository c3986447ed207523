/** The question whether one could apply. */
@NullMarked
package fi.kumppani.grants.eligibility.web;

import org.jspecify.annotations.NullMarked;
