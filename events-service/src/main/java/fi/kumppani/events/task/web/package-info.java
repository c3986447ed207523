/** Tasks over HTTP. */
@NullMarked
package fi.kumppani.events.task.web;

import org.jspecify.annotations.NullMarked;
