/** Own ties, and all of them for who looks after the municipality's declarations. */
@NullMarked
package fi.kumppani.grants.interest.web;

import org.jspecify.annotations.NullMarked;
