/** Tables of participants over HTTP, as CSV and XLSX. */
@NullMarked
package fi.kumppani.events.export.web;

import org.jspecify.annotations.NullMarked;
