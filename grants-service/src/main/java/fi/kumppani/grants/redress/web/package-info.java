/** Redress over HTTP. */
@NullMarked
package fi.kumppani.grants.redress.web;

import org.jspecify.annotations.NullMarked;
