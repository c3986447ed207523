/** Reports over HTTP. */
@NullMarked
package fi.kumppani.registry.report.web;

import org.jspecify.annotations.NullMarked;
