/** How those concerned were told of a decision, and what is done about claims to revise it. */
@NullMarked
package fi.kumppani.portal.redresswork;

import org.jspecify.annotations.NullMarked;
