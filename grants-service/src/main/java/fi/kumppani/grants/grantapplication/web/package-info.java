/** Applications over HTTP: written, handed in, listed and decided. */
@NullMarked
package fi.kumppani.grants.grantapplication.web;

import org.jspecify.annotations.NullMarked;
