/** How officers handle applications between their arrival and the decision. */
@NullMarked
package fi.kumppani.grants.handling;

import org.jspecify.annotations.NullMarked;
