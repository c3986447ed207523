/** How the API asks for something to be completed, wherever it does. */
@NullMarked
package fi.kumppani.grants.grantapplication.supplement;

import org.jspecify.annotations.NullMarked;
